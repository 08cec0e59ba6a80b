import { Editor } from '@tiptap/core'
import { redoDepth, undoDepth } from '@tiptap/pm/history'
import { onTestFinished } from 'vitest'
import type { Block, Body } from '../../../../../shared/article/body'
import type { BodyTools, Question } from '../commands/body-command'
import { redoBody, undoBody } from '../body-history'
import { bodyExtensions } from '../extensions'
import { SlashMenuKeys, takeOffer } from '../slash/slash-menu'

/** A body's editor with its tools, for tests; `asked` is what the person was asked last. */
export interface TestedBody extends BodyTools {
  asked: Question | null
  blocks: () => Block[]
  /** Types letters one by one, as a keyboard does. */
  type: (text: string) => void
  press: (key: string) => void
  /** Takes everything back that was done. */
  undoAll: () => void
  /** Makes everything again that was taken back. */
  redoAll: () => void
}

/** Opens an editor on blocks, or on HTML, until the test is over. The caret stands where the text begins. */
export function openBody(content: Block[] | string): TestedBody {
  const editor = new Editor({
    extensions: [
      ...bodyExtensions,
      SlashMenuKeys.configure({ take: (command) => takeOffer(tools, command) }),
    ],
    content: typeof content === 'string' ? content : { type: 'doc', content },
    injectCSS: false,
  })
  // An editor that outlives its test looks for a document that is gone.
  onTestFinished(() => editor.destroy())
  const { view } = editor
  const tools: TestedBody = {
    article: '01ARZ3NDEKTSV4RRFFQ69G5FAV',
    editor,
    asked: null,
    ask: (question) => void (tools.asked = question),
    blocks: () => (editor.getJSON() as Body).content,
    type(text) {
      for (const letter of text) {
        const { from, to } = view.state.selection
        const insert = () => view.state.tr.insertText(letter, from, to)
        if (!view.someProp('handleTextInput', (handle) => handle(view, from, to, letter, insert)))
          view.dispatch(insert())
      }
    },
    press(key) {
      const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })
      view.someProp('handleKeyDown', (handle) => handle(view, event))
    },
    undoAll() {
      for (let left = undoDepth(view.state); left > 0; left -= 1) undoBody(editor)
    },
    redoAll() {
      for (let left = redoDepth(view.state); left > 0; left -= 1) redoBody(editor)
    },
  }
  return tools
}
