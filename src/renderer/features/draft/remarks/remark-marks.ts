import type { Node as DocumentNode } from '@tiptap/pm/model'
import { Plugin, PluginKey, type EditorState, type Transaction } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'

/** A remark on words or on a block of the body; positions are the editor’s. */
export interface RemarkMark {
  id: string
  kind: 'comment' | 'suggestion' | 'claim'
  from: number
  to: number
  isChosen: boolean
}

const key = new PluginKey<DecorationSet>('remarks')

/**
 * Marks what was remarked upon. What is typed moves the marks; where they are is worked out elsewhere, when idle.
 * @param onClick a mark was clicked
 */
export const remarksPlugin = (onClick: (id: string) => void): Plugin<DecorationSet> =>
  new Plugin<DecorationSet>({
    key,
    state: {
      init: () => DecorationSet.empty,
      apply(transaction, set) {
        const marks = transaction.getMeta(key) as readonly RemarkMark[] | undefined
        if (marks) return DecorationSet.create(transaction.doc, marks.map(decorationOf(transaction.doc)))
        return transaction.docChanged ? set.map(transaction.mapping, transaction.doc) : set
      },
    },
    props: {
      decorations: (state) => key.getState(state),
      handleClick(view, position) {
        const [found] = key.getState(view.state)?.find(position, position) ?? []
        if (found) onClick((found.spec as RemarkMark).id)
        return false
      },
    },
  })

const decorationOf =
  (doc: DocumentNode) =>
  (mark: RemarkMark): Decoration => {
    const { from, to } = mark
    const attributes = {
      class: `remark remark-${mark.kind}${mark.isChosen ? ' remark-chosen' : ''}`,
      'data-remark': mark.id,
    }
    if (from === to) return Decoration.widget(from, pointOf(attributes), { ...mark, ignoreSelection: true })
    const node = doc.nodeAt(from)
    return node && !node.isText && node.nodeSize === to - from
      ? Decoration.node(from, to, attributes, mark)
      : Decoration.inline(from, to, attributes, mark)
  }

/** What shows where something would be inserted. */
const pointOf = (attributes: Record<string, string>) => (): HTMLElement => {
  const point = document.createElement('span')
  for (const [name, value] of Object.entries(attributes)) point.setAttribute(name, value)
  point.classList.add('remark-point')
  return point
}

/** Has a transaction show these marks in place of those there are; that is no step to be undone. */
export const markRemarks = (transaction: Transaction, marks: readonly RemarkMark[]): Transaction =>
  transaction.setMeta(key, marks).setMeta('addToHistory', false)

/** The marks that are shown, each with its place now. */
export const shownMarks = (state: EditorState): RemarkMark[] =>
  (key.getState(state)?.find() ?? []).map(({ spec, from, to }) => ({ ...(spec as RemarkMark), from, to }))
