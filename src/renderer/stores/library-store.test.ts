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

  it('shows nothing of one library in another, not even what arrives late', async () => {
    const { library, session } = stores()
    await session.load()
    await vi.waitFor(() => expect(library.people).toHaveLength(1))
    const replies: ((name: string) => void)[] = []
    galley.answer(
      'settings.get',
      () => new Promise((resolve) => replies.push((name) => resolve(ok(defaultSettings(name))))),
    )
    galley.tell('library.changed', { what: 'settings' })
    const here = fakeSession()
    const elsewhere = here.library && { ...here.library, path: '/home/edith/Other' }
    galley.answer('session.state', () => ok(fakeSession({ library: elsewhere })))
    await session.load()
    await vi.waitFor(() => expect(replies).toHaveLength(2))
    expect(library.settings).toBeNull()
    replies[1]?.('The Other Post')
    await vi.waitFor(() => expect(library.settings?.site.name).toBe('The Other Post'))
    replies[0]?.('The Test Post')
    await new Promise((resolve) => setTimeout(resolve))
    expect(library.settings?.site.name).toBe('The Other Post')
  })

  it('has an author at once who was added by name, and only once', async () => {
    const { library, session } = stores()
    await session.load()
    const author = { id: fakeId(7), name: 'Shella Artillero', slug: 'shella', avatar: null, biography: '' }
    galley.answer('author.save', () => ok(author))
    expect(await library.addAuthor('Shella Artillero')).toEqual(ok(author))
    await library.addAuthor('Shella Artillero')
    expect(library.authors).toEqual([author])
  })
})
