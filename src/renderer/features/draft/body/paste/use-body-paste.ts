import type { Editor } from '@tiptap/core'
import type { Slice } from '@tiptap/pm/model'
import type { EditorView } from '@tiptap/pm/view'
import { computed, onScopeDispose, shallowRef, type ComputedRef, type ShallowRef } from 'vue'
import type { Galley } from '../../../../../shared/contract'
import { useCommand } from '../../../../commands/use-commands'
import type { Draft } from '../../draft-store'
import type { BodyPictures } from '../../use-body-pictures'
import { isOurs, takeClipboard, type Clipboard } from './clipboard'
import { startReader } from './clipping-reader'
import type { Range } from './insert-blocks'
import { checkedSlice } from './own-slice'
import { noticeOf, type PasteNotice } from './paste-notice'
import { pastePlain, takeClipping } from './take-clipping'

/** Pasting and dropping into the body. */
export interface BodyPaste {
  /** What the last paste left out, until it is dismissed. */
  notice: ShallowRef<PasteNotice | null>
  /** Whether the last paste is still the last change of the article. */
  isLast: ComputedRef<boolean>
  /** What is being done, once it takes a while; '' otherwise. */
  waiting: ShallowRef<string>
  undo(): void
  plainInstead(): void
  dismiss(): void
  pasteInto(editor: Editor): void
  /** The editor's own events: true where this answered them. */
  paste(view: EditorView, event: ClipboardEvent): boolean
  drop(view: EditorView, event: DragEvent): boolean
  /** What is copied out of a body of ours, checked. */
  transformPasted(slice: Slice): Slice
}

/** What takes longer is shown as being done, in milliseconds. */
const longWait = 1000

/**
 * Reads what other programs copy as imports are read, in a thread of its own, and puts it where it was pasted.
 * @param mayEdit whether the person may write in the body now
 */
export function useBodyPaste(
  draft: Draft,
  galley: Galley,
  pictures: BodyPictures,
  mayEdit: () => boolean,
): BodyPaste {
  const notice = shallowRef<PasteNotice | null>(null)
  const waiting = shallowRef('')
  const isLast = computed(() => notice.value?.step != null && draft.history.last.value === notice.value.step)
  const reader = startReader()
  onScopeDispose(reader.stop)
  let body: Editor | null = null
  let nextIsPlain = false

  async function take(clipboard: Clipboard, range: Range, event: Event): Promise<void> {
    if (!body) return
    let doing = ''
    const timer = setInterval(() => (waiting.value = doing), longWait)
    const taken = await takeClipping(body, clipboard, range, event, {
      galley,
      reader,
      addPictures: pictures.add,
      mayEdit,
      tell: (words) => (doing = words),
    })
    clearInterval(timer)
    waiting.value = ''
    if (!taken) return
    pictures.failure.value = taken.failure
    const words = noticeOf(taken.left, taken.changed)
    notice.value = words === null ? null : { words, step: draft.history.last.value, plain: clipboard.plain }
  }

  function undo(): void {
    if (isLast.value) draft.history.undo()
    notice.value = null
    body?.view.focus()
  }

  function pasteTextHere(text: string): void {
    if (!body || !mayEdit()) return
    pastePlain(body, text, body.view.state.selection)
    body.view.focus()
  }

  /** Reading the clipboard unasked is not everywhere allowed; then the next paste is plain. */
  async function pastePlainText(): Promise<void> {
    const text = await clipboardText()
    if (text !== null) return pasteTextHere(text)
    nextIsPlain = true
    notice.value = { words: 'Paste now: it comes as plain text.', step: null, plain: '' }
    body?.view.focus()
  }
  useCommand('edit.paste-plain', pastePlainText, () => (mayEdit() ? '' : 'The text can only be read now'))

  return {
    notice,
    isLast,
    waiting,
    undo,
    plainInstead() {
      const plain = notice.value?.plain ?? ''
      undo()
      pasteTextHere(plain)
    },
    dismiss: () => void (notice.value = null),
    pasteInto: (editor) => void (body = editor),
    paste(view, event) {
      const clipboard = takeClipboard(event.clipboardData)
      if (!mayEdit()) return false
      notice.value = null
      const { from, to } = view.state.selection
      if (nextIsPlain) {
        nextIsPlain = false
        pasteTextHere(clipboard.plain)
      } else if (clipboard.html === '') {
        if (clipboard.pictures.length === 0) return false
        pictures.add(clipboard.pictures, from)
      } else if (isOurs(clipboard.html)) return false
      else void take(clipboard, { from, to }, event)
      event.preventDefault()
      return true
    },
    drop(view, event) {
      const clipboard = takeClipboard(event.dataTransfer)
      // What is dragged within the body is moved by the editor.
      if (!mayEdit() || view.dragging || isOurs(clipboard.html)) return false
      const at = view.posAtCoords({ left: event.clientX, top: event.clientY })
      const position = at?.pos ?? view.state.selection.from
      if (clipboard.html !== '') void take(clipboard, { from: position, to: position }, event)
      else if (clipboard.pictures.length > 0) pictures.add(clipboard.pictures, position)
      else return false
      event.preventDefault()
      return true
    },
    transformPasted: checkedSlice,
  }
}

/** The clipboard's text; null where the browser does not give it. */
async function clipboardText(): Promise<string | null> {
  try {
    return await navigator.clipboard.readText()
  } catch {
    return null
  }
}
