import type { Editor } from '@tiptap/core'
import { TextSelection } from '@tiptap/pm/state'
import type { Galley } from '../../../../../shared/contract'
import type { AppError } from '../../../../../shared/kernel/app-error'
import { closeStep } from '../body-history'
import type { Clipboard } from './clipboard'
import type { ClippingReader } from './clipping-reader'
import { followRange } from './follow-range'
import { insertBlocks, type Range } from './insert-blocks'
import { storeClipped, withStored } from './stored-pictures'

export interface Taken {
  /** What was not taken, each as words such as `2 comments`. */
  left: readonly string[]
  /** Sentences about what was changed. */
  changed: readonly string[]
  /** Why a picture could not be stored, or null. */
  failure: AppError | null
}

interface Surroundings {
  galley: Galley
  reader: ClippingReader
  /** Inserts picture files at a position. */
  addPictures(files: File[], position: number): void
  mayEdit(): boolean
  /** Says what is being done. */
  tell(words: string): void
}

/**
 * Reads what another program copied, stores its pictures and puts it where it was pasted or dropped.
 * @returns what became of it; null when the text may not be edited any more
 */
export async function takeClipping(
  editor: Editor,
  clipboard: Clipboard,
  range: Range,
  event: Event,
  { galley, reader, addPictures, mayEdit, tell }: Surroundings,
): Promise<Taken | null> {
  const followed = followRange(editor, range)
  tell('Reading what was pasted…')
  const reading = await reader.read({
    html: clipboard.html,
    rtf: /<img/i.test(clipboard.html) ? clipboard.rtf : '',
  })
  const clipping = reading.ok ? reading.value : null
  const { stored, failure } = await storeClipped(galley, clipping?.pictures ?? [], tell)
  followed.stop()
  if (editor.isDestroyed || !mayEdit()) return null
  const place = followed.now()
  const nothing: Taken = { left: [], changed: [], failure }

  // A picture copied from a page comes as a file too: as a link alone it would be of no use.
  if (clipping?.hasWords !== true && clipboard.pictures.length > 0) {
    addPictures(clipboard.pictures, place.from)
    return nothing
  }
  const blocks = clipping ? withStored(clipping.blocks, stored) : []
  if (clipping && blocks.length > 0 && insertBlocks(editor.view, blocks, place, event))
    return { left: clipping.left, changed: clipping.changed, failure }
  pastePlain(editor, clipboard.plain, place)
  if (clipping && blocks.length === 0) return { ...nothing, left: clipping.left }
  const why = reading.ok ? 'its blocks stood too deep in one another' : reading.error
  return { ...nothing, changed: [`Pasted as plain text: ${why}.`] }
}

/** Puts plain text into a range, a paragraph for each of its lines, as one step of the body's own history. */
export function pastePlain({ view }: Editor, text: string, { from, to }: Range): void {
  if (text === '') return
  closeStep({ view })
  if (view.state.selection.from !== from || view.state.selection.to !== to)
    view.dispatch(
      view.state.tr.setSelection(
        TextSelection.between(view.state.doc.resolve(from), view.state.doc.resolve(to)),
      ),
    )
  view.pasteText(text)
  closeStep({ view })
}
