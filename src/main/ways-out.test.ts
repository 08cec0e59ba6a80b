import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { DryRun } from '../shared/contract/ways-out-requests'
import { hashOfBytes } from './export/manifest'
import { refusalOf, valueOf } from './services/testing/newsroom'
import { draftAt, makeAt, openDeskNewsroom, type DeskNewsroom } from './testing/desk-newsroom'

let newsroom: DeskNewsroom
const site = (): string => join(newsroom.folder, 'site')
const place = (name: string): string => join(newsroom.folder, name)

beforeEach(async () => {
  newsroom = await openDeskNewsroom()
})
afterEach(() => newsroom.close())

async function approve(headline: string): Promise<string> {
  const { article } = await draftAt(newsroom, headline)
  const { editor, chief } = newsroom.staff
  await makeAt(article.id, [editor, 'submit'], [chief, 'start-review'], [chief, 'approve'])
  return article.id
}
const exportTo = async (folder: string) =>
  valueOf(await newsroom.staff.production.window.answer('publish.export', { folder }))
const dryRun = async (folder = site()): Promise<DryRun> =>
  valueOf(await newsroom.staff.editor.window.answer('publish.dry-run', { folder, limit: 1000 }))
const pack = (what: 'site' | 'changes', to: string, since: string | null = null) =>
  newsroom.staff.production.window.answer('publish.pack', { what, place: to, since })

/** Every file below a folder, with its hash and the moment it was last written. */
async function stateOf(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
  const lines = files.map(async (path) => {
    const { mtimeMs } = await stat(path)
    return `${path} ${mtimeMs} ${hashOfBytes(await readFile(path))}`
  })
  return (await Promise.all(lines)).sort()
}

describe('a dry run', () => {
  it('writes nothing, neither in the library nor where the site is', async () => {
    await approve('Flood')
    await exportTo(site())
    await approve('Fire')
    const before = [await stateOf(newsroom.library), await stateOf(site())]
    await dryRun()
    expect([await stateOf(newsroom.library), await stateOf(site())]).toEqual(before)
    expect((await dryRun(place('nowhere'))).counts.new).toBeGreaterThan(0)
    expect(await readdir(newsroom.folder)).not.toContain('nowhere')
  })

  it('foretells what the next export does, and why', async () => {
    await approve('Flood')
    await exportTo(site())
    expect((await dryRun()).counts).toMatchObject({ new: 0, changed: 0, removed: 0, restored: 0 })

    const fire = await approve('Fire')
    await writeFile(join(site(), 'robots.txt'), 'somebody else’s')
    const { counts, changes } = await dryRun()
    const why = (path: string) => changes.find((one) => one.path === path)?.why
    expect(why('news/fire/index.html')).toBe('“Fire” goes out for the first time.')
    expect(why(`ninjs/${fire}.json`)).toBe('“Fire” goes out for the first time.')
    expect(why('news/index.html')).toBe('It tells of “Fire”, which changed.')
    expect(why('robots.txt')).toMatch(/^Somebody else changed/)
    const { report } = await exportTo(site())
    expect(counts.new + counts.changed + counts.restored).toBe(report.written)
    expect(counts.removed).toBe(report.removed)
    expect(counts.new + counts.changed + counts.restored + counts.unchanged).toBe(report.files)
  })

  it('names the setting behind changed pages, and tells of withdrawals', async () => {
    const flood = await approve('Flood')
    await exportTo(site())
    const { admin, chief } = newsroom.staff
    valueOf(await admin.window.answer('settings.change', { site: { name: 'The Evening Herald' }, rules: {} }))
    const renamed = await dryRun()
    expect(renamed.changes.find(({ path }) => path === 'news/flood/index.html')?.why).toMatch(
      /^The settings changed: .*name/i,
    )
    await admin.window.answer('settings.change', { site: {}, rules: { twoApprovals: true } })
    await admin.window.answer('settings.change', { site: { description: 'News at dusk' }, rules: {} })
    const described = await dryRun()
    const why = (path: string) => described.changes.find((one) => one.path === path)?.why
    expect(why('news/flood/index.html')).toBe('The settings changed: Site name.')
    expect(why('index.html')).toBe('The settings changed: Site name, Description.')
    await admin.window.answer('settings.change', { site: {}, rules: { twoApprovals: false } })
    await makeAt(flood, [chief, 'withdraw', 'It was wrong'])
    const withdrawn = await dryRun()
    expect(withdrawn.changes.find(({ path }) => path === 'news/flood/index.html')?.why).toBe(
      '“Flood” was withdrawn.',
    )
  })

  it('tells what stands in the way, as the export would', async () => {
    await approve('Flood')
    await exportTo(place('other'))
    await rm(join(place('other'), 'manifest.json'))
    await writeFile(join(place('other'), 'robots.txt'), 'mine')
    const asked = await newsroom.staff.editor.window.answer('publish.dry-run', {
      folder: place('other'),
      limit: 5,
    })
    expect(refusalOf(asked)).toMatch(/is there already and is not Galley’s/)
  })
})

describe('a packed site', () => {
  it('is the same bytes each time, and is known to readers from then on', async () => {
    const id = await approve('Flood')
    const first = valueOf(await pack('site', place('a.zip')))
    expect(first).toMatchObject({ packed: { as: 'site', site: null }, folder: place('a.zip') })
    const { article } = valueOf(await newsroom.staff.editor.window.answer('article.open', { id }))
    expect(article.public.state).toBe('live')
    valueOf(await pack('site', place('b.zip')))
    const [a, b] = [await readFile(place('a.zip')), await readFile(place('b.zip'))]
    expect(a.equals(b)).toBe(true)
    const left = (await readdir(newsroom.folder)).filter(
      (name) => name.startsWith('.') || name.includes('part'),
    )
    expect(left).toEqual([])
    // A package is no place for the site itself.
    const ready = valueOf(await newsroom.staff.production.window.answer('publish.ready', {}))
    expect(ready.folder).not.toContain('.zip')
  })

  it('only by production, and never into the library', async () => {
    await approve('Flood')
    const by = await newsroom.staff.editor.window.answer('publish.pack', {
      what: 'site',
      place: place('a.zip'),
    })
    expect(refusalOf(by)).toContain('not-allowed')
    expect(refusalOf(await pack('site', join(newsroom.library, 'a.zip')))).toMatch(/inside the library/)
  })
})

describe('what changed', () => {
  it('since the site as it stands: new and changed files, a manifest, and what to delete', async () => {
    await approve('Flood')
    await exportTo(site())
    const before = await stateOf(site())
    await approve('Fire')
    const done = valueOf(await pack('changes', place('update')))
    expect(done.packed).toEqual({ as: 'changes', site: site() })
    const files = (await readdir(place('update'), { recursive: true })).map((path) =>
      path.replaceAll('\\', '/'),
    )
    expect(files).toContain('news/fire/index.html')
    expect(files).not.toContain('news/flood/index.html')
    expect(await readFile(join(place('update'), 'removed.txt'), 'utf8')).toBe('')
    expect(await stateOf(site())).toEqual(before)
    expect(refusalOf(await pack('changes', place('update')))).toMatch(/not empty/)
  })

  it('since an earlier package, by its zip file', async () => {
    await approve('Flood')
    valueOf(await pack('site', place('all.zip')))
    expect(refusalOf(await pack('changes', place('one')))).toMatch(/nothing was exported/)
    await approve('Fire')
    valueOf(await pack('changes', place('one.zip'), place('all.zip')))
    const again = valueOf(await pack('changes', place('two'), place('one.zip')))
    expect(again.report).toMatchObject({ written: 0, removed: 0 })
    await writeFile(place('foreign.zip'), 'no zip')
    expect(refusalOf(await pack('changes', place('three'), place('foreign.zip')))).toMatch(/no package/)
  })
})

it('an article alone is packed by a file name that ends in .zip', async () => {
  const id = await approve('Flood')
  const file = place('flood.zip')
  const { window } = newsroom.staff.production
  valueOf(await window.answer('publish.article', { id, form: 'md', file }))
  const first = await readFile(file)
  expect(first.subarray(0, 2).toString()).toBe('PK')
  expect(first.includes('flood.md')).toBe(true)
  valueOf(await window.answer('publish.article', { id, form: 'md', file }))
  expect((await readFile(file)).equals(first)).toBe(true)
})
