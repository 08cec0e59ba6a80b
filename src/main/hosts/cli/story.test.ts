import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { galley, galleyJson } from './testing/run-galley'

/** The whole newsroom story by the command line alone: from a text file to the exported page. */
interface Piece {
  headline: string
  author: string
  category: string
  /** The body, subheadings among them. */
  paragraphs: string[]
}

const ours: Piece = {
  headline: 'Harbour Ferry “Kittiwake” Returns After Nine Winters',
  author: 'Noor Haddad',
  category: 'Top Stories',
  paragraphs: [
    'The harbour’s last wooden ferry sails again on Saturday, nine winters after it was laid up behind the fish market.',
    'Volunteers replaced 214 planks, both fuel tanks – and, in the end, the keel itself.',
    'What the crossing costs now',
    'A return fare is £4.50; children & dogs travel free. "We would rather be full than rich," the skipper said.',
  ],
}

interface Row {
  id: string
  state: string
  refused?: string
}
interface Report {
  files: number
  written: number
  removed: number
  articles: number
  drafts: number
  refused: { id: string; reason: string }[]
  ms: number
}

const referenceFolder = resolve(import.meta.dirname, '../../../../../shared/reference')
const reference = readReference()

describe.each([
  ['our own text', ours],
  ['the reference page', reference],
])('the newsroom story with %s', (_name, piece) => {
  if (!piece) {
    it.skip('has no text here: the folder ../shared/reference is absent', () => {})
    return
  }

  let folder: string
  let library: string
  let env: Record<string, string>
  let id: string
  const run = (...argv: string[]) => galley(argv, env)
  const json = async <T>(...argv: string[]) => {
    const { json: document, exitCode } = await galleyJson<T>(argv, env)
    return { ...document, exitCode }
  }
  const move = (name: string, person: string, ...more: string[]) =>
    galleyJson<Row[]>(['move', library, name, id, '--as', person, ...more], env)

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'galley-story-'))
    library = join(folder, 'Library')
    env = { GALLEY_HOME: join(folder, 'home'), GALLEY_PASSPHRASE: 'correct horse' }
    expect((await run('init', library)).exitCode).toBe(0)
    for (const [person, role, ...as] of [
      ['Ada', 'admin'],
      ['Ed', 'editor', '--as', 'Ada'],
      ['Cleo', 'chief', '--as', 'Ada'],
      ['Pat', 'production', '--as', 'Ada'],
    ] as [string, string, ...string[]][])
      expect((await run('person', library, 'add', person, '--role', role, ...as)).exitCode).toBe(0)
    await run('site', library, 'name=The Courier', 'url=https://courier.example/', '--as', 'Ada')
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  it('has a text to tell', () => {
    expect(piece.headline).not.toBe('')
    expect(piece.paragraphs.length).toBeGreaterThan(3)
  })

  it('imports the text and sets every field', async () => {
    const file = join(folder, 'piece.txt')
    await writeFile(file, [piece.headline, ...piece.paragraphs].join('\n\n'))
    const picture = join(folder, 'picture.jpg')
    const plain = { create: { width: 1200, height: 800, channels: 3 as const, background: '#456' } }
    await writeFile(picture, await sharp(plain).jpeg().toBuffer())

    const rows = await galleyJson<Row[]>(
      ['import', library, file, '--as', 'Ed', '--category', piece.category],
      env,
    )
    expect(rows.exitCode).toBe(0)
    id = rows.json[0]?.id ?? ''
    const fields = [`author=${piece.author}`, 'readTime=5', 'tags=sea, boats', 'publishTime=none']
    const words = ['thumbnailAlt=A grey square', 'caption=Grey', 'credit=Galley']
    const kept = await json<{ headline: string; readTime: number; authors: string[]; category: string }>(
      'set',
      library,
      id,
      ...fields,
      `thumbnail=${picture}`,
      ...words,
      '--as',
      'Ed',
    )
    expect(kept).toMatchObject({
      exitCode: 0,
      headline: piece.headline,
      readTime: 5,
      authors: [piece.author],
      category: piece.category,
    })
    const shown = await json<object>('show', library, id)
    expect(shown).toMatchObject({ thumbnail: { alt: 'A grey square', caption: 'Grey', credit: 'Galley' } })
  })

  it('refuses what the workflow does not allow, with its reason', async () => {
    const early = await move('approve', 'Cleo')
    expect(early.exitCode).toBe(1)
    expect(early.json[0]).toMatchObject({ id, state: 'draft' })
    expect(early.json[0]?.refused).toContain('not possible')
    const unfit = await move('start-review', 'Ed')
    expect(unfit.err).toContain('desk chiefs')
    const asked = await galleyJson<Report>(
      ['export', library, join(folder, 'none.html'), '--article', id, '--form', 'page', '--as', 'Pat'],
      env,
    )
    expect(asked.exitCode).toBe(1)
    expect(asked.json.refused[0]?.id).toBe(id)
    expect(existsSync(join(folder, 'none.html'))).toBe(false)
  })

  it('goes through review and back, and is approved by another', async () => {
    expect((await move('submit', 'Ed')).json).toEqual([{ id, state: 'submitted' }])
    expect((await move('start-review', 'Cleo')).json).toEqual([{ id, state: 'in-review' }])
    expect((await move('request-changes', 'Cleo')).exitCode).toBe(1)
    const asked = await move('request-changes', 'Cleo', '--note', 'Say where.')
    expect(asked.json).toEqual([{ id, state: 'changes-requested' }])
    expect((await run('set', library, id, 'dateline=HARBOUR', '--as', 'Ed')).exitCode).toBe(0)
    await move('submit', 'Ed')
    await move('start-review', 'Cleo')
    expect((await move('approve', 'Cleo')).json).toEqual([{ id, state: 'approved' }])
  })

  it('is exported by production, byte for byte as it was shown', async () => {
    const site = join(folder, 'site')
    const zip = join(folder, 'site.zip')
    const report = await json<Report>('export', library, site, '--as', 'Pat', '--zip', zip)
    expect(report).toMatchObject({ exitCode: 0, articles: 1, drafts: 0, removed: 0, refused: [] })
    expect(report.written).toBeGreaterThan(5)
    const { slug } = await json<{ slug: string }>('show', library, id)
    const manifest = JSON.parse(await readFile(join(site, 'manifest.json'), 'utf8')) as {
      articles: { path: string }[]
    }
    const path = manifest.articles[0]?.path ?? ''
    expect(path).toContain(`/${slug}/index.html`)
    const page = await readFile(join(site, path), 'utf8')
    expect((await run('show', library, id, '--form', 'html')).out).toBe(page)
    expect(page).toContain('5 Mins Read')
    expect((await stat(zip)).size).toBeGreaterThan(1000)
    expect(wordsIn(page)).toContain(wordsOf([piece.headline]))
    expect(wordsIn(page)).toContain(wordsOf(piece.paragraphs))
    expect(wordsIn(page)).toContain(wordsOf([`By ${piece.author} – 5 Mins Read`]))
    expect(await json('verify-export', site)).toMatchObject({ ok: true, problems: [], exitCode: 0 })
    expect(await json('verify', library)).toMatchObject({ ok: true, problems: [], exitCode: 0 })
  })

  it('writes nothing when nothing changed, and single files when asked', async () => {
    expect(await json<Report>('export', library, join(folder, 'site'), '--as', 'Pat')).toMatchObject({
      written: 0,
      removed: 0,
    })
    for (const [form, name] of [
      ['page', 'one.html'],
      ['fragment', 'part.html'],
      ['md', 'one.md'],
    ] as const) {
      const out = join(folder, name)
      const zip = `${out}.zip`
      const report = await json<Report>(
        'export',
        library,
        out,
        '--article',
        id,
        '--form',
        form,
        '--zip',
        zip,
        '--as',
        'Pat',
      )
      expect(report).toMatchObject({ exitCode: 0, articles: 1, refused: [] })
      expect(wordsIn(await readFile(out, 'utf8'))).toContain(wordsOf(piece.paragraphs.slice(0, 1)))
      expect((await stat(zip)).size).toBeGreaterThan(100)
    }
    const all = await json<Report>('export', library, join(folder, 'all'), '--form', 'md', '--as', 'Pat')
    expect(all.articles).toBe(1)
    // The article, and the folder of its pictures.
    expect(readdirSync(join(folder, 'all')).filter((name) => name !== 'media')).toHaveLength(1)
    expect(all.files).toBe(1 + readdirSync(join(folder, 'all', 'media')).length)
  })

  it('voids the approval with a change, and makes it whole again with what was approved', async () => {
    await run('set', library, id, 'headline=Another one', '--as', 'Ed')
    const changed = await galleyJson<Report>(
      ['export', library, join(folder, 'site'), '--article', id, '--as', 'Pat'],
      env,
    )
    expect(changed.exitCode).toBe(1)
    expect(changed.json.refused[0]?.reason).toMatch(/headline/i)
    await run('set', library, id, `headline=${piece.headline}`, '--as', 'Ed')
    const whole = await json<Report>('export', library, join(folder, 'site'), '--article', id, '--as', 'Pat')
    expect(whole).toMatchObject({ exitCode: 0, refused: [], written: 0 })
  })

  it('exports by whom it may only', async () => {
    expect((await run('export', library, join(folder, 'mine'), '--as', 'Ed')).exitCode).toBe(1)
    expect(existsSync(join(folder, 'mine', 'index.html'))).toBe(false)
  })
})

/** The words of a page in order, as a reader meets them: entities read, markup gone. */
const wordsIn = (html: string): string =>
  wordsOf([
    html
      .replace(/<(style|script|head)\b[\s\S]*?<\/\1>/g, ' ')
      .replace(/<[^>]+>/g, ' ')
      .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
      .replace(/&quot;/g, '"')
      .replace(/&lt;/g, '<')
      .replace(/&gt;/g, '>')
      .replace(/&amp;/g, '&'),
  ])

const wordsOf = (texts: readonly string[]): string =>
  texts
    .join(' ')
    .match(/[\p{L}\p{N}]+/gu)
    ?.join(' ') ?? ''

/** The reference page's article, taken apart by its layout; null where the folder is absent. */
function readReference(): Piece | null {
  if (!existsSync(referenceFolder)) return null
  const name = readdirSync(referenceFolder).find((one) => one.endsWith('.txt'))
  if (!name) return null
  const text = readFileSync(join(referenceFolder, name), 'utf8')
  const [, headline = '', , author = '', body = ''] =
    /^[^\n]+\n+([^\n]+)\n+(Author Avatar\n)?By (.+?) -[^\n]*Mins Read\n[\s\S]*?\n\|\n([\s\S]*?)\nShare/m.exec(
      text,
    ) ?? []
  const paragraphs = body
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter(Boolean)
  return { headline, author, category: 'News', paragraphs }
}
