import { mergeAttributes, Node } from '@tiptap/core'
import type { Node as DocumentNode } from '@tiptap/pm/model'
import { NodeSelection } from '@tiptap/pm/state'

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    footnote: {
      /** Puts an empty note behind the chosen words and chooses it. */
      insertFootnote: () => ReturnType
    }
  }
}

/**
 * A note: its mark stands in the text, numbered by the stylesheet; the page prints its words at the end. The words
 * are written beside the mark, in an editor of their own.
 */
export const Footnote = Node.create({
  name: 'footnote',
  group: 'inline',
  inline: true,
  atom: true,
  content: '(text | hardBreak)*',
  parseHTML: () => [{ tag: 'span[data-footnote]' }],
  renderHTML: ({ HTMLAttributes }) => ['span', mergeAttributes(HTMLAttributes, { 'data-footnote': '' }), 0],
  addNodeView: () => (props) => {
    const dom = document.createElement('span')
    dom.className = 'footnote'
    dom.setAttribute('role', 'button')
    const show = ({ textContent }: DocumentNode): void => {
      dom.setAttribute('aria-label', `Note: ${textContent}`)
      dom.title = textContent
    }
    show(props.node)
    return {
      dom,
      update(node) {
        if (node.type !== props.node.type) return false
        show(node)
        return true
      },
    }
  },
  addCommands() {
    return {
      insertFootnote:
        () =>
        ({ tr, dispatch }) => {
          const { $to } = tr.selection
          if (!$to.parent.canReplaceWith($to.index(), $to.index(), this.type)) return false
          if (!dispatch) return true
          tr.insert($to.pos, this.type.create())
          tr.setSelection(NodeSelection.create(tr.doc, $to.pos))
          return true
        },
    }
  },
})
