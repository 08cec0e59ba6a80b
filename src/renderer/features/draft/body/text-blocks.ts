import { mergeAttributes, Node, textblockTypeInputRule } from '@tiptap/core'
import { ListItem, OrderedList } from '@tiptap/extension-list'
import { TableCell, TableHeader } from '@tiptap/extension-table'

/** Lines are written in the direction of their own words. */
export const ownDirection = { dir: 'auto' }

const highestStart = 1_000_000

/** Headings of the second and third level: the headline is the first, and a fourth is read as a third. */
export const BodyHeading = Node.create({
  name: 'heading',
  group: 'block',
  content: 'inline*',
  defining: true,
  addAttributes: () => ({ level: { default: 2, rendered: false } }),
  parseHTML() {
    const levels = { h1: 2, h2: 2, h3: 3, h4: 3, h5: 3, h6: 3 }
    return Object.entries(levels).map(([tag, level]) => ({ tag, attrs: { level } }))
  },
  renderHTML: ({ node, HTMLAttributes }) => [
    node.attrs.level === 3 ? 'h3' : 'h2',
    mergeAttributes(HTMLAttributes, ownDirection),
    0,
  ],
  addInputRules() {
    return [2, 3].map((level) =>
      textblockTypeInputRule({
        find: new RegExp(`^(#{${level}})\\s$`),
        type: this.type,
        getAttributes: { level },
      }),
    )
  },
})

/** A forced line break. Its one key is Shift+Enter: with Ctrl or Command, Enter belongs to the article. */
export const LineBreak = Node.create({
  name: 'hardBreak',
  group: 'inline',
  inline: true,
  selectable: false,
  linebreakReplacement: true,
  parseHTML: () => [{ tag: 'br' }],
  renderHTML: () => ['br'],
  renderText: () => '\n',
  addKeyboardShortcuts() {
    return {
      'Shift-Enter': () =>
        this.editor.commands.command(({ tr }) => {
          tr.replaceSelectionWith(this.type.create()).scrollIntoView()
          return true
        }),
    }
  },
})

/** A numbered list may start anywhere; how its numbers look is the page's business. */
export const NumberedList = OrderedList.extend({
  addAttributes() {
    return {
      start: {
        default: 1,
        parseHTML: (element) => startOf(element.getAttribute('start')),
      },
      type: { default: null, rendered: false, parseHTML: () => null },
    }
  },
})

function startOf(written: string | null): number {
  const start = Number.parseInt(written ?? '', 10)
  return Number.isInteger(start) && start >= 0 && start <= highestStart ? start : 1
}

/** A list item may begin with any block, as imported lists do. */
export const AnyListItem = ListItem.extend({ content: 'block+' })

const span = (name: 'colspan' | 'rowspan') => ({
  default: 1,
  parseHTML: (element: HTMLElement) => {
    const cells = Number.parseInt(element.getAttribute(name) ?? '', 10)
    return Number.isInteger(cells) && cells >= 1 && cells <= 100 ? cells : 1
  },
})
const cellAttributes = () => ({
  colspan: span('colspan'),
  rowspan: span('rowspan'),
  colwidth: { default: null, rendered: false, parseHTML: () => null },
})

export const BodyTableCell = TableCell.extend({ addAttributes: cellAttributes })
export const BodyTableHeader = TableHeader.extend({ addAttributes: cellAttributes })
