import { mergeAttributes, Node } from '@tiptap/core'
import { VueNodeViewRenderer } from '@tiptap/vue-3'
import FactBoxView from './FactBoxView.vue'
import { textAttribute } from './kept-attribute'

/** A titled box of facts beside the story. */
export const FactBox = Node.create({
  name: 'factBox',
  group: 'block',
  content: 'block+',
  defining: true,
  addAttributes: () => ({ title: textAttribute('title') }),
  parseHTML: () => [{ tag: 'section[data-fact-box]' }],
  renderHTML: ({ HTMLAttributes }) => [
    'section',
    mergeAttributes(HTMLAttributes, { 'data-fact-box': '' }),
    0,
  ],
  addNodeView: () => VueNodeViewRenderer(FactBoxView),
})
