import { beforeEach, describe, expect, it, vi } from 'vitest'
import { err, ok } from '../../shared/kernel/result'
import { createFakeGalley, fakePerson, fakeSession, type FakeGalley } from '../testing/fake-galley'
import { inWindow } from '../testing/in-window'
import { useSession } from './session-store'

let galley: FakeGalley
const session = () => inWindow(galley, useSession).value
beforeEach(() => (galley = createFakeGalley()))

describe('session', () => {
  it('knows the library, the person and what the person may see', async () => {
    const store = session()
    await store.load()
    expect(store.library?.name).toBe('The Test Post')
    expect(store.person?.name).toBe(fakePerson.name)
    expect(store.hasAnyRole('editor')).toBe(true)
    expect(store.hasAnyRole('chief', 'production')).toBe(false)
  })

  it('says a wrong passphrase is wrong, and signs nobody in', async () => {
    galley.answer('session.state', () => ok(fakeSession({ person: null })))
    galley.answer('session.sign-in', () => err({ code: 'wrong-passphrase' }))
    const store = session()
    await store.load()
    const reply = await store.signIn(fakePerson.id, 'guess')
    expect(reply).toEqual({ ok: false, error: { code: 'wrong-passphrase' } })
    expect(store.person).toBeNull()
  })

  it('finishes what was begun before it signs out or looks for another library', async () => {
    const store = session()
    await store.load()
    const order: string[] = []
    const forget = store.beforeLeaving(async () => {
      await Promise.resolve()
      order.push('kept')
      return true
    })
    galley.answer('session.sign-out', () => {
      order.push('signed out')
      return ok({})
    })
    await store.signOut()
    await store.chooseLibrary()
    expect(store.choosingLibrary).toBe(true)
    forget()
    await store.signOut()
    expect(order).toEqual(['kept', 'signed out', 'kept', 'signed out'])
  })

  it('keeps the person here whose work is not finished', async () => {
    const store = session()
    await store.load()
    store.beforeLeaving(() => Promise.resolve(false))
    await store.signOut()
    await store.chooseLibrary()
    expect(galley.asked.map(({ name }) => name)).not.toContain('session.sign-out')
    expect(store.choosingLibrary).toBe(false)
  })

  it('follows another window that signs out or opens another library', async () => {
    const store = session()
    await store.load()
    store.choosingLibrary = true
    const other = fakeSession()
    galley.answer('session.state', () =>
      ok({ ...other, library: other.library && { ...other.library, path: '/elsewhere' }, person: null }),
    )
    galley.tell('session.changed', {})
    await vi.waitFor(() => expect(store.person).toBeNull())
    expect(store.library?.path).toBe('/elsewhere')
    expect(store.choosingLibrary).toBe(false)
  })
})
