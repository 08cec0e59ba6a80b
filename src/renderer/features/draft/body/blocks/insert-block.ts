import type { Node } from '@tiptap/pm/model'
import { Selection, TextSelection, type EditorState, type Transaction } from '@tiptap/pm/state'
import { ownStep } from '../body-history'

/** What a new block may stand in beside others; a list is left for a block of another kind. */
const places = new Set(['doc', 'factBox', 'blockquote', 'tableCell', 'tableHeader'])

/**
 * Puts blocks behind the one with the caret, or in its place where it is an empty paragraph. The caret goes into
 * the first of them that takes words, else into the text behind them, which is made where there is none.
 */
export function insertBlocks(state: EditorState, blocks: readonly Node[]): Transaction {
  const { from, to } = placeFor(state)
  const tr = ownStep(state).replaceWith(from, to, [...blocks])
  const end = from + blocks.reduce((size, block) => size + block.nodeSize, 0)
  const within = Selection.findFrom(tr.doc.resolve(from), 1, true)
  if (within && within.from < end) return tr.setSelection(within).scrollIntoView()
  const paragraph = state.schema.nodes['paragraph']
  if (!tr.doc.nodeAt(end)?.isTextblock && paragraph) tr.insert(end, paragraph.create())
  return tr.setSelection(TextSelection.create(tr.doc, end + 1)).scrollIntoView()
}

function placeFor({ selection: { $to } }: EditorState): { from: number; to: number } {
  let depth = $to.depth
  while (!places.has($to.node(depth).type.name)) depth -= 1
  if (depth === $to.depth) return { from: $to.pos, to: $to.pos }
  const block = $to.node(depth + 1)
  const after = $to.after(depth + 1)
  const isEmpty = block.type.name === 'paragraph' && block.content.size === 0
  return { from: isEmpty ? after - block.nodeSize : after, to: after }
}
