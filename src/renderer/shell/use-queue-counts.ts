import { useDebounceFn } from '@vueuse/core'
import { onScopeDispose, shallowRef, watch, type Ref } from 'vue'
import type { OutputOf } from '../../shared/contract'
import { useGalley } from '../backend'
import { useSession } from '../stores/session-store'

export type QueueCounts = OutputOf<'queue.counts'>

const none: QueueCounts = { waiting: 0, taken: 0, changesRequested: 0, mentions: 0 }

/** How many articles wait for review, and how many ask for this person; follows every change. */
export function useQueueCounts(): Readonly<Ref<QueueCounts>> {
  const galley = useGalley()
  const session = useSession()
  const counts = shallowRef(none)

  async function load(): Promise<void> {
    const reply = await galley.request('queue.counts', {})
    counts.value = reply.ok ? reply.value : none
  }

  const soon = useDebounceFn(load, 250, { maxWait: 1000 })
  onScopeDispose(galley.on('article.changed', () => void soon()))
  watch([() => session.library?.path, () => session.person?.id], () => void load(), { immediate: true })
  return counts
}
