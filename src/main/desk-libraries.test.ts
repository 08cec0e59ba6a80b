import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { refusalOf, valueOf } from './services/testing/newsroom'
import { openDesk, openNewLibrary, someFolder, wantedLibrary, windowOf } from './testing/fresh-desk'

describe('another library', () => {
  it('signs everybody out when another library is opened, and tells every window', async () => {
    const { home, desk, window, heard } = await openNewLibrary()
    const other = valueOf(await desk.createLibrary(join(home, 'other'), 'The Echo'))
    expect(heard).toContain('session.changed')
    const state = valueOf(await window.answer('session.state', {}))
    expect(state).toMatchObject({ library: { name: 'The Echo' }, person: null, people: [] })
    expect(state.recent).toEqual([other.path, join(home, 'library')])
    // The first library is free again.
    const second = openDesk(await someFolder())
    expect(valueOf(await second.openLibrary(join(home, 'library'))).readOnlyBecause).toBeNull()
  })

  it('lets no window that nobody is signed in to take the library from those at work', async () => {
    const { home, desk, window, library } = await openNewLibrary()
    const stranger = desk.openSession(() => undefined)
    const other = { ...wantedLibrary(home), path: join(home, 'other') }
    expect(refusalOf(await stranger.answer('library.create', other))).toContain('library-in-use')
    expect(refusalOf(await stranger.answer('library.open', { path: home }))).toContain('library-in-use')
    expect(refusalOf(await stranger.answer('library.sample', {}))).toContain('library-in-use')
    expect(await readdir(home)).not.toContain('other')
    expect(valueOf(await window.answer('session.state', {}))).toMatchObject({ library: { id: library.id } })
    // The library that is open already takes nothing from anybody.
    expect(valueOf(await stranger.answer('library.open', { path: library.path })).id).toBe(library.id)
    expect(valueOf(await window.answer('library.create', other)).path).toBe(other.path)
  })

  it('lets any window open another library while nobody is signed in', async () => {
    const { home, desk, window } = await openNewLibrary()
    valueOf(await window.answer('session.sign-out', {}))
    const stranger = desk.openSession(() => undefined)
    const other = { ...wantedLibrary(home), path: join(home, 'other') }
    expect(valueOf(await stranger.answer('library.create', other)).path).toBe(other.path)
  })

  it('opens no other library while an export is under way', async () => {
    const { home, window, library } = await openNewLibrary()
    const exporting = window.answer('publish.export', { folder: join(home, 'site') })
    const other = { ...wantedLibrary(home), path: join(home, 'other') }
    expect(refusalOf(await window.answer('library.create', other))).toContain('an export is under way')
    valueOf(await exporting)
    expect(valueOf(await window.answer('session.state', {})).library?.id).toBe(library.id)
    expect(valueOf(await window.answer('library.create', other)).path).toBe(other.path)
  })

  it('opens a library that somebody holds to read only, and says who', async () => {
    const { library, window } = await openNewLibrary()
    const { article } = valueOf(await window.answer('article.create', {}))
    const second = openDesk(await someFolder())
    const seen = valueOf(await second.openLibrary(library.path))
    expect(seen.readOnlyBecause).toContain('Galley test')
    const state = valueOf(await second.openSession(() => undefined).answer('session.state', {}))
    const reader = await windowOf(second, { id: state.people[0]?.id ?? '', name: 'secret' })
    const opened = valueOf(await reader.answer('article.open', { id: article.id }))
    expect(opened.editRefusal).toContain('open elsewhere')
    const typed = { id: article.id, basedOn: 1, content: { ...article.content, headline: 'No' } }
    for (const name of ['article.keep', 'draft.write'] as const)
      expect(refusalOf(await reader.answer(name, typed))).toContain('Galley test')
    expect(refusalOf(await reader.answer('library.open', { path: library.path }))).toBe('not refused')
  })
})
