import type { Editor } from '@tiptap/vue-3'
import type { Node as DocumentNode } from '@tiptap/pm/model'
import { undoDepth } from '@tiptap/pm/history'
import { onBeforeUnmount, shallowRef, watch, type ShallowRef } from 'vue'
import type { Body } from '../../../../shared/article/body'
import type { Draft } from '../draft-store'
import { noBody } from '../history'
import type { BodyTools, Question } from './commands/body-command'
import { closeStep, redoBody, undoBody } from './body-history'
import { bodyExtensions } from './extensions'
import type { BodyPaste } from './paste/use-body-paste'
import { QuietEditor } from './quiet-editor'
import { SlashMenuKeys, takeOffer } from './slash/slash-menu'

export interface BodyEditor {
  editor: Editor
  tools: BodyTools
  /** What the person is being asked, or null. */
  question: Readonly<ShallowRef<Question | null>>
  /** Nothing is asked any more. */
  answered(): void
  /** The document as it stands: a new node with every change, set in the same task as the key press. */
  doc: ShallowRef<DocumentNode>
}

/**
 * The body's editor for as long as the calling component lives.
 * @param mayEdit whether the person may write in it now
 * @param paste answers what is pasted and dropped
 */
export function useBodyEditor(draft: Draft, mayEdit: () => boolean, paste: BodyPaste): BodyEditor {
  const question = shallowRef<Question | null>(null)
  const ask = (wanted: Question): void => {
    if (mayEdit()) question.value = wanted
  }

  const tools: BodyTools = {
    article: draft.id,
    ask,
    get editor() {
      return editor
    },
  }
  const editor: Editor = new QuietEditor({
    extensions: [
      ...bodyExtensions,
      SlashMenuKeys.configure({ take: (command) => takeOffer(tools, command) }),
    ],
    content: draft.body.value,
    editable: mayEdit(),
    injectCSS: false,
    // Pasted text stays as it was typed; only an address becomes a link.
    enablePasteRules: ['link'],
    editorProps: {
      attributes: () => ({
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': 'Body',
        ...(mayEdit() ? {} : { 'aria-readonly': 'true', tabindex: '0' }),
        lang: draft.fields.value.lang,
        dir: draft.fields.value.dir,
        class: 'body-text',
      }),
      handleDOMEvents: {
        keydown: (_view, event) => isForArticle(event),
        // Before the editor reads it all by itself.
        paste: paste.paste,
        drop(view, event) {
          // A block that is dragged right after something else was done is put back by itself.
          closeStep(editor)
          return paste.drop(view, event)
        },
      },
      transformPasted: paste.transformPasted,
    },
    onTransaction: ({ transaction, editor: { view } }) => {
      if (!transaction.docChanged) return
      doc.value = transaction.doc
      draft.history.noteBody(undoDepth(view.state))
    },
    onUpdate: () => draft.bodyChanged(),
  })
  const doc = shallowRef(editor.view.state.doc)
  paste.pasteInto(editor)

  // At once, so that whoever reads the text next reads the new one.
  const stopShowing = watch(draft.body, (body) => editor.commands.setContent(body, { emitUpdate: false }), {
    flush: 'sync',
  })
  watch(mayEdit, (may) => editor.setEditable(may, false))
  watch(
    () => [draft.fields.value.lang, draft.fields.value.dir],
    () => editor.view.updateState(editor.view.state),
  )
  draft.readBodyFrom(() => editor.getJSON())
  draft.history.undoBodyBy({
    undo: () => void undoBody(editor),
    redo: () => void redoBody(editor),
    close: () => closeStep(editor),
  })
  onBeforeUnmount(() => {
    // An undo may still put another text here when the editor is gone: the draft's own body counts from now on.
    stopShowing()
    draft.body.value = editor.getJSON() as Body
    draft.readBodyFrom(() => draft.body.value)
    draft.history.undoBodyBy(noBody)
    draft.history.forget()
    editor.destroy()
  })
  const answered = (): void => void (question.value = null)
  return { editor, tools, question, answered, doc }
}

/** Keys that ProseMirror would swallow: undo is the article's, and Enter with Ctrl, Command or Alt a command's. */
function isForArticle({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  if (key === 'Enter') return ctrlKey || metaKey || altKey
  return (ctrlKey || metaKey) && /^[zy]$/i.test(key)
}
