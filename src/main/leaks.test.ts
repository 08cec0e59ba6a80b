import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anchorAt } from '../shared/review/anchor-at'
import { galley } from './hosts/cli/testing/run-galley'
import { createPassphrases } from './platform/passphrases'
import { createSigningKeys } from './platform/signing-keys'
import { valueOf } from './services/testing/newsroom'
import { draftAt, keepAt, makeAt, openDeskNewsroom, type DeskNewsroom } from './testing/desk-newsroom'
import { everythingIn } from './testing/everything-in'

/**
 * What the newsroom says to itself is nowhere in what readers get. Reasons of withdrawals and words of corrections are
 * meant for readers and are not looked for.
 */

const planted: string[] = []
/** A word that stands nowhere else. */
function plant(name: string): string {
  const word = `zq${name}qz${planted.length}`
  planted.push(word)
  return word
}

let newsroom: DeskNewsroom
let id: string
let out: string

/** Everything the newsroom can say of an article, each with its word; then the article is approved. */
async function writeEverything(): Promise<void> {
  const { staff, content } = newsroom
  const { editor, chief, admin } = staff
  const settings = valueOf(await admin.window.answer('settings.get', {}))
  const checked = settings.articleTypes.map((type) => ({ ...type, checklist: [plant('checklist')] }))
  const { rules } = settings
  const site = { url: 'https://herald.example/' }
  const blocked = { ...rules, blockedWords: [plant('blocked')] }
  valueOf(await admin.window.answer('settings.change', { site, rules: blocked, articleTypes: checked }))

  const { article } = await draftAt(newsroom, 'Harbour news')
  id = article.id
  const picture = await sharp({ create: { width: 900, height: 600, channels: 3, background: '#357' } })
    .withExif({ IFD0: { ImageDescription: plant('exif') } })
    .jpeg()
    .toBuffer()
  const { hash } = valueOf(
    await editor.window.answer('media.add', {
      name: `${plant('filename')}.jpg`,
      data: picture.toString('base64'),
    }),
  )
  const at = '2026-03-01T09:00:00.000Z'
  const ignored = [
    { rule: 'some-rule', text: plant('ignoredwords'), reason: plant('ignored'), by: editor.id, at },
  ]
  const thumbnail = {
    media: hash,
    alt: 'A harbour',
    decorative: false,
    caption: '',
    credit: 'Galley',
    licence: 'Own',
    expires: null,
    focal: { x: 0.5, y: 0.5 },
  }
  const kept = await keepAt(editor, id, {
    ...content('Harbour news'),
    thumbnail,
    desk: { type: '', words: 400, ignored },
  })
  const { content: now } = kept.article
  valueOf(
    await chief.window.answer('template.save', {
      id: null,
      name: plant('template'),
      content: {
        headline: plant('templateheadline'),
        standfirst: '',
        body: now.body,
        tags: [],
        category: 'news',
        type: '',
        words: null,
      },
    }),
  )
  await plantRemarks()
  await makeAt(id, [chief, 'hold', plant('hold')], [chief, 'resume'], [chief, 'spike', plant('spike')])
  await makeAt(id, [chief, 'restore', plant('restore')], [editor, 'submit', plant('submit')])
  await makeAt(id, [chief, 'start-review', plant('start')], [chief, 'request-changes', plant('changes')])
  await makeAt(id, [editor, 'submit'], [chief, 'start-review'])
  valueOf(await chief.window.answer('article.flag', { id, flag: 'legal', value: 'done' }))
  await settleChecks()
  await makeAt(id, [chief, 'approve', plant('approve')])
}

async function plantRemarks(): Promise<void> {
  const { editor, chief } = newsroom.staff
  const { article } = valueOf(await chief.window.answer('article.open', { id }))
  const passage = anchorAt(article.content, { in: 'body', attribute: null, from: 1, to: 5 })
  const headline = anchorAt(article.content, { in: 'field', field: 'headline', from: 0, to: 7 })
  if (!passage || !headline) throw new Error('There is no such passage')
  const said = { id, anchor: passage, text: plant('comment'), mentions: [], blocking: true }
  const view = valueOf(await chief.window.answer('thread.add', said))
  const thread = view.article.review.threads[0]?.id ?? ''
  const reply = { id, thread, text: plant('reply'), mentions: [chief.id] }
  valueOf(await editor.window.answer('thread.reply', reply))
  valueOf(await chief.window.answer('thread.resolve', { id, thread, resolved: true }))
  const open = { id, anchor: headline, text: plant('opencomment'), mentions: [], blocking: false }
  valueOf(await chief.window.answer('thread.add', open))
  const proposed = { id, anchor: passage, text: plant('suggestion'), note: plant('why') }
  valueOf(await chief.window.answer('suggestion.add', proposed))
  const claim = { id, anchor: passage, note: plant('claimnote') }
  const link = {
    kind: 'link' as const,
    address: `https://example.org/${plant('source')}`,
    title: plant('title'),
  }
  valueOf(await editor.window.answer('claim.add', { ...claim, source: link }))
  const data = Buffer.from(plant('sourcetext')).toString('base64')
  const file = valueOf(await editor.window.answer('source.add', { name: `${plant('sourcefile')}.pdf`, data }))
  valueOf(await editor.window.answer('claim.add', { ...claim, source: { kind: 'file' as const, ...file } }))
  const record = { kind: 'on-record' as const, name: plant('witness'), date: '2026-02-01' }
  valueOf(await editor.window.answer('claim.add', { ...claim, source: record }))
}

/** Waives what may be waived and passes the rest, each with a word. */
async function settleChecks(): Promise<void> {
  const { window } = newsroom.staff.chief
  const rows = valueOf(await window.answer('checklist.list', { id }))
  for (const { check, kind, mayBeWaived } of rows) {
    if (kind === 'machine' && !mayBeWaived) continue
    const outcome = mayBeWaived ? 'waived' : 'passed'
    valueOf(await window.answer('checklist.set', { id, check, outcome, note: plant('waiver') }))
  }
}

async function libraryId(): Promise<string> {
  const { library } = valueOf(await newsroom.staff.admin.window.answer('session.state', {}))
  return library?.id ?? ''
}

function leaksIn(found: readonly { path: string; bytes: Buffer }[]): string[] {
  const utf16 = (word: string): Buffer => Buffer.from(word, 'utf16le')
  return found.flatMap(({ path, bytes }) =>
    planted
      .filter((word) => bytes.includes(word) || bytes.includes(utf16(word)))
      .map((word) => `${word} in ${path}`),
  )
}

beforeAll(async () => {
  newsroom = await openDeskNewsroom({ passphrases: createPassphrases(), signing: createSigningKeys() })
  out = join(newsroom.folder, 'out')
  await writeEverything()
}, 60_000)
afterAll(() => newsroom.close())

describe('what the newsroom says to itself', () => {
  it('is kept in the library', async () => {
    const kept = await everythingIn(join(newsroom.folder, 'library'))
    const missing = planted.filter(
      (word) => !kept.some(({ path, bytes }) => bytes.includes(word) || path.includes(word)),
    )
    // A picture's own words are taken out when it is stored.
    expect(missing.filter((word) => !/exif|filename/.test(word))).toEqual([])
  })

  it('is in no file of the site, before and after a correction', async () => {
    const { production, chief, otherChief } = newsroom.staff
    const site = { folder: join(out, 'site') }
    const first = valueOf(await production.window.answer('publish.export', site))
    expect(first).toMatchObject({ report: { articles: 1 } })
    expect(leaksIn(await everythingIn(out))).toEqual([])
    const correction = { wrong: 'the hour', right: 'noon', seriousness: 'minor' as const }
    valueOf(
      await chief.window.answer('article.move', {
        id,
        move: 'correct',
        note: plant('ignorednote'),
        correction,
      }),
    )
    await makeAt(id, [otherChief, 'start-review'])
    await settleChecks()
    await makeAt(id, [otherChief, 'approve'])
    valueOf(await production.window.answer('publish.export', site))
    const files = await everythingIn(out)
    expect(files.some(({ bytes }) => bytes.includes('the hour'))).toBe(true)
    expect(leaksIn(files)).toEqual([])
  })

  it('is in no file of an article alone', async () => {
    const { window } = newsroom.staff.production
    for (const form of ['page', 'fragment', 'md', 'ninjs'] as const) {
      const file = join(
        out,
        'alone',
        `article-${form}.${form === 'ninjs' ? 'json' : form === 'md' ? 'md' : 'html'}`,
      )
      valueOf(await window.answer('publish.article', { id, form, file }))
    }
    const files = await everythingIn(join(out, 'alone'))
    expect(files.length).toBeGreaterThanOrEqual(4)
    expect(leaksIn(files)).toEqual([])
  })

  it('is in no package and in no forecast of an export', async () => {
    const { window } = newsroom.staff.production
    const since = join(newsroom.folder, 'nothing-yet.json')
    const manifest = { galley: 1, library: await libraryId(), articles: [], files: [] }
    await writeFile(since, JSON.stringify(manifest))
    valueOf(await window.answer('publish.pack', { what: 'site', place: join(out, 'packed', 'site.zip') }))
    for (const name of ['changes.zip', 'changes']) {
      const place = join(out, 'packed', name)
      valueOf(await window.answer('publish.pack', { what: 'changes', place, since }))
    }
    for (const form of ['page', 'fragment', 'md', 'ninjs'] as const) {
      const file = join(out, 'packed', `${form}.zip`)
      valueOf(await window.answer('publish.article', { id, form, file }))
    }
    const files = await everythingIn(join(out, 'packed'))
    expect(files.some(({ path }) => path.endsWith('in a zip'))).toBe(true)
    const foretold = valueOf(
      await window.answer('publish.dry-run', { folder: join(out, 'nowhere'), limit: 500 }),
    )
    expect(foretold.counts.new).toBeGreaterThan(0)
    const forecast = { path: 'forecast', bytes: Buffer.from(JSON.stringify(foretold)) }
    expect(leaksIn([...files, forecast])).toEqual([])
  })

  it('is in nothing that is shown or packed by the command line', async () => {
    await newsroom.desk.close()
    const library = join(newsroom.folder, 'library')
    const env = { GALLEY_HOME: join(newsroom.folder, 'home') }
    for (const form of ['html', 'md', 'text', 'ninjs']) {
      const shown = await galley(['show', library, id, '--form', form], env)
      expect(shown.exitCode).toBe(0)
      expect(shown.out).toContain('Harbour news')
      expect(leaksIn([{ path: form, bytes: Buffer.from(shown.out) }])).toEqual([])
    }
    const signedIn = { ...env, GALLEY_PASSPHRASE: 'Pia' }
    for (const form of ['page', 'fragment', 'md', 'ninjs']) {
      const file = join(out, 'by-command', form)
      const exported = await galley(
        ['export', library, file, '--article', id, '--form', form, '--as', 'Pia'],
        signedIn,
      )
      expect([form, exported.exitCode, exported.err]).toEqual([form, 0, ''])
    }
    expect((await readdir(join(out, 'by-command'))).toSorted()).toEqual(['fragment', 'md', 'ninjs', 'page'])
    const zip = join(out, 'site.zip')
    const packed = await galley(
      ['export', library, join(out, 'again'), '--zip', zip, '--as', 'Pia'],
      signedIn,
    )
    expect([packed.exitCode, packed.err]).toEqual([0, expect.not.stringContaining('could not')])
    const files = await everythingIn(out)
    expect(files.some(({ path }) => path.endsWith('in a zip'))).toBe(true)
    expect(leaksIn(files)).toEqual([])
  })
})
