import { beforeEach, describe, expect, it, vi } from 'vitest'
import { ok } from '../../shared/kernel/result'
import { defaultSettings } from '../../shared/site/settings'
import { createFakeGalley, fakeId, fakeSession, type FakeGalley } from '../testing/fake-galley'
import { inWindow } from '../testing/in-window'
import { useLibrary } from './library-store'
import { useSession } from './session-store'

let galley: FakeGalley
beforeEach(() => (galley = createFakeGalley()))
const stores = () => inWindow(galley, () => ({ library: useLibrary(), session: useSession() })).value

describe('library', () => {
  it('asks for nothing before somebody signs in, then for everything', async () => {
    galley.answer('session.state', () => ok(fakeSession({ person: null })))
    const { library, session } = stores()
    await session.load()
    expect(galley.asked.map((one) => one.name)).toEqual(['session.state'])
    galley.answer('session.state', () => ok(fakeSession()))
    await session.load()
    await vi.waitFor(() => expect(library.people).toHaveLength(1))
    expect(library.settings?.site.name).toBe('The Test Post')
    expect(library.categories.map((one) => one.name)).not.toContain('Home')
    expect(library.categories).toHaveLength(13)
  })

  it('fetches again only what changed', async () => {
    const { library, session } = stores()
    await session.load()
    await vi.waitFor(() => expect(library.people).toHaveLength(1))
    galley.asked.length = 0
    const author = { id: fakeId(7), name: 'Shella Artillero', slug: 'shella', avatar: null, biography: '' }
    galley.answer('author.list', () => ok([author]))
    galley.tell('library.changed', { what: 'authors' })
    await vi.waitFor(() => expect(library.authors).toEqual([author]))
    expect(galley.asked.map((one) => one.name)).toEqual(['author.list'])
    galley.answer('settings.get', () => ok(defaultSettings('Renamed')))
    galley.tell('library.changed', { what: 'settings' })
    await vi.waitFor(() => expect(library.settings?.site.name).toBe('Renamed'))
  })
})
