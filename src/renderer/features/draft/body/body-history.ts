import { Extension, type Editor } from '@tiptap/core'
import { closeHistory, history, redo, undo } from '@tiptap/pm/history'
import type { EditorState, Transaction } from '@tiptap/pm/state'

/** A change of a text that is undone by itself, however soon it follows what was done before. */
export const ownStep = ({ tr }: EditorState): Transaction => closeHistory(tr)

/** What is done next is undone by itself. */
export const closeStep = ({ view }: Pick<Editor, 'view'>): void => view.dispatch(ownStep(view.state))

/** The body's own history. It has no keys: what is undone next may stand outside the body. */
export const BodyHistory = Extension.create({
  name: 'bodyHistory',
  addProseMirrorPlugins: () => [history({ depth: 500, newGroupDelay: 500 })],
})

/** TipTap turns an emptied text into a paragraph; what comes back is to be as it was. */
const asItWas = 'preventClearDocument'

/** Takes the body's last group of changes back. */
export const undoBody = ({ view }: Editor): boolean =>
  undo(view.state, (tr) => view.dispatch(tr.setMeta(asItWas, true)))

/** Makes the body's last group of changes again that was taken back. */
export const redoBody = ({ view }: Editor): boolean =>
  redo(view.state, (tr) => view.dispatch(tr.setMeta(asItWas, true)))
