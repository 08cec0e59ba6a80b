import type { Editor } from '@tiptap/core'
import { NodeSelection } from '@tiptap/pm/state'
import { selectionIn, topBlockStart } from './blocks/chosen-blocks'

/** Goes from the text to the first field of the block with the caret, such as a picture's alt text. */
export function goToBlockFields({ view }: Editor): void {
  const { selection } = view.state
  const isChosen = selection instanceof NodeSelection && selection.node.isBlock
  const dom = view.nodeDOM(isChosen ? selection.from : topBlockStart(selection))
  if (dom instanceof HTMLElement) dom.querySelector<HTMLElement>('input, select, button')?.focus()
}

/** Goes from a field of a block back to the text: the block is chosen, or has the caret where it takes one. */
export function leaveBlockFields(editor: Editor, position: number | undefined): void {
  const { view } = editor
  const node = position === undefined ? null : view.state.doc.nodeAt(position)
  if (position !== undefined && node)
    view.dispatch(view.state.tr.setSelection(selectionIn(view.state.doc, position)))
  view.focus()
}
