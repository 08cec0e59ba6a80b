import { mergeAttributes, Node } from '@tiptap/core'
import { VueNodeViewRenderer } from '@tiptap/vue-3'
import { isWebAddress } from '../../../../shared/article/address'
import { idSchema } from '../../../../shared/kernel/ids'
import EmbedCardView from './EmbedCardView.vue'
import { neededAttribute, textAttribute } from './kept-attribute'
import RelatedArticleView from './RelatedArticleView.vue'

/** A link to something elsewhere on the web, shown as a card; nothing of it is ever loaded. */
export const EmbedCard = Node.create({
  name: 'embedCard',
  group: 'block',
  atom: true,
  draggable: true,
  addAttributes: () => ({ url: neededAttribute('url'), title: textAttribute('title') }),
  parseHTML: () => [
    {
      tag: 'div[data-url]',
      getAttrs: (element) => (isWebAddress(element.getAttribute('data-url') ?? '') ? null : false),
    },
  ],
  renderHTML: ({ HTMLAttributes }) => ['div', mergeAttributes(HTMLAttributes)],
  addNodeView: () => VueNodeViewRenderer(EmbedCardView),
})

/** A pointer to another article of this library. */
export const RelatedArticle = Node.create({
  name: 'relatedArticle',
  group: 'block',
  atom: true,
  draggable: true,
  addAttributes: () => ({ article: neededAttribute('article') }),
  parseHTML: () => [
    {
      tag: 'div[data-article]',
      getAttrs: (element) =>
        idSchema.safeParse(element.getAttribute('data-article')).success ? null : false,
    },
  ],
  renderHTML: ({ HTMLAttributes }) => ['div', mergeAttributes(HTMLAttributes)],
  addNodeView: () => VueNodeViewRenderer(RelatedArticleView),
})
