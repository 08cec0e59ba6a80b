import type { Editor } from '@tiptap/core'
import { NodeSelection } from '@tiptap/pm/state'
import { blockAt, topBlockStart } from './blocks/chosen-blocks'

/** Goes from the text to the first field of the block with the caret, such as a picture's alt text. */
export function goToBlockFields({ view }: Editor): void {
  const { selection } = view.state
  const isChosen = selection instanceof NodeSelection && selection.node.isBlock
  const dom = view.nodeDOM(isChosen ? selection.from : topBlockStart(selection))
  if (dom instanceof HTMLElement) dom.querySelector<HTMLElement>('input, select, button')?.focus()
}

/** Goes from a field of a block back to the text: the block is chosen, or has the caret where it takes one. */
export function leaveBlockFields(editor: Editor, position: number | undefined): void {
  const range = position === undefined ? null : blockAt(editor.view.state, position)
  const node = position === undefined ? null : editor.view.state.doc.nodeAt(position)
  const chain = editor.chain().focus()
  if (!range || !node) chain.run()
  else if (node.isAtom || node.type.name === 'gallery') chain.setNodeSelection(range.start).run()
  else chain.setTextSelection(range.start + 1).run()
}
