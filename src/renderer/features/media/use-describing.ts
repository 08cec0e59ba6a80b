import { shallowRef, type ShallowRef } from 'vue'
import type { AppError } from '../../../shared/kernel/app-error'
import { descriptionNames, type PictureDescription } from '../../../shared/media/picture-details'
import { useToasts } from '../../ui'
import { useMedia } from './media-store'

/** Changes what is said of pictures; each change can be undone from a toast, and so can its undoing. */
interface Describing {
  /** Why the last change could not be stored, or null. */
  failure: ShallowRef<AppError | null>
  describe(hash: string, changes: Partial<PictureDescription>): Promise<void>
}

export function useDescribing(): Describing {
  const media = useMedia()
  const toasts = useToasts()
  const failure = shallowRef<AppError | null>(null)

  async function describe(hash: string, changes: Partial<PictureDescription>): Promise<void> {
    const reply = await media.describe(hash, changes)
    failure.value = reply.ok ? null : reply.error
    if (!reply.ok) return
    const fields = Object.keys(changes) as (keyof PictureDescription)[]
    const names = fields.map((field, place) =>
      place === 0 ? descriptionNames[field] : descriptionNames[field].toLowerCase(),
    )
    toasts.show({ text: `${names.join(', ')} changed`, undo: () => describe(hash, reply.value) })
  }

  return { failure, describe }
}
