import { defineStore } from 'pinia'
import { shallowRef, watch } from 'vue'
import type { OutputOf } from '../../../shared/contract'
import type { AppError } from '../../../shared/kernel/app-error'
import { useGalley } from '../../backend'
import { useSession } from '../../stores/session-store'

export type WaitingArticle = OutputOf<'review.queue'>['rows'][number]

/** What waits for a desk chief, oldest first. */
export const useReviewQueue = defineStore('review-queue', () => {
  const galley = useGalley()
  const session = useSession()

  const rows = shallowRef<readonly WaitingArticle[]>([])
  /** Whether an answer ever came: an empty list is only then known to be empty. */
  const loaded = shallowRef(false)
  const failure = shallowRef<AppError | null>(null)
  let latest = 0

  async function load(): Promise<void> {
    const asked = (latest += 1)
    const reply = await galley.request('review.queue', {})
    if (asked !== latest) return
    loaded.value = true
    failure.value = reply.ok ? null : reply.error
    if (reply.ok) rows.value = reply.value.rows
  }

  watch(
    () => session.library?.path,
    () => {
      latest += 1
      rows.value = []
      loaded.value = false
    },
  )

  return { rows, loaded, failure, load }
})
