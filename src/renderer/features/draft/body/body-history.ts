import { Extension } from '@tiptap/core'
import { history } from '@tiptap/pm/history'

/** The body's own history. It has no keys: what is undone next may stand outside the body. */
export const BodyHistory = Extension.create({
  name: 'bodyHistory',
  addProseMirrorPlugins: () => [history({ depth: 500, newGroupDelay: 500 })],
})
