import type { ShallowRef } from 'vue'
import type { Content } from '../../../shared/article/content'
import type { ArticleView } from '../../../shared/contract'

/** A body's block, immutable: what changed is another object. */
export interface BodyBlock {
  toJSON(): unknown
}

/** A body's document, immutable; its unchanged blocks stay the same objects, as those of a ProseMirror document do. */
export interface BodyDocument {
  readonly content: { readonly content: readonly BodyBlock[] }
  toJSON(): unknown
}

/** An article as it is typed, for the preview to follow. */
export interface PreviewSource {
  view: ShallowRef<ArticleView>
  fields: ShallowRef<Omit<Content, 'body'>>
  /** The body's document: a new one with every change, set in the same task as the key press. */
  doc: ShallowRef<BodyDocument>
}
