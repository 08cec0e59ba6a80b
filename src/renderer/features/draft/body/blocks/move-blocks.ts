import { Fragment, type NodeRange } from '@tiptap/pm/model'
import { Selection, type EditorState, type Transaction } from '@tiptap/pm/state'
import { StepMap } from '@tiptap/pm/transform'
import { ownStep } from '../body-history'
import { widened } from './chosen-blocks'

/**
 * Lets blocks change places with the one before (-1) or after (1) them; null at either end. The neighbour is what
 * is taken out and put back, so that the chosen blocks keep the caret.
 */
export function moveBlocks(state: EditorState, range: NodeRange, step: -1 | 1): Transaction | null {
  const { parent, start, end, startIndex, endIndex } = widened(range)
  const neighbour = parent.maybeChild(step < 0 ? startIndex - 1 : endIndex)
  if (!neighbour) return null
  const tr = ownStep(state)
  if (step < 0) tr.insert(end, neighbour).delete(start - neighbour.nodeSize, start)
  else tr.delete(end, end + neighbour.nodeSize).insert(start, neighbour)
  return tr.scrollIntoView()
}

/** Puts a copy behind the blocks; the caret goes to the same place in the copy. */
export function duplicateBlocks(state: EditorState, { start, end }: NodeRange): Transaction {
  const copy = state.doc.slice(start, end).content
  const tr = ownStep(state).insert(end, copy)
  const { selection } = state
  if (selection.from >= start && selection.to <= end)
    tr.setSelection(selection.map(tr.doc, StepMap.offset(copy.size)))
  return tr.scrollIntoView()
}

/** Takes blocks out, and with the last of its blocks what held them. An emptied body keeps one empty paragraph. */
export function removeBlocks(state: EditorState, range: NodeRange): Transaction {
  const { start, end, parent } = widened(range)
  const tr = ownStep(state)
  const isAll = parent.type.name === 'doc' && end - start === parent.content.size
  tr.replaceWith(
    start,
    end,
    isAll ? Fragment.from(state.schema.nodes['paragraph']?.create()) : Fragment.empty,
  )
  return tr.setSelection(Selection.near(tr.doc.resolve(start))).scrollIntoView()
}
