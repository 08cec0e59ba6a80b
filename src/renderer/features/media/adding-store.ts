import { defineStore } from 'pinia'
import { computed, shallowRef, watch } from 'vue'
import type { AddedPicture, PickedFile } from '../../../shared/contract'
import type { AppError } from '../../../shared/kernel/app-error'
import type { Result } from '../../../shared/kernel/result'
import { useGalley } from '../../backend'
import { useSession } from '../../stores/session-store'
import { useMedia } from './media-store'
import { storePicked, storePicture } from './picture-files'

/** What became of one file. */
export interface AddedFile {
  name: string
  outcome: Result<AddedPicture, AppError>
}

/** Adds pictures to the library, one after the other: each may be large, and one that is refused stops no other. */
export const useAdding = defineStore('adding pictures', () => {
  const galley = useGalley()
  const session = useSession()
  const media = useMedia()

  /** Files asked for and done since there was last nothing to do. */
  const total = shallowRef(0)
  const done = shallowRef(0)
  /** The file at hand, or ''. */
  const present = shallowRef('')
  const reports = shallowRef<readonly AddedFile[]>([])
  const isBusy = computed(() => done.value < total.value)
  let stopped = false
  let last: Promise<unknown> = Promise.resolve()

  const addPicked = (files: readonly PickedFile[]): Promise<AddedPicture[]> =>
    addAll(files, (file) => storePicked(galley, file))

  const addDropped = (files: readonly File[]): Promise<AddedPicture[]> =>
    addAll(files, (file) => storePicture(galley, file))

  /** Adds files after those that are being added; gives those that are in the library then. */
  async function addAll<F extends { name: string }>(
    files: readonly F[],
    store: (file: F) => Promise<Result<AddedPicture, AppError>>,
  ): Promise<AddedPicture[]> {
    if (files.length === 0) return []
    if (!isBusy.value) {
      stopped = false
      reports.value = []
      done.value = total.value = 0
    }
    total.value += files.length
    const turn = last.then(() => addInTurn(files, store))
    last = turn
    const added = await turn
    await media.load()
    return added
  }

  async function addInTurn<F extends { name: string }>(
    files: readonly F[],
    store: (file: F) => Promise<Result<AddedPicture, AppError>>,
  ): Promise<AddedPicture[]> {
    const added: AddedPicture[] = []
    for (const file of files) {
      if (!stopped) {
        present.value = file.name
        const outcome = await store(file)
        reports.value = [...reports.value, { name: file.name, outcome }]
        if (outcome.ok) added.push(outcome.value)
      } else {
        reports.value = [
          ...reports.value,
          { name: file.name, outcome: { ok: false, error: { code: 'cancelled' } } },
        ]
      }
      done.value += 1
    }
    present.value = ''
    return added
  }

  /** Leaves out the files that are still to come. */
  const stop = (): void => void (stopped = true)

  const clear = (): void => void (reports.value = [])

  watch(() => session.library?.path, clear)

  return { total, done, present, reports, isBusy, addPicked, addDropped, stop, clear }
})
