import { beforeEach, describe, expect, it, vi } from 'vitest'
import { shallowRef } from 'vue'
import type { LockView } from '../../../../shared/contract'
import { err, ok } from '../../../../shared/kernel/result'
import { createFakeGalley, fakeId, fakeLock, type FakeGalley } from '../../../testing/fake-galley'
import type { SavingState } from '../saving'
import { createEditLock, type EditLock } from './edit-lock'

const theirs: LockView = {
  holder: { name: 'Nell Ashby', since: '2026-01-06T09:30:00.000Z', at: 'elsewhere' },
  mayTakeOver: true,
}
const free: LockView = { holder: null, mayTakeOver: false }

let galley: FakeGalley
let saving: SavingState
const flush = vi.fn<() => Promise<SavingState>>()
const refresh = vi.fn<() => Promise<void>>()
beforeEach(() => {
  galley = createFakeGalley()
  saving = { status: 'Saved', problem: null, conflict: null, revision: 7 }
  flush.mockReset().mockImplementation(async () => saving)
  refresh.mockReset().mockResolvedValue()
})

const lockFrom = (first: LockView | null): EditLock =>
  createEditLock(galley, { id: fakeId(7), flush, refresh, saving: shallowRef(saving) }, first)
const asked = (): string[] => galley.asked.map(({ name }) => name)

describe('the edit lock of a window', () => {
  it('stands in nobody’s way where the desk gives none', () => {
    expect(lockFrom(null).isHere.value).toBe(true)
    expect(lockFrom(fakeLock).isHere.value).toBe(true)
    expect(lockFrom(theirs).isHere.value).toBe(false)
  })

  it('shows the newest text before a free article is edited here', async () => {
    const lock = lockFrom(theirs)
    galley.answer('lock.show', () => ok(free))
    await lock.look()
    expect(lock.isHere.value).toBe(false)
    refresh.mockImplementation(async () => expect(lock.isHere.value).toBe(false))
    await lock.take()
    expect(lock.isHere.value).toBe(true)
    expect(refresh).toHaveBeenCalledOnce()
  })

  it('stops editing at once, keeps what was typed and then lets go', async () => {
    const lock = lockFrom(fakeLock)
    flush.mockImplementation(async () => {
      expect(lock.isHere.value).toBe(false)
      expect(asked()).toEqual([])
      return saving
    })
    await lock.yieldTo('Cleo')
    expect(asked()).toEqual(['lock.release'])
    expect(lock.loss.value).toEqual({ by: 'Cleo', revision: 7 })
  })

  it('says that the last words are in the draft where they could not be kept', async () => {
    saving.status = 'Saving'
    const lock = lockFrom(fakeLock)
    await lock.yieldTo('Cleo')
    expect(lock.loss.value).toEqual({ by: 'Cleo', revision: null })
  })

  it('learns that another window came while it was silent', async () => {
    const lock = lockFrom(fakeLock)
    galley.answer('lock.take', () => ok(theirs))
    await lock.pulse()
    expect(lock.isHere.value).toBe(false)
    expect(lock.loss.value).toEqual({ by: 'Nell Ashby', revision: 7 })
  })

  it('takes its lock again where it lapsed and nobody came', async () => {
    const lock = lockFrom(fakeLock)
    galley.answer('lock.show', () => ok(free))
    await lock.look()
    expect(asked()).toEqual(['lock.show', 'lock.take'])
    expect(lock.loss.value).toBeNull()
  })

  it('takes over, says what was kept, or why not', async () => {
    const lock = lockFrom(theirs)
    const refused = err({ code: 'not-allowed', action: 'take over', reason: 'no' } as const)
    galley.answer('lock.break', () => refused)
    expect(await lock.takeOver()).toEqual(refused)
    expect(lock.isHere.value).toBe(false)
    galley.answer('lock.break', () => ok({ ...fakeLock, kept: 8 }))
    expect(await lock.takeOver()).toEqual(ok(undefined))
    expect(lock.isHere.value).toBe(true)
    expect(lock.gain.value).toEqual({ from: 'Nell Ashby', kept: 8 })
  })
})
