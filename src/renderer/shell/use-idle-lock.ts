import { useEventListener, useIntervalFn, useThrottleFn } from '@vueuse/core'
import { watch } from 'vue'
import { useGalley } from '../backend'
import { useLibrary } from '../stores/library-store'
import { useSession } from '../stores/session-store'

const signs = ['keydown', 'pointerdown', 'pointermove', 'wheel', 'focus'] as const
const tellEveryMs = 30_000
const lookEveryMs = 10_000

/**
 * Locks this window when nobody was at it for as long as the rules say, and tells the desk while somebody is. What was
 * typed is kept first; where that is impossible the window stays open and tries again.
 */
export function useIdleLock(): void {
  const galley = useGalley()
  const session = useSession()
  const library = useLibrary()
  let last = Date.now()

  const tell = useThrottleFn(() => {
    if (session.person) void galley.request('session.active', {})
  }, tellEveryMs)
  useEventListener(
    window,
    [...signs],
    () => {
      last = Date.now()
      void tell()
    },
    { passive: true, capture: true },
  )
  watch(
    () => session.person?.id,
    () => (last = Date.now()),
  )
  useIntervalFn(() => {
    const minutes = library.settings?.rules.lockAfterMinutes ?? 0
    if (minutes > 0 && session.person && Date.now() - last >= minutes * 60_000) void session.lock()
  }, lookEveryMs)
}
