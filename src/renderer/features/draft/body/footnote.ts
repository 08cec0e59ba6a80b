import { mergeAttributes, Node } from '@tiptap/core'

/** A note's words, written where its mark will stand; the page prints them at its end. */
export const Footnote = Node.create({
  name: 'footnote',
  group: 'inline',
  inline: true,
  content: '(text | hardBreak)*',
  parseHTML: () => [{ tag: 'span[data-footnote]' }],
  renderHTML: ({ HTMLAttributes }) => [
    'span',
    mergeAttributes(HTMLAttributes, { 'data-footnote': '', class: 'footnote' }),
    0,
  ],
})
