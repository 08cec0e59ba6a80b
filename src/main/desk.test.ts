import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { OpenedArticle, OutputOf } from '../shared/contract'
import { createDesk, type DeskSession } from './desk'
import { bodyOf, refusalOf, valueOf } from './services/testing/newsroom'
import {
  addPerson,
  bugs,
  desks,
  openDesk,
  openNewLibrary,
  someFolder,
  wantedLibrary,
  windowOf,
} from './testing/fresh-desk'

const complete = (opened: OpenedArticle, author: OutputOf<'author.save'>, headline: string) => ({
  id: opened.article.id,
  basedOn: opened.article.revision,
  content: {
    ...opened.article.content,
    headline,
    category: 'news',
    authors: [author.id],
    body: bodyOf('Once upon a time.'),
  },
})

describe('the desk', () => {
  it('makes a library with its first admin, who is signed in at once', async () => {
    const { home, window, library, desk } = await openNewLibrary()
    expect(library).toMatchObject({
      name: 'The Test Herald',
      readOnlyBecause: null,
      sample: false,
      problems: [],
    })
    expect(valueOf(await window.answer('session.state', {}))).toMatchObject({
      library: { path: join(home, 'library') },
      person: { name: 'Ada', role: 'admin' },
      people: [{ name: 'Ada', needsPassphrase: true }],
      recent: [join(home, 'library')],
    })
    expect(await desk.recentLibraries()).toEqual([join(home, 'library')])
  })

  it('carries the story from a new article to its approval, between people at their own windows', async () => {
    const { desk, window } = await openNewLibrary()
    const editor = await windowOf(desk, await addPerson(window, 'Edda', 'editor'))
    const chief = await windowOf(desk, await addPerson(window, 'Cleo', 'chief'))
    const author = valueOf(
      await editor.answer('author.save', { id: null, name: 'Shella Artillero', avatar: null, biography: '' }),
    )
    const opened = valueOf(await editor.answer('article.create', {}))
    const typed = complete(opened, author, 'Flood in the valley')
    valueOf(await editor.answer('draft.write', typed))
    const kept = valueOf(await editor.answer('article.keep', typed))
    expect(kept).toMatchObject({ state: 'draft', article: { revision: 2 } })
    expect(valueOf(await editor.answer('draft.mine', {}))).toEqual([])

    const { id } = opened.article
    const make = async (who: DeskSession, move: 'submit' | 'start-review' | 'approve') =>
      valueOf(await who.answer('article.move', { id, move, note: '' }))
    await make(editor, 'submit')
    expect(valueOf(await chief.answer('review.queue', {}))).toMatchObject({ rows: [{ id, by: 'Edda' }] })
    await make(chief, 'start-review')
    expect(await make(chief, 'approve')).toMatchObject({ state: 'approved', changedSinceApproval: [] })
    const revisions = await editor.answer('article.revisions', { id, below: null, limit: 10 })
    expect(valueOf(revisions)).toMatchObject({
      total: 2,
      rows: [
        { revision: 2, by: 'Edda', words: 4, events: [{ action: 'submitted' }, {}, { action: 'approved' }] },
        { revision: 1, by: 'Edda', words: 0, events: [{ action: 'created' }] },
      ],
    })
    expect(valueOf(await editor.answer('article.history', { id }))).toHaveLength(4)
    const everything = { search: 'valley', states: [], categories: [], authors: [], offset: 0, limit: 10 }
    const list = await editor.answer('article.list', { ...everything, sort: 'updated', descending: true })
    expect(valueOf(list)).toMatchObject({ total: 1, rows: [{ id, state: 'approved', category: 'News' }] })
  })

  it('asks everybody to sign in first, but lets the command line read', async () => {
    const { desk } = await openNewLibrary()
    const window = desk.openSession(() => undefined)
    const script = desk.openSession(() => undefined, { readsUnsigned: true })
    expect(refusalOf(await window.answer('author.list', {}))).toContain('not-signed-in')
    expect(refusalOf(await window.answer('article.create', {}))).toContain('not-signed-in')
    expect(valueOf(await script.answer('author.list', {}))).toEqual([])
    expect(valueOf(await script.answer('draft.mine', {}))).toEqual([])
    expect(refusalOf(await script.answer('article.create', {}))).toContain('not-signed-in')
  })

  it('shows pages and pictures by address only while somebody is signed in', async () => {
    const { desk, window } = await openNewLibrary()
    expect(await desk.sitePage('index.html', null)).toMatchObject({ type: 'text/html; charset=utf-8' })
    await window.answer('session.sign-out', {})
    expect(await desk.sitePage('index.html', null)).toBeNull()
    expect(await desk.picture('a'.repeat(64), null)).toBeNull()
  })

  it('lets nobody stop an export who could not start one', async () => {
    const { desk, window } = await openNewLibrary()
    const stranger = desk.openSession(() => undefined)
    expect(refusalOf(await stranger.answer('publish.cancel', {}))).toContain('not-signed-in')
    const editor = await windowOf(desk, await addPerson(window, 'Ed', 'editor'))
    expect(refusalOf(await editor.answer('publish.cancel', {}))).toContain('not-allowed')
    const production = await windowOf(desk, await addPerson(window, 'Pia', 'production'))
    expect(await production.answer('publish.cancel', {})).toEqual({ ok: true, value: {} })
  })

  it('has nothing to answer from before a library is open', async () => {
    const desk = openDesk(await someFolder())
    const window = desk.openSession(() => undefined)
    expect(valueOf(await window.answer('session.state', {}))).toMatchObject({ library: null, people: [] })
    expect(refusalOf(await window.answer('article.create', {}))).toContain('no-library')
    expect(refusalOf(await window.answer('library.open', { path: '/nowhere/at/all' }))).toContain(
      'missing-library',
    )
    expect(await desk.picture('a'.repeat(64), null)).toBeNull()
  })

  it('opens the same library again after a restart, with what was typed and not kept', async () => {
    const { home, desk, window, library } = await openNewLibrary()
    const { article } = valueOf(await window.answer('article.create', {}))
    const content = { ...article.content, headline: 'Half a thou' }
    valueOf(await window.answer('draft.write', { id: article.id, basedOn: 1, content }))
    await desk.close()

    const again = openDesk(home)
    valueOf(await again.openLibrary(library.path))
    const state = valueOf(await again.openSession(() => undefined).answer('session.state', {}))
    const back = await windowOf(again, { id: state.people[0]?.id ?? '', name: 'secret' })
    expect(valueOf(await back.answer('draft.mine', {}))).toMatchObject([{ headline: 'Half a thou' }])
    expect(valueOf(await back.answer('article.open', { id: article.id }))).toMatchObject({
      article: { revision: 1 },
      draft: { content: { headline: 'Half a thou' } },
    })
  })

  it('imports a text and says what it did not understand', async () => {
    const { window } = await openNewLibrary()
    const text = '---\nheadline: Rain\nauthor: New Byline\ncategory: Nowhere\n---\n\nIt rained.\n'
    const data = Buffer.from(text).toString('base64')
    const file = { name: 'rain.md', data, category: null, beside: {} }
    const [done] = valueOf(await window.answer('article.import', file)).articles
    expect(done).toMatchObject({ headline: 'Rain' })
    expect(done?.warnings.join()).toContain('Nowhere')
    const opened = valueOf(await window.answer('article.open', { id: done?.id ?? '' }))
    expect(opened.article).toMatchObject({
      revision: 1,
      content: { slug: { text: 'rain' }, category: null },
      review: { changedBy: [opened.article.createdBy] },
    })
    expect(valueOf(await window.answer('author.list', {}))).toMatchObject([{ name: 'New Byline' }])
    const odd = { ...file, name: 'rain.xyz' }
    expect(refusalOf(await window.answer('article.import', odd))).toContain('import-failed')
    expect(
      refusalOf(await window.answer('article.import', { ...odd, name: 'a.md', category: 'X' })),
    ).toContain('X')
  })

  it('refuses what is malformed and what it does not know', async () => {
    const { window } = await openNewLibrary()
    const odd: [unknown, unknown][] = [
      ['article.open', { id: 'x' }],
      ['article.open', null],
      ['author.list', { sneaky: 1 }],
      ['toString', {}],
      ['__proto__', {}],
      [42, {}],
    ]
    for (const [name, input] of odd)
      expect(await window.answer(name, input)).toMatchObject({ ok: false, error: { code: 'invalid-input' } })
    expect(bugs).toEqual([])
  })

  it('remembers no passphrase in the clear with the real scrypt', async () => {
    const home = await someFolder()
    const desk = createDesk({ home, who: 'Galley test', checkReplies: true })
    desks.push(desk)
    const window = desk.openSession(() => undefined)
    valueOf(await window.answer('library.create', wantedLibrary(home)))
    const stored = await readFile(join(home, 'library', 'people.json'), 'utf8')
    expect(stored).not.toContain('secret')
    const { people } = valueOf(await window.answer('session.state', {}))
    const again = desk.openSession(() => undefined)
    const person = people[0]?.id ?? ''
    expect(refusalOf(await again.answer('session.sign-in', { person, passphrase: 'Secret' }))).toContain(
      'wrong',
    )
    expect(valueOf(await again.answer('session.sign-in', { person, passphrase: 'secret' }))).toMatchObject({
      name: 'Ada',
    })
  })
})
