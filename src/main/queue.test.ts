import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { InputOf } from '../shared/contract'
import { wholeQueue } from '../shared/review/queue-filter'
import { createDesk, type Desk, type DeskSession } from './desk'
import { openKeys, openPassphrases, refusalOf, valueOf } from './services/testing/newsroom'

let folder: string
let desk: Desk
let admin: DeskSession
let editor: DeskSession
let chief: DeskSession
let chiefId: string
let id: string

/** Adds a person and signs them in at a window of their own. */
async function hire(name: string, role: 'editor' | 'chief'): Promise<{ window: DeskSession; id: string }> {
  const person = valueOf(await admin.answer('person.add', { name, role, passphrase: name }))
  const window = desk.openSession(() => undefined)
  valueOf(await window.answer('session.sign-in', { person: person.id, passphrase: name }))
  return { window, id: person.id }
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'galley-queue-'))
  desk = createDesk({
    home: folder,
    who: 'Galley test',
    passphrases: openPassphrases,
    signing: openKeys,
    report: (failure) => {
      throw failure
    },
    checkReplies: true,
  })
  admin = desk.openSession(() => undefined)
  const wanted = { path: join(folder, 'library'), name: 'The Herald', person: 'Ada', passphrase: 'secret' }
  valueOf(await admin.answer('library.create', wanted))
  editor = (await hire('Edda', 'editor')).window
  ;({ window: chief, id: chiefId } = await hire('Cleo', 'chief'))
  id = valueOf(await editor.answer('article.create', {})).article.id
})
afterEach(async () => {
  await desk.close()
  await rm(folder, { recursive: true, force: true })
})

describe('the queue at the door', () => {
  it('is managed by desk chiefs alone', async () => {
    const asked = [
      await editor.answer('queue.claim', { id }),
      await editor.answer('queue.hand-over', { id, to: chiefId, note: '' }),
      await editor.answer('queue.give-back', { id }),
      await editor.answer('queue.plan', { id, priority: 'urgent' }),
    ]
    for (const reply of asked) expect(refusalOf(reply)).toMatch(/not-allowed.*Desk chief, Admin/)
    const moved = await editor.answer('queue.move', { ids: [id], move: 'start-review', note: '' })
    expect(valueOf(moved)[0]?.refused).toContain('Start review is for desk chiefs and admins')
  })

  it('says why a review cannot be taken, given or given back', async () => {
    expect(refusalOf(await chief.answer('queue.claim', { id }))).toContain(
      'Nobody can take it while it is draft',
    )
    const given = await chief.answer('queue.hand-over', { id, to: chiefId, note: '' })
    expect(refusalOf(given)).toContain('queue-refused')
    expect(refusalOf(await chief.answer('queue.give-back', { id }))).toContain('Nobody has it.')
    const gone = '01J00000000000000000000000'
    expect(refusalOf(await chief.answer('queue.claim', { id: gone }))).toContain('not-found')
  })

  it('needs somebody signed in', async () => {
    const nobody = desk.openSession(() => undefined)
    for (const name of ['review.queue', 'queue.counts', 'queue-view.list'] as const)
      expect(refusalOf(await nobody.answer(name, {}))).toContain('not-signed-in')
    expect(refusalOf(await nobody.answer('queue.claim', { id }))).toContain('not-signed-in')
  })

  it('moves several only as one may without reading them, and plans only real moments', async () => {
    const approve = { ids: [id], move: 'approve', note: '' } as unknown as InputOf<'queue.move'>
    expect(refusalOf(await chief.answer('queue.move', approve))).toContain('invalid-input')
    expect(refusalOf(await chief.answer('queue.plan', { id, due: 'tonight' }))).toContain('invalid-input')
  })

  it('keeps priority, due time, looks and views for the next opening', async () => {
    valueOf(await chief.answer('queue.plan', { id, priority: 'high', due: '2026-03-01T20:00:00.000Z' }))
    const { at } = valueOf(await chief.answer('review.queue', {}))
    valueOf(await chief.answer('queue.looked', { at }))
    valueOf(await chief.answer('queue-view.save', { name: ' All of it ', filter: wholeQueue }))
    await desk.close()
    desk = createDesk({
      home: folder,
      who: 'Galley test',
      passphrases: openPassphrases,
      signing: openKeys,
      report: String,
    })
    valueOf(await desk.openLibrary(join(folder, 'library')))
    const again = desk.openSession(() => undefined)
    valueOf(await again.answer('session.sign-in', { person: chiefId, passphrase: 'Cleo' }))
    expect(valueOf(await again.answer('review.queue', {})).looked).toBe(at)
    expect(valueOf(await again.answer('queue-view.list', {}))).toMatchObject([{ name: 'All of it' }])
    expect(valueOf(await again.answer('article.open', { id })).article.review).toMatchObject({
      priority: 'high',
      due: '2026-03-01T20:00:00.000Z',
    })
  })
})
