import type { EditorOptions } from '@tiptap/core'
import type { EditorState } from '@tiptap/pm/state'
import { Editor } from '@tiptap/vue-3'

/**
 * TipTap's editor without its reactive copy of the state, which asks for two frames more with every key; whoever
 * shows something of the text looks at it after the paint.
 */
export class QuietEditor extends Editor {
  constructor(options: Partial<EditorOptions>) {
    super({ ...options, enableCoreExtensions: { delete: false } })
    this.off('beforeTransaction')
  }

  override get state(): EditorState {
    return this.view.state
  }
}
