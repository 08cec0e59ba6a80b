import { useEventListener } from '@vueuse/core'
import { onBeforeUnmount } from 'vue'
import { onBeforeRouteLeave, onBeforeRouteUpdate } from 'vue-router'
import { useSession } from '../../stores/session-store'
import type { Draft } from './draft-store'

/**
 * Keeps what is typed before the person goes: to another view, to another library, out of the session,
 * out of the window. Going is held
 * up only where text would be lost.
 */
export function useLeaving(draft: Draft, askToLeave: () => Promise<boolean>): void {
  const session = useSession()

  const keepFirst = async (): Promise<boolean> => {
    const { status } = await draft.flush()
    return status !== 'Not saved' || askToLeave()
  }
  onBeforeRouteLeave(keepFirst)
  onBeforeRouteUpdate((to, from) => (to.params['id'] === from.params['id'] ? true : keepFirst()))

  const stopWaiting = session.beforeLeaving(keepFirst)
  useEventListener(document, 'visibilitychange', () => {
    if (document.visibilityState === 'hidden') void draft.flush()
  })
  useEventListener(window, 'pagehide', () => void draft.flush())
  useEventListener(window, 'beforeunload', (event) => {
    if (draft.saving.value.status !== 'Not saved') return
    event.preventDefault()
    // Some browsers still ask only for this.
    event.returnValue = true
  })
  onBeforeUnmount(() => {
    stopWaiting()
    // Whatever took the view away, such as another window that opened another library: one last try.
    void draft.flush().finally(draft.stop)
  })
}
