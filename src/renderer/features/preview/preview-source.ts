import type { Node as DocumentNode } from '@tiptap/pm/model'
import type { ShallowRef } from 'vue'
import type { Content } from '../../../shared/article/content'
import type { ArticleView } from '../../../shared/contract'

/** An article as it is typed, for the preview to follow. */
export interface PreviewSource {
  view: ShallowRef<ArticleView>
  fields: ShallowRef<Omit<Content, 'body'>>
  /** The body's document: a new node with every change, set in the same task as the key press. */
  doc: ShallowRef<DocumentNode>
}
