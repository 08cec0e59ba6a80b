import { computed, shallowRef, type ComputedRef, type ShallowRef } from 'vue'
import type { Galley, LockView } from '../../../../shared/contract'
import type { AppError } from '../../../../shared/kernel/app-error'
import { ok, type Result } from '../../../../shared/kernel/result'
import { answered, type Draft } from '../draft-store'

/** Another window took the article over. `revision`: what the text here was kept as; null leaves it in the draft. */
interface Loss {
  by: string
  revision: number | null
}

/** This window took the article over. `kept`: the revision that the text there became, if there was any. */
interface Gain {
  from: string
  kept: number | null
}

/** Which window edits the open article, and how this one comes to. */
export interface EditLock {
  /** Who holds it; null where the desk gives none, because the article cannot be edited at all. */
  readonly view: ShallowRef<LockView | null>
  /** Whether no other window stands in the way of editing here. */
  readonly isHere: ComputedRef<boolean>
  readonly loss: ShallowRef<Loss | null>
  readonly gain: ShallowRef<Gain | null>
  /** Takes it where it is free; the text here is then the one that is kept. */
  take(): Promise<void>
  /** Takes it from the window that has it, which keeps its text first. */
  takeOver(): Promise<Result<void, AppError>>
  /** Says that this window is still there, or looks who is. */
  pulse(): Promise<void>
  /** Looks again who holds it, because something changed. */
  look(): Promise<void>
  /** Stops editing at once, keeps what was typed here, and lets the lock go. */
  yieldTo(by: string): Promise<void>
  release(): Promise<void>
  /** The person has read what was taken over. */
  gainSeen(): void
}

/** @param first what the desk said when the article was opened */
export function createEditLock(
  galley: Galley,
  draft: Pick<Draft, 'id' | 'flush' | 'refresh' | 'saving'>,
  first: LockView | null,
): EditLock {
  const { id } = draft
  const view = shallowRef(first)
  const loss = shallowRef<Loss | null>(null)
  const gain = shallowRef<Gain | null>(null)
  const isHere = computed(() => view.value === null || isHeld(view.value))

  /** Somebody may have come while this window was silent, such as on a sleeping machine. */
  function show(now: LockView): void {
    const wasHere = view.value !== null && isHeld(view.value)
    if (wasHere && now.holder && !isHeld(now)) loss.value = { by: now.holder.name, revision: keptHere() }
    view.value = now
  }
  const keptHere = (): number | null => {
    const { status, revision } = draft.saving.value
    return status === 'Saved' ? revision : null
  }

  async function take(): Promise<void> {
    const reply = await answered(galley.request('lock.take', { id }))
    if (reply.ok) await enter(reply.value)
    else if (reply.error.code === 'edit-refused') view.value = null
  }

  /** Nobody types on a text that is no longer the newest. */
  async function enter(now: LockView): Promise<void> {
    const isNew = isHeld(now) && !(view.value && isHeld(view.value))
    if (isNew) await draft.refresh()
    if (isNew) loss.value = null
    show(now)
  }

  async function takeOver(): Promise<Result<void, AppError>> {
    const from = view.value?.holder
    const reply = await answered(galley.request('lock.break', { id }))
    if (!reply.ok) return reply
    const { kept, ...now } = reply.value
    await enter(now)
    if (isHeld(now) && from) gain.value = { from: from.at === 'own-window' ? '' : from.name, kept }
    return ok(undefined)
  }

  async function look(): Promise<void> {
    const reply = await answered(galley.request('lock.show', { id }))
    if (!reply.ok || view.value === null) return
    if (reply.value.holder === null && isHeld(view.value)) await take()
    else show(reply.value)
  }

  return {
    view,
    isHere,
    loss,
    gain,
    take,
    takeOver,
    look,
    gainSeen: () => void (gain.value = null),
    pulse: () => (view.value && isHeld(view.value) ? take() : look()),
    async yieldTo(by) {
      gain.value = null
      view.value = {
        holder: { name: by, since: new Date().toISOString(), at: 'elsewhere' },
        mayTakeOver: false,
      }
      await draft.flush()
      loss.value = { by, revision: keptHere() }
      await answered(galley.request('lock.release', { id }))
    },
    release: async () => void (await answered(galley.request('lock.release', { id }))),
  }
}

const isHeld = ({ holder }: LockView): boolean => holder?.at === 'here'
