import { defineStore } from 'pinia'
import { shallowRef, watch } from 'vue'
import type { MediaInfo, OutputOf, PickedFile } from '../../../shared/contract'
import type { AppError } from '../../../shared/kernel/app-error'
import type { Result } from '../../../shared/kernel/result'
import { useGalley } from '../../backend'
import { useSession } from '../../stores/session-store'
import { storePicture } from './picture-files'

export type StoredPicture = OutputOf<'media.list'>[number]

/** The library's pictures, newest first, and those being added. */
export const useMedia = defineStore('media', () => {
  const galley = useGalley()
  const session = useSession()

  const pictures = shallowRef<readonly StoredPicture[]>([])
  const loaded = shallowRef(false)
  const failure = shallowRef<AppError | null>(null)
  /** How many files of the present batch are still to come; 0 while none is added. */
  const waiting = shallowRef(0)
  /** What could not be added, a failure per file. */
  const refused = shallowRef<readonly AppError[]>([])
  /** What a person should know of the pictures just added. */
  const remarks = shallowRef<readonly string[]>([])
  let latest = 0

  async function load(): Promise<void> {
    const asked = (latest += 1)
    const reply = await galley.request('media.list', {})
    if (asked !== latest) return
    loaded.value = true
    failure.value = reply.ok ? null : reply.error
    if (reply.ok) pictures.value = reply.value
  }

  const addPicked = (files: readonly PickedFile[]): Promise<void> =>
    addAll(files, ({ name, data }) => galley.request('media.add', { name, data }))

  const addDropped = (files: readonly File[]): Promise<void> =>
    addAll(files, (file) => storePicture(galley, file))

  /** Adds pictures one after the other: each may be large, and one that is refused does not stop the others. */
  async function addAll<F extends { name: string }>(
    files: readonly F[],
    store: (file: F) => Promise<Result<MediaInfo, AppError>>,
  ): Promise<void> {
    if (files.length === 0) return
    refused.value = []
    remarks.value = []
    waiting.value += files.length
    for (const file of files) {
      const reply = await store(file)
      waiting.value -= 1
      if (!reply.ok) refused.value = [...refused.value, reply.error]
      else
        remarks.value = [
          ...remarks.value,
          ...reply.value.warnings.map((warning) => `${file.name}: ${warning}`),
        ]
    }
    await load()
  }

  watch(
    () => session.library?.path,
    () => {
      latest += 1
      pictures.value = []
      loaded.value = false
      refused.value = []
      remarks.value = []
    },
  )

  return { pictures, loaded, failure, waiting, refused, remarks, load, addPicked, addDropped }
})
