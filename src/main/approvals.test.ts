import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { createSigningKeys } from './platform/signing-keys'
import { refusalOf, valueOf } from './services/testing/newsroom'
import { openDeskNewsroom, type AtWindow, type DeskNewsroom } from './testing/desk-newsroom'

/** Real keys, whose passphrases cost little to try. */
const signing = createSigningKeys({ n: 1024, r: 8, p: 1 })
let newsroom: DeskNewsroom
afterEach(() => newsroom?.close())

async function inReview(headline: string): Promise<string> {
  const { editor, chief } = newsroom.staff
  const opened = valueOf(await editor.window.answer('article.create', {}))
  const { id, revision: basedOn } = opened.article
  const content = { ...newsroom.content(headline) }
  valueOf(await editor.window.answer('article.keep', { id, basedOn, content }))
  valueOf(await editor.window.answer('article.move', { id, move: 'submit', note: '' }))
  valueOf(await chief.window.answer('article.move', { id, move: 'start-review', note: '' }))
  return id
}
const approve = ({ window }: AtWindow, id: string) =>
  window.answer('article.move', { id, move: 'approve', note: '' })
const ready = async () => valueOf(await newsroom.staff.production.window.answer('publish.ready', {}))

/** Changes an article's file behind the desk's back. */
async function tamper(id: string, change: (text: string) => string): Promise<void> {
  const file = join(newsroom.folder, 'library', 'articles', id, 'article.json')
  const before = await readFile(file, 'utf8')
  const after = change(before)
  expect(after).not.toBe(before)
  await writeFile(file, after)
}

describe('an approval', () => {
  it('is signed by who gave it, and an export asks for that', async () => {
    newsroom = await openDeskNewsroom()
    const id = await inReview('Flood')
    expect(valueOf(await approve(newsroom.staff.chief, id)).approval).toMatchObject({ signature: 'valid' })
    expect((await ready()).ready.map((one) => one.id)).toEqual([id])
    await tamper(id, (text) => text.replace(/"signatures":\s*\[[^\]]*\]/, '"signatures": []'))
    expect((await ready()).refused[0]?.reason).toContain('Nobody signed its approval')
    expect(valueOf(await approve(newsroom.staff.chief, id)).approval.signature).toBe('valid')
    expect((await ready()).refused).toEqual([])
  })

  it('that is forged is refused, and cannot be given in somebody else’s name', async () => {
    newsroom = await openDeskNewsroom()
    const { chief, otherChief, editor } = newsroom.staff
    const id = await inReview('Flood')
    expect(refusalOf(await approve(editor, id))).toContain('Approve is for desk chiefs and admins')
    valueOf(await approve(chief, id))
    await tamper(id, (text) => {
      const at = text.indexOf('"signatures"')
      return text.slice(0, at) + text.slice(at).replace(chief.id, otherChief.id)
    })
    expect((await ready()).refused[0]?.reason).toContain('does not hold')
    const folder = join(newsroom.folder, 'site')
    const exported = valueOf(await newsroom.staff.production.window.answer('publish.export', { folder }))
    expect(exported.report).toMatchObject({ articles: 0 })
  })

  it('stays true when its giver gets a new passphrase or another role', async () => {
    newsroom = await openDeskNewsroom()
    const { chief, admin } = newsroom.staff
    const id = await inReview('Flood')
    valueOf(await approve(chief, id))
    valueOf(
      await admin.window.answer('person.passphrase', { id: chief.id, present: '', passphrase: 'another' }),
    )
    expect(refusalOf(await chief.window.answer('article.create', {}))).toContain('not-signed-in')
    const role = { id: chief.id, name: chief.name, role: 'editor', author: null, disabled: false } as const
    valueOf(await admin.window.answer('person.change', role))
    expect((await ready()).ready.map((one) => one.id)).toEqual([id])
    valueOf(await chief.window.answer('session.sign-in', { person: chief.id, passphrase: 'another' }))
    expect(valueOf(await chief.window.answer('article.create', {}))).toBeTruthy()
  })

  it('may take two people, and a change takes the first one back', async () => {
    newsroom = await openDeskNewsroom()
    const { admin, chief, otherChief, editor } = newsroom.staff
    const rules = { twoApprovals: { categories: ['news'], flags: [] } }
    valueOf(await admin.window.answer('settings.change', { site: {}, rules }))
    const id = await inReview('Flood')
    const first = valueOf(await approve(chief, id))
    expect(first).toMatchObject({ state: 'in-review', approval: { needed: 2, given: [{ by: chief.id }] } })
    expect(refusalOf(await approve(chief, id))).toContain('You approved it already')
    expect((await ready()).ready).toEqual([])
    expect(valueOf(await approve(otherChief, id))).toMatchObject({ state: 'approved' })
    expect((await ready()).ready.map((one) => one.id)).toEqual([id])

    const other = await inReview('Storm')
    valueOf(await approve(chief, other))
    const { article } = valueOf(await admin.window.answer('article.open', { id: other }))
    const content = { ...article.content, headline: 'Bigger storm' }
    valueOf(await admin.window.answer('article.keep', { id: other, basedOn: article.revision, content }))
    expect(valueOf(await approve(otherChief, other))).toMatchObject({
      state: 'in-review',
      approval: { given: [{ by: otherChief.id }] },
    })
    expect(refusalOf(await approve(editor, other))).toContain('Approve is for')
  })

  it('is signed with keys that scrypt and AES keep', async () => {
    const { key, open } = await signing.make('secret')
    const person = { ...key, from: '2026-01-01T00:00:00.000Z', until: null }
    expect(await signing.open(person, 'guess')).toBeNull()
    const again = await signing.open(person, 'secret')
    const signature = again?.sign('a') ?? open.sign('b')
    expect(signing.hasSigned(key, 'a', signature)).toBe(true)
    expect(signing.hasSigned(key, 'b', signature)).toBe(false)
    const moved = { ...person, sealed: await open.sealedBy('other') }
    expect(await signing.open(moved, 'secret')).toBeNull()
    expect((await signing.open(moved, 'other'))?.sign('a')).toEqual(signature)
  })
})

describe('a window', () => {
  it('that is left alone is signed out by the desk', async () => {
    newsroom = await openDeskNewsroom()
    const { chief, editor } = newsroom.staff
    newsroom.clock.now += 15 * 60_000
    valueOf(await chief.window.answer('session.active', {}))
    newsroom.clock.now += 90_000
    expect(refusalOf(await editor.window.answer('article.create', {}))).toContain('not-signed-in')
    expect(valueOf(await chief.window.answer('article.create', {}))).toBeTruthy()
  })
})

it('a passphrase of one’s own is asked of everybody, admins too', async () => {
  newsroom = await openDeskNewsroom()
  const { admin } = newsroom.staff
  const wanted = { id: admin.id, present: 'guess', passphrase: 'new' }
  expect(refusalOf(await admin.window.answer('person.passphrase', wanted))).toContain('wrong-passphrase')
  valueOf(await admin.window.answer('person.passphrase', { ...wanted, present: 'Ada' }))
  expect(valueOf(await admin.window.answer('article.create', {}))).toBeTruthy()
})
