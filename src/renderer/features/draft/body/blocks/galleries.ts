import { NodeRange, type Node } from '@tiptap/pm/model'
import { NodeSelection, type EditorState, type Transaction } from '@tiptap/pm/state'
import { ownStep } from '../body-history'
import { blockAt } from './chosen-blocks'
import { insertBlocks } from './insert-block'

/** Where the gallery begins that is chosen or that holds what is chosen, or null. */
function galleryAt({ selection }: EditorState): number | null {
  if (selection instanceof NodeSelection && selection.node.type.name === 'gallery') return selection.from
  const { $from } = selection
  for (let depth = $from.depth; depth > 0; depth -= 1)
    if ($from.node(depth).type.name === 'gallery') return $from.before(depth)
  return null
}

/** The figures in a row around the chosen one, or those that are chosen; null where there are none. */
function figuresInARow({ doc, selection }: EditorState): NodeRange | null {
  const { $from, $to } = selection
  const range = $from.blockRange($to)
  if (!range) return null
  const isFigure = (index: number): boolean => range.parent.maybeChild(index)?.type.name === 'figure'
  let { startIndex, endIndex } = range
  for (let index = startIndex; index < endIndex; index += 1) if (!isFigure(index)) return null
  while (isFigure(startIndex - 1)) startIndex -= 1
  while (isFigure(endIndex)) endIndex += 1
  const from = $from.posAtIndex(startIndex, range.depth)
  const to = $from.posAtIndex(endIndex, range.depth)
  return new NodeRange(doc.resolve(from), doc.resolve(to), range.depth)
}

/** Puts the figures in a row around the chosen one into one gallery; null where there is no figure. */
export function toGallery(state: EditorState): Transaction | null {
  const gallery = state.schema.nodes['gallery']
  const range = galleryAt(state) === null ? figuresInARow(state) : null
  if (!range || !gallery) return null
  const figures = state.doc.slice(range.start, range.end).content
  const tr = ownStep(state).replaceWith(range.start, range.end, gallery.create(null, figures))
  return tr.setSelection(NodeSelection.create(tr.doc, range.start)).scrollIntoView()
}

/** Lets the pictures of a gallery stand by themselves; null outside one. */
export function fromGallery(state: EditorState): Transaction | null {
  const start = galleryAt(state)
  const range = start === null ? null : blockAt(state, start)
  const gallery = start === null ? null : state.doc.nodeAt(start)
  if (!range || !gallery) return null
  const tr = ownStep(state).replaceWith(range.start, range.end, gallery.content)
  return tr.setSelection(NodeSelection.create(tr.doc, range.start)).scrollIntoView()
}

/** Puts figures into the gallery that is chosen, else into the text: as a gallery of their own or one by one. */
export function insertFigures(state: EditorState, figures: readonly Node[], together: boolean): Transaction {
  const start = galleryAt(state)
  const gallery = state.schema.nodes['gallery']
  if (start === null || !gallery)
    return insertBlocks(state, together && gallery ? [gallery.create(null, figures)] : figures)
  const end = start + (state.doc.nodeAt(start)?.nodeSize ?? 0)
  return ownStep(state)
    .insert(end - 1, [...figures])
    .scrollIntoView()
}
