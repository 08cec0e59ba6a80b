import { useEventListener, useIntervalFn } from '@vueuse/core'
import { onBeforeUnmount, onScopeDispose, watch } from 'vue'
import type { Galley, LockView } from '../../../../shared/contract'
import type { Draft } from '../draft-store'
import { createEditLock, type EditLock } from './edit-lock'

/** How often a window says that it is still there, in milliseconds: much oftener than the desk’s patience needs. */
const pulseEvery = 30_000

/**
 * The edit lock of the open article for as long as the calling component lives.
 * @param first what the desk said when the article was opened
 * @param mayEdit whether the article can be edited by this person at all
 */
export function useEditLock(
  galley: Galley,
  draft: Draft,
  first: LockView | null,
  mayEdit: () => boolean,
): EditLock {
  const lock = createEditLock(galley, draft, first)

  onScopeDispose(
    galley.on('lock.changed', ({ id }) => {
      if (id === draft.id) void lock.look()
    }),
  )
  onScopeDispose(
    galley.on('lock.wanted', ({ id, by }) => {
      if (id === draft.id) void lock.yieldTo(by)
    }),
  )
  watch(mayEdit, (may) => void (may ? lock.take() : lock.release()))
  useIntervalFn(() => {
    if (mayEdit()) void lock.pulse()
  }, pulseEvery)
  useEventListener(window, 'pagehide', () => void lock.release())
  // What is still on its way is kept before anybody else may begin.
  onBeforeUnmount(() => void draft.flush().finally(lock.release))
  return lock
}
