import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { EventName } from '../shared/contract'
import { createDesk, type Desk, type DeskSession } from './desk'
import { longestSilence } from './services/edit-locks'
import { bodyOf, openKeys, openPassphrases, refusalOf, valueOf } from './services/testing/newsroom'

let home: string
let desk: Desk
let admin: DeskSession
/** How far the clock was put forward, in milliseconds. */
let later = 0
const people: Record<string, string> = {}

beforeEach(async () => {
  later = 0
  home = await mkdtemp(join(tmpdir(), 'galley-locks-'))
  desk = createDesk({
    home,
    who: 'Galley test',
    passphrases: openPassphrases,
    signing: openKeys,
    checkReplies: true,
    clock: () => new Date(Date.now() + later),
  })
  admin = desk.openSession(() => undefined)
  const library = { path: join(home, 'library'), name: 'The Herald', person: 'Ada', passphrase: 'Ada' }
  valueOf(await admin.answer('library.create', library))
  for (const [name, role] of [
    ['Nell', 'editor'],
    ['Tom', 'editor'],
    ['Cleo', 'chief'],
  ] as const) {
    const added = valueOf(await admin.answer('person.add', { name, role, passphrase: name }))
    people[name] = added.id
  }
})
afterEach(async () => {
  await desk.close()
  await rm(home, { recursive: true, force: true })
})

interface Window extends DeskSession {
  heard: { name: EventName; event: unknown }[]
}

/** A window with somebody signed in, and what it hears. `obeys` finishes as a window does that is asked to. */
async function windowOf(name: string, obeys?: (window: Window) => Promise<void>): Promise<Window> {
  const heard: Window['heard'] = []
  const session = desk.openSession((event, what) => {
    heard.push({ name: event, event: what })
    if (event === 'lock.wanted') void obeys?.(window)
  })
  const window: Window = { ...session, heard }
  valueOf(await window.answer('session.sign-in', { person: people[name] ?? '', passphrase: name }))
  return window
}

async function newArticle(window: DeskSession): Promise<string> {
  return valueOf(await window.answer('article.create', {})).article.id
}

const take = async (window: DeskSession, id: string) => valueOf(await window.answer('lock.take', { id }))

/** What a window has typed on a revision. */
async function typed(window: DeskSession, id: string, text: string, basedOn?: number) {
  const { article } = valueOf(await window.answer('article.open', { id }))
  const content = { ...article.content, headline: 'Rain', body: bodyOf(text) }
  return { id, basedOn: basedOn ?? article.revision, content }
}
const draftText = async (window: DeskSession, id: string): Promise<string | undefined> =>
  JSON.stringify(valueOf(await window.answer('article.open', { id })).draft?.content.body)
const keptText = async (window: DeskSession, id: string): Promise<string> =>
  JSON.stringify(valueOf(await window.answer('article.open', { id })).article.content.body)

describe('the edit lock', () => {
  it('is one window’s, and others see whose and since when', async () => {
    const [nell, tom] = [await windowOf('Nell'), await windowOf('Tom')]
    const id = await newArticle(nell)
    expect(await take(nell, id)).toMatchObject({ holder: { name: 'Nell', at: 'here' } })
    expect(await take(tom, id)).toMatchObject({
      holder: { name: 'Nell', at: 'elsewhere', since: expect.stringMatching(/^\d{4}-/) as string },
      mayTakeOver: false,
    })
    expect(valueOf(await (await windowOf('Cleo')).answer('lock.show', { id })).mayTakeOver).toBe(true)
    expect(tom.heard).toContainEqual({ name: 'lock.changed', event: { id } })
  })

  it('keeps every other window from keeping, and says who is at it', async () => {
    const [nell, tom] = [await windowOf('Nell'), await windowOf('Tom')]
    const id = await newArticle(nell)
    await take(nell, id)
    const refused = await tom.answer('article.keep', await typed(tom, id, 'It snowed.'))
    expect(refused).toMatchObject({ ok: false, error: { code: 'edit-refused', heldBy: 'Nell' } })
    valueOf(await nell.answer('article.keep', await typed(nell, id, 'It rained.')))
  })

  it('lets whoever asks go on where nobody holds it, as the command line does', async () => {
    const tom = await windowOf('Tom')
    const id = await newArticle(tom)
    valueOf(await tom.answer('article.keep', await typed(tom, id, 'It snowed.')))
  })

  it.each([
    ['its view is left', (nell: Window, id: string) => nell.answer('lock.release', { id })],
    ['its person signs out', (nell: Window) => nell.answer('session.sign-out', {})],
    ['its window closes', (nell: Window) => Promise.resolve(nell.close())],
    [
      'its window has gone silent',
      () => {
        later += longestSilence
        return Promise.resolve()
      },
    ],
  ])('is free when %s', async (_when, leave: (nell: Window, id: string) => Promise<unknown>) => {
    const [nell, tom] = [await windowOf('Nell'), await windowOf('Tom')]
    const id = await newArticle(nell)
    await take(nell, id)
    await leave(nell, id)
    expect(await take(tom, id)).toMatchObject({ holder: { name: 'Tom', at: 'here' } })
  })

  it('tells nothing more to a window that closes', async () => {
    const [nell, tom] = [await windowOf('Nell'), await windowOf('Tom')]
    const id = await newArticle(nell)
    await take(nell, id)
    const heard = [nell.heard.length, tom.heard.length] as const
    nell.close()
    expect(nell.heard).toHaveLength(heard[0])
    expect(tom.heard.slice(heard[1])).toEqual([{ name: 'lock.changed', event: { id } }])
  })

  it('is not taken by who may not edit the article', async () => {
    const nell = await windowOf('Nell')
    const id = await newArticle(nell)
    valueOf(await nell.answer('article.move', { id, move: 'spike', note: '' }))
    expect(refusalOf(await nell.answer('lock.take', { id }))).toContain('edit-refused')
    expect(refusalOf(await nell.answer('lock.break', { id }))).toContain('edit-refused')
  })
})

describe('taking the edit lock over', () => {
  it('is for desk chiefs and admins', async () => {
    const [nell, tom] = [await windowOf('Nell'), await windowOf('Tom')]
    const id = await newArticle(nell)
    await take(nell, id)
    expect(refusalOf(await tom.answer('lock.break', { id }))).toContain('Nell is editing it')
    expect(await take(nell, id)).toMatchObject({ holder: { name: 'Nell', at: 'here' } })
  })

  it('lets the other window keep what was typed first, and tells it who asks', async () => {
    const nell = await windowOf('Nell', async (window) => {
      valueOf(await window.answer('article.keep', await typed(window, id, 'It rained.')))
      valueOf(await window.answer('lock.release', { id }))
    })
    const cleo = await windowOf('Cleo')
    const id = await newArticle(nell)
    await take(nell, id)
    const taken = valueOf(await cleo.answer('lock.break', { id }))
    expect(taken).toMatchObject({ holder: { name: 'Cleo', at: 'here' }, kept: 2 })
    expect(nell.heard).toContainEqual({ name: 'lock.wanted', event: { id, by: 'Cleo' } })
    const { rows } = valueOf(await cleo.answer('article.revisions', { id, below: null, limit: 1 }))
    expect(rows).toMatchObject([
      { revision: 2, by: 'Nell', events: [{ action: 'took over the editing of' }] },
    ])
  })

  it('keeps the draft of a window that does not answer as a version of its person', async () => {
    const [nell, cleo] = [await windowOf('Nell'), await windowOf('Cleo')]
    const id = await newArticle(nell)
    await take(nell, id)
    valueOf(await nell.answer('draft.write', await typed(nell, id, 'It rained.')))
    expect(valueOf(await cleo.answer('lock.break', { id }))).toMatchObject({ kept: 2 })
    expect(await keptText(cleo, id)).toContain('It rained.')
    expect(await draftText(nell, id)).toBeUndefined()

    // What its window still writes is nobody’s to keep, but it is not lost.
    valueOf(await nell.answer('draft.write', await typed(nell, id, 'It rained on.', 1)))
    const late = await nell.answer('article.keep', await typed(nell, id, 'It rained on.'))
    expect(late).toMatchObject({ ok: false, error: { code: 'edit-refused', heldBy: 'Cleo' } })
    expect(await draftText(nell, id)).toContain('It rained on.')
  })

  it('is open to the same person at another window', async () => {
    const obeys = async (window: Window): Promise<void> => void (await window.answer('lock.release', { id }))
    const [first, second] = [await windowOf('Nell', obeys), await windowOf('Nell')]
    const id = await newArticle(first)
    await take(first, id)
    expect(await take(second, id)).toMatchObject({ holder: { at: 'own-window' }, mayTakeOver: true })
    expect(valueOf(await second.answer('lock.break', { id }))).toMatchObject({
      holder: { name: 'Nell', at: 'here' },
      kept: null,
    })
  })
})
