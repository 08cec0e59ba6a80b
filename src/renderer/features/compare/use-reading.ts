import { useDocumentVisibility, useTimeoutFn } from '@vueuse/core'
import { onMounted, ref, shallowRef, watch, type ShallowRef } from 'vue'
import type { OutputOf } from '../../../shared/contract'
import { useGalley } from '../../backend'

/** How long an article has to be in view before it counts as read, in milliseconds. */
const readAfter = 3000

/** What others kept since this person last read an article; null while that is not known or nothing. */
export type SinceRead = OutputOf<'article.since-read'> & { read: number }

/**
 * Asks, once an article is shown, what others kept since this person last read it, and notes what is being read.
 * @param revision the revision that is in view
 */
export function useReading(id: string, revision: () => number): ShallowRef<SinceRead | null> {
  const galley = useGalley()
  const news = shallowRef<SinceRead | null>(null)
  const visibility = useDocumentVisibility()
  // A mark that cannot be noted is not worth a word: the line just shows more than it had to the next time.
  const seen = useTimeoutFn(
    () => void galley.request('article.read', { id, revision: revision() }),
    readAfter,
    {
      immediate: false,
    },
  )

  // What is read now is noted only after it was asked what was read before.
  const asked = ref(false)
  onMounted(async () => {
    const reply = await galley.request('article.since-read', { id })
    if (reply.ok && reply.value.read !== null && reply.value.revisions > 0) {
      news.value = { ...reply.value, read: reply.value.read }
    }
    asked.value = true
  })
  watch([asked, visibility, revision], () => {
    if (asked.value && visibility.value === 'visible') seen.start()
    else seen.stop()
  })
  return news
}
