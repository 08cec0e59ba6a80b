import { mergeAttributes, Node } from '@tiptap/core'
import { VueNodeViewRenderer } from '@tiptap/vue-3'
import { hashSchema } from '../../../../shared/kernel/ids'
import FigureView from './FigureView.vue'
import GalleryView from './GalleryView.vue'
import { textAttribute } from './kept-attribute'

const widths = ['text', 'wide', 'half']

/** A picture of the library with its words. Only pictures that the library holds can stand in a body. */
export const Figure = Node.create({
  name: 'figure',
  group: 'block',
  atom: true,
  draggable: true,
  addAttributes: () => ({
    media: textAttribute('media'),
    alt: textAttribute('alt'),
    decorative: {
      default: false,
      parseHTML: (element) => element.getAttribute('data-decorative') === 'true',
      renderHTML: ({ decorative }) => ({ 'data-decorative': String(decorative === true) }),
    },
    caption: textAttribute('caption'),
    credit: textAttribute('credit'),
    width: {
      default: 'text',
      parseHTML: (element) => {
        const width = element.getAttribute('data-width') ?? ''
        return widths.includes(width) ? width : 'text'
      },
      renderHTML: ({ width }) => ({ 'data-width': String(width) }),
    },
  }),
  parseHTML: () => [
    {
      tag: 'figure[data-media]',
      getAttrs: (element) =>
        hashSchema.safeParse(element.getAttribute('data-media')).success ? null : false,
    },
  ],
  renderHTML: ({ HTMLAttributes }) => ['figure', mergeAttributes(HTMLAttributes)],
  addNodeView: () => VueNodeViewRenderer(FigureView),
})

/** Several pictures in a row. */
export const Gallery = Node.create({
  name: 'gallery',
  group: 'block',
  content: 'figure+',
  parseHTML: () => [{ tag: 'div[data-gallery]' }],
  renderHTML: ({ HTMLAttributes }) => ['div', mergeAttributes(HTMLAttributes, { 'data-gallery': '' }), 0],
  addNodeView: () => VueNodeViewRenderer(GalleryView),
})
