import { NodeRange, type Node } from '@tiptap/pm/model'
import { NodeSelection, Selection, type EditorState } from '@tiptap/pm/state'

/** What holds blocks that can change places with one another: the body itself, boxes, lists and galleries. */
const holders = new Set(['doc', 'factBox', 'blockquote', 'bulletList', 'orderedList', 'gallery'])
const isHolder = (node: Node): boolean => holders.has(node.type.name)

/** The blocks, list items or gallery pictures that a selection touches, side by side; null between two blocks. */
export function chosenBlocks({ $from, $to }: Selection): NodeRange | null {
  return $from.blockRange($to, isHolder)
}

/** The same blocks, or what holds them where nothing else is in there: the only item stands for its list. */
export function widened(range: NodeRange): NodeRange {
  const { depth, startIndex, endIndex, parent, $from, $to } = range
  if (depth === 0 || startIndex > 0 || endIndex < parent.childCount) return range
  for (let outer = depth - 1; outer >= 0; outer -= 1)
    if (isHolder($from.node(outer))) return widened(new NodeRange($from, $to, outer))
  return range
}

/** The whole block of the body that begins at a position. */
export function blockAt(state: EditorState, position: number): NodeRange | null {
  const block = state.doc.nodeAt(position)
  if (!block) return null
  const at = state.doc.resolve(position)
  return new NodeRange(at, state.doc.resolve(position + block.nodeSize), at.depth)
}

/** Where the body's own block begins in which a selection begins. */
export function topBlockStart({ $from }: Selection): number {
  return $from.depth === 0 ? $from.pos : $from.before(1)
}

/** The caret in the block that begins at a position, or the block itself where it takes none. */
export function selectionIn(doc: Node, position: number): Selection {
  const node = doc.nodeAt(position)
  return node?.isAtom || node?.type.name === 'gallery'
    ? NodeSelection.create(doc, position)
    : Selection.near(doc.resolve(position))
}
