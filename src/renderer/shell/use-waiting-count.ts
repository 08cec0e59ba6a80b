import { useDebounceFn } from '@vueuse/core'
import { onScopeDispose, ref, type Ref } from 'vue'
import { useGalley } from '../backend'

/** How many articles wait for review; follows every change. */
export function useWaitingCount(): Readonly<Ref<number>> {
  const galley = useGalley()
  const count = ref(0)

  async function load(): Promise<void> {
    const reply = await galley.request('queue.counts', {})
    if (reply.ok) count.value = reply.value.waiting
  }

  const soon = useDebounceFn(load, 250, { maxWait: 1000 })
  onScopeDispose(galley.on('article.changed', () => void soon()))
  void load()
  return count
}
