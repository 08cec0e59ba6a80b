import { defineStore } from 'pinia'
import { computed, shallowRef, watch } from 'vue'
import type { AppError } from '../../../../shared/kernel/app-error'
import { wholeQueue, type QueueView } from '../../../../shared/review/queue-filter'
import { useGalley } from '../../../backend'
import { useSession } from '../../../stores/session-store'
import { useReviewQueue } from './queue-store'

/** A person's named filters of the queue; they are kept in the library and are there on every machine. */
export const useQueueViews = defineStore('queue-views', () => {
  const galley = useGalley()
  const session = useSession()
  const queue = useReviewQueue()
  const views = shallowRef<readonly QueueView[]>([])
  const failure = shallowRef<AppError | null>(null)

  /** The view whose filter is shown now; null where everything that waits is, or a filter that has no name. */
  const current = computed(() => {
    const shown = JSON.stringify(queue.filter)
    return views.value.find(({ filter }) => JSON.stringify(filter) === shown) ?? null
  })
  const isWhole = computed(() => JSON.stringify(queue.filter) === JSON.stringify(wholeQueue))

  type Reply = { ok: true; value: QueueView[] } | { ok: false; error: AppError }
  async function take(asked: Promise<Reply>): Promise<boolean> {
    const reply = await asked
    failure.value = reply.ok ? null : reply.error
    if (reply.ok) views.value = reply.value
    return reply.ok
  }

  const load = (): Promise<boolean> => take(galley.request('queue-view.list', {}))
  /** Keeps the filter that is shown under a name. */
  const save = (name: string): Promise<boolean> =>
    take(galley.request('queue-view.save', { name, filter: queue.filter }))
  const remove = (id: string): Promise<boolean> => take(galley.request('queue-view.remove', { id }))

  watch([() => session.library?.path, () => session.person?.id], () => {
    views.value = []
    failure.value = null
  })

  return { views, failure, current, isWhole, load, save, remove }
})
