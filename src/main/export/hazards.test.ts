import type * as fs from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { articlePath } from '../../shared/site/paths'
import { slugFrom, slugSchema } from '../../shared/article/slug'
import { defaultSettings } from '../../shared/site/settings'
import type { SiteFile, SitePlan } from '../services/publishing-ports'
import { stagingName } from './site-path'
import { verifyExport } from './verify-export'
import { writeSite } from './write-site'

/** Called before each change of the disk; a test may throw there, as the disk would. */
const disk = vi.hoisted(() => ({ before: (_call: string): void => undefined }))

vi.mock('node:fs', async (original) => {
  const real = await original<typeof fs>()
  const watched = [
    'openSync',
    'writeSync',
    'writeFileSync',
    'mkdirSync',
    'renameSync',
    'fsyncSync',
    'unlinkSync',
  ]
  const mocked = Object.fromEntries(
    watched.map((name) => [
      name,
      (...parts: unknown[]): unknown => {
        disk.before(`${name} ${String(parts[0])}`)
        return (real[name as 'renameSync'] as (...all: unknown[]) => unknown)(...parts)
      },
    ]),
  )
  return { ...real, ...mocked, default: { ...real, ...mocked } }
})

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'galley-hazards-'))
})
afterEach(async () => {
  disk.before = () => undefined
  await rm(folder, { recursive: true, force: true })
})

type Pages = Record<string, string>
const site = () => join(folder, 'site')
const before: Pages = { 'index.html': 'old', 'news/a/index.html': 'a', 'news/b/index.html': 'b' }
const after: Pages = { 'index.html': 'new home', 'news/b/index.html': 'b', 'news/c/index.html': 'c' }

function write(pages: Pages, more: Partial<SitePlan> = {}): ReturnType<typeof writeSite> {
  async function* files(): AsyncGenerator<SiteFile> {
    for (const [path, text] of Object.entries(pages)) yield { path, text }
  }
  return writeSite({
    folder: site(),
    library: { id: '01ARZ3NDEKTSV4RRFFQ69G5FAV', path: join(folder, 'library') },
    files: files(),
    articles: () => [],
    pictures: { atWidth: async () => null, crop: async () => null, icon: async () => null },
    signal: new AbortController().signal,
    onPlacing: () => undefined,
    ...more,
  })
}
const said = (written: Awaited<ReturnType<typeof write>>): string =>
  written.ok ? 'written' : 'reason' in written.error ? written.error.reason : written.error.code

/** Every file of a folder with its words; the manifest and what an export prepares left out. */
async function found(place = site()): Promise<Pages> {
  const entries = await readdir(place, { recursive: true, withFileTypes: true }).catch(() => [])
  const pages: Pages = {}
  for (const entry of entries.filter((one) => one.isFile())) {
    const path = join(entry.parentPath, entry.name)
      .slice(place.length + 1)
      .replaceAll('\\', '/')
    if (path !== 'manifest.json' && !path.startsWith(stagingName))
      pages[path] = await readFile(join(place, path), 'utf8')
  }
  return pages
}

const failure = (code: string): NodeJS.ErrnoException =>
  Object.assign(new Error(`${code}: refused`), { code, syscall: 'write', errno: -1 })

describe('a disk that refuses, at whatever call', () => {
  test.each([
    ['ENOSPC', 'the disk is full'],
    ['EROFS', 'the disk is read-only'],
    ['EACCES', 'this account has no permission there'],
    ['EIO', 'the disk reports an error'],
  ])(
    '%s is told in words; the site stays as it was or is completed by the next export',
    async (code, words) => {
      await write(before)
      let calls = 0
      disk.before = () => void (calls += 1)
      await write(after)
      expect(calls).toBeGreaterThan(10)
      for (let refused = 1; refused <= calls; refused += 1) {
        await rm(site(), { recursive: true })
        disk.before = () => undefined
        await write(before)
        let call = 0
        // From this call on nothing can be written any more.
        disk.before = () => {
          call += 1
          if (call >= refused) throw failure(code)
        }
        expect(said(await write(after))).toBe(words)
        disk.before = () => undefined
        const pages = await found()
        for (const [path, text] of Object.entries(pages)) expect([before[path], after[path]]).toContain(text)
        const verdict = verifyExport(site())
        if (verdict.ok) expect([before, after]).toContainEqual(pages)
        else expect(verdict.problems).toEqual([expect.stringMatching(/interrupted there: \d of \d files/)])
        expect(said(await write(after))).toBe('written')
        expect(await found()).toEqual(after)
        expect(verifyExport(site())).toEqual({ ok: true, problems: [] })
      }
    },
  )
})

describe.skipIf(process.platform === 'win32')('symbolic links in the target', () => {
  const outside = () => join(folder, 'outside')

  test.each([
    ['to a file', 'index.html', 'secret.txt'],
    ['to a folder', 'news', '.'],
    ['to nothing', 'index.html', 'gone'],
    ['to nothing, for a folder', 'news', 'gone'],
    ['in place of what an export prepares', stagingName, '.'],
    ['in place of the manifest', 'manifest.json', 'secret.txt'],
  ])('%s are refused and lead nowhere', async (_words, name, target) => {
    await mkdir(outside())
    await writeFile(join(outside(), 'secret.txt'), 'mine')
    await mkdir(site())
    await symlink(join(outside(), target), join(site(), name))
    expect(said(await write(before))).toBe(`${name} is in the way: it is a symbolic link`)
    expect(await found(outside())).toEqual({ 'secret.txt': 'mine' })
    expect(await readdir(site())).toEqual([name])
  })

  test('that are the target itself are followed: somebody chose the folder', async () => {
    await mkdir(outside())
    await symlink(outside(), site())
    expect(said(await write(before))).toBe('written')
    expect(await found(outside())).toEqual(before)
  })
})

describe('names', () => {
  test('that differ in case or in the spelling of an accent alone are refused before anything is written', async () => {
    await write(before)
    const wanted = { ...after, 'News/B/index.html': 'other' }
    expect(said(await write(wanted))).toBe(
      'two pages want the same address, news/b/index.html and News/B/index.html',
    )
    expect(said(await write({ 'news/caf\u00e9.html': '1', 'news/cafe\u0301.html': '2' }))).toMatch(
      /cannot be a file of the site|same address/,
    )
    expect(await found()).toEqual(before)
    expect(verifyExport(site()).ok).toBe(true)
  })

  test.each(['con', 'NUL', 'aux', 'com1', 'lpt9', 'prn.html'])(
    'of a device, such as %s, are refused',
    async (name) => {
      expect(said(await write({ [`news/${name}/index.html`]: 'x' }))).toBe(
        `news/${name}/index.html cannot be a file of the site`,
      )
      expect(await found()).toEqual({})
    },
  )

  test('of devices are no slugs, and none is made of a headline', () => {
    const { site: settings } = defaultSettings('The Herald')
    for (const name of ['CON', 'Nul', 'aux.', 'COM1', 'lpt 9', 'PRN']) {
      const slug = slugFrom(name, 'x')
      expect(slugSchema.safeParse(slug).success).toBe(true)
      const path = articlePath(
        '01ARZ3NDEKTSV4RRFFQ69G5FAV',
        { category: 'news', slug: { text: slug, follows: true } },
        settings,
      )
      expect(path).not.toMatch(/\/(con|nul|aux|com1|lpt9|prn)\//)
    }
    expect(slugSchema.safeParse('con').error?.issues[0]?.message).toBe(
      'is a name the system keeps for itself',
    )
  })
})

describe('where a site may not go', () => {
  const inLibrary = (path: string) => ({ id: '01ARZ3NDEKTSV4RRFFQ69G5FAV', path: join(folder, path) })

  test('into the library, or around it', async () => {
    await mkdir(join(folder, 'site/library'), { recursive: true })
    await writeFile(join(folder, 'site/library/draft'), 'not for readers')
    expect(said(await write(before, { library: inLibrary('site/library') }))).toBe(
      'the library lies within it and would go online too; choose a folder beside the library',
    )
    expect(said(await write(before, { library: inLibrary('site') }))).toMatch(/inside the library/)
    const below = { folder: join(site(), 'library/out'), library: inLibrary('site/library') }
    expect(said(await write(before, below))).toMatch(/inside the library/)
    expect(await found()).toEqual({ 'library/draft': 'not for readers' })
  })

  test('over a file of somebody else’s, which stays', async () => {
    await mkdir(dirname(join(site(), 'news/b/index.html')), { recursive: true })
    await writeFile(join(site(), 'news/b/index.html'), 'mine')
    expect(said(await write(before))).toBe('news/b/index.html is there already and is not Galley’s')
    expect(await found()).toEqual({ 'news/b/index.html': 'mine' })
  })

  test('where a folder stands in a page’s place', async () => {
    await mkdir(join(site(), 'index.html/mine'), { recursive: true })
    expect(said(await write(before))).toBe('index.html is in the way: it is no file')
    expect(await readdir(site())).toEqual(['index.html'])
  })
})
