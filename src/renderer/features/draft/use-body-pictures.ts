import type { Editor } from '@tiptap/core'
import type { Transaction } from '@tiptap/pm/state'
import { shallowRef, type ShallowRef } from 'vue'
import type { AddedPicture, Galley } from '../../../shared/contract'
import type { AppError } from '../../../shared/kernel/app-error'
import type { Result } from '../../../shared/kernel/result'
import { figureOf, storePicture } from '../media'

/** Stores pictures and puts them into the body. */
export interface BodyPictures {
  /** Why the last one could not be used, or null. */
  failure: ShallowRef<AppError | null>
  insertInto(editor: Editor): void
  /** Picture files that were pasted or dropped, for a position in the document. */
  add(files: File[], position: number): void
}

export function useBodyPictures(galley: Galley): BodyPictures {
  const failure = shallowRef<AppError | null>(null)
  let editor: Editor | null = null

  function insert(picture: AddedPicture, position: number): void {
    if (!editor || editor.isDestroyed) return
    const at = Math.min(position, editor.view.state.doc.content.size)
    editor
      .chain()
      .insertContentAt(at, { type: 'figure', attrs: figureOf(picture) })
      .run()
  }

  /** Inserts pictures one behind the other where they were wanted, also when that place moves while they are stored. */
  async function addAll(
    stored: readonly Promise<Result<AddedPicture, AppError>>[],
    position: number,
  ): Promise<void> {
    failure.value = null
    let at = position
    const follow = ({ transaction }: { transaction: Transaction }): void => {
      at = transaction.mapping.map(at)
    }
    editor?.on('transaction', follow)
    for (const picture of stored) {
      const reply = await picture
      if (reply.ok) insert(reply.value, at)
      else failure.value = reply.error
    }
    editor?.off('transaction', follow)
  }

  return {
    failure,
    insertInto: (body) => void (editor = body),
    add: (files, position) =>
      void addAll(
        files.map((file) => storePicture(galley, file)),
        position,
      ),
  }
}
