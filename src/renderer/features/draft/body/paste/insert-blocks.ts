import { Fragment, Node, Slice } from '@tiptap/pm/model'
import type { Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { maximumDepth, type Block } from '../../../../../shared/article/body'
import { closeStep } from '../body-history'

export interface Range {
  from: number
  to: number
}

/** Marks a transaction that inserts what was pasted. */
const pastes = 'galley-paste'
/** Whether a change inserted what was pasted, rather than being typed meanwhile. */
export const isPaste = (transaction: Transaction): boolean => transaction.getMeta(pastes) === true

/**
 * Inserts blocks as a paste does: the first and the last join the text they are put into, and a caret that stands
 * there goes behind them. It is one step of the body's own history.
 * @returns false where they would stand too deep in one another
 */
export function insertBlocks(
  view: EditorView,
  blocks: readonly Block[],
  range: Range,
  event: Event,
): boolean {
  const { state } = view
  const slice = openSlice(Fragment.from(blocks.map((block) => Node.fromJSON(state.schema, block))))
  const around = Math.max(0, state.doc.resolve(range.from).depth - 1)
  if (around + 1 + levels(slice.content) > maximumDepth) return false

  const { from, to } = state.selection
  const isHere = from === range.from && to === range.to
  closeStep({ view })
  // A table pasted into a table goes into its cells, an address pasted over words makes them a link.
  const isTaken =
    isHere &&
    event instanceof ClipboardEvent &&
    view.someProp('handlePaste', (paste) => paste(view, event, slice)) === true
  if (!isTaken) {
    const tr = view.state.tr.setMeta(pastes, true)
    const single =
      slice.size > 0 && slice.openStart === 0 && slice.openEnd === 0 && slice.content.childCount === 1
    if (!isHere) tr.replaceRange(range.from, range.to, slice)
    else if (single && slice.content.firstChild) tr.replaceSelectionWith(slice.content.firstChild, false)
    else tr.replaceSelection(slice)
    view.dispatch(isHere ? tr.scrollIntoView() : tr)
  }
  closeStep({ view })
  return true
}

/** What a sentence may go on in: quotes, boxes and tables stay whole. */
const goesOn = ['paragraph', 'heading', 'listItem', 'bulletList', 'orderedList']

function openSlice(content: Fragment): Slice {
  const depth = (child: 'firstChild' | 'lastChild'): number => {
    let open = 0
    for (let node = content[child]; node && goesOn.includes(node.type.name); node = node[child]) open += 1
    return open
  }
  return new Slice(content, depth('firstChild'), depth('lastChild'))
}

/** How many nodes with content stand in one another. */
function levels(content: Fragment): number {
  let deepest = 0
  content.forEach((node) => {
    if (!node.isText && node.content.size > 0) deepest = Math.max(deepest, 1 + levels(node.content))
  })
  return deepest
}
