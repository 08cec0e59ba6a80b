import {
  chmod,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  symlink,
  utimes,
  writeFile,
} from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { SiteFile, SitePlan } from '../services/publishing-ports'
import { stagingName } from './site-path'
import { verifyExport } from './verify-export'
import { writeSite } from './write-site'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'galley-export-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

type Pages = Record<string, string>
const out = () => join(folder, 'site')
const library = () => ({ id: '01ARZ3NDEKTSV4RRFFQ69G5FAV', path: join(folder, 'library') })

function planOf(pages: Pages, more: Partial<SitePlan> = {}): SitePlan {
  async function* files(): AsyncGenerator<SiteFile> {
    for (const [path, text] of Object.entries(pages)) yield { path, text }
  }
  return {
    folder: out(),
    library: library(),
    files: files(),
    articles: () => [],
    pictures: {
      atWidth: async () => Buffer.from('picture'),
      crop: async () => Buffer.from('crop'),
      icon: async () => Buffer.from('icon'),
    },
    signal: new AbortController().signal,
    onPlacing: () => undefined,
    ...more,
  }
}
const write = (pages: Pages, more: Partial<SitePlan> = {}) => writeSite(planOf(pages, more))
const reasonOf = (result: Awaited<ReturnType<typeof write>>): string =>
  result.ok ? 'written' : 'reason' in result.error ? result.error.reason : result.error.code

/** Every file of the target but the manifest, with its words. */
async function found(): Promise<Pages> {
  const entries = await readdir(out(), { recursive: true, withFileTypes: true }).catch(() => [])
  const files = entries.filter((entry) => entry.isFile() && entry.name !== 'manifest.json')
  const pages: Pages = {}
  for (const file of files) {
    const path = join(file.parentPath, file.name)
    pages[path.slice(out().length + 1).replaceAll('\\', '/')] = await readFile(path, 'utf8')
  }
  return pages
}
async function place(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(out(), path)), { recursive: true })
  await writeFile(join(out(), path), text)
}

const first: Pages = { 'index.html': 'home', 'news/a/index.html': 'a', 'news/b/index.html': 'b' }
const second: Pages = { 'index.html': 'home 2', 'news/b/index.html': 'b', 'news/c/index.html': 'c' }

describe('writing a site', () => {
  test('writes what is new or changed, removes what is gone and leaves the rest alone', async () => {
    expect(await write(first)).toMatchObject({ ok: true, value: { files: 3, written: 3, removed: 0 } })
    const old = new Date('2020-01-01')
    await utimes(join(out(), 'news/b/index.html'), old, old)
    expect(await write(second)).toMatchObject({ ok: true, value: { files: 3, written: 2, removed: 1 } })
    expect(await found()).toEqual(second)
    expect((await stat(join(out(), 'news/b/index.html'))).mtime).toEqual(old)
    expect(await readdir(join(out(), 'news'))).toEqual(['b', 'c'])
    expect(verifyExport(out())).toEqual({ ok: true, problems: [] })
  })

  test('touches nothing when nothing changed, and gives the same bytes wherever it writes', async () => {
    await write(first)
    const manifest = join(out(), 'manifest.json')
    const old = new Date('2020-01-01')
    await utimes(manifest, old, old)
    expect(await write(first)).toMatchObject({ ok: true, value: { written: 0, removed: 0 } })
    expect((await stat(manifest)).mtime).toEqual(old)
    const elsewhere = join(folder, 'elsewhere')
    await write(Object.fromEntries(Object.entries(first).reverse()), { folder: elsewhere })
    expect(await readFile(join(elsewhere, 'manifest.json'))).toEqual(await readFile(manifest))
  })

  test('lets everybody read', async () => {
    if (process.platform === 'win32') return
    await write(first)
    expect((await stat(join(out(), 'index.html'))).mode & 0o777).toBe(0o644)
    expect((await stat(join(out(), 'manifest.json'))).mode & 0o777).toBe(0o644)
  })

  test('makes a changed file again', async () => {
    await write(first)
    await writeFile(join(out(), 'index.html'), 'damaged')
    expect(verifyExport(out()).problems).toEqual(['index.html was changed after the export.'])
    expect(await write(first)).toMatchObject({ ok: true, value: { written: 1 } })
    expect(await found()).toEqual(first)
  })

  test('keeps what a plan says is to stay, as it is', async () => {
    await write(first)
    async function* files(): AsyncGenerator<SiteFile> {
      yield { path: 'index.html', text: 'home 3' }
      yield { path: 'news/', asBefore: true }
    }
    expect(await write({}, { files: files() })).toMatchObject({ ok: true, value: { written: 1, removed: 0 } })
    expect(await found()).toEqual({ ...first, 'index.html': 'home 3' })
  })

  test('says what it cannot keep, because it was exported elsewhere, and does not list it', async () => {
    async function* files(): AsyncGenerator<SiteFile> {
      yield { path: 'index.html', text: 'home' }
      yield { path: 'news/a/index.html', asBefore: true }
      yield { path: 'assets/', asBefore: true }
    }
    const seal = '0'.repeat(64)
    const articles = () => [{ id: library().id, path: 'news/a/index.html', revision: 1, seal }]
    const written = await write({}, { files: files(), articles })
    expect(written).toMatchObject({ value: { warnings: [expect.stringContaining('news/a/index.html')] } })
    expect(verifyExport(out())).toEqual({ ok: true, problems: [] })
  })
})

describe('what is not ours', () => {
  test('stays, beside the site', async () => {
    await place('robots.txt', 'mine')
    await place('news/own.html', 'mine too')
    await write(first)
    await write({ 'index.html': 'home' })
    expect(await found()).toEqual({ 'index.html': 'home', 'robots.txt': 'mine', 'news/own.html': 'mine too' })
  })

  test('is never written over', async () => {
    await place('news/a/index.html', 'somebody else’s')
    expect(reasonOf(await write(first))).toBe('news/a/index.html is there already and is not Galley’s')
    expect(await found()).toEqual({ 'news/a/index.html': 'somebody else’s' })
  })

  test.skipIf(process.platform === 'win32')('is not reached through symbolic links', async () => {
    await mkdir(join(folder, 'private'))
    await mkdir(out())
    await symlink(join(folder, 'private'), join(out(), 'news'))
    expect(reasonOf(await write(first))).toBe('news is in the way: it is a symbolic link')
    expect(await readdir(join(folder, 'private'))).toEqual([])
    await rm(join(out(), 'news'))
    await symlink(join(folder, 'private'), join(out(), 'index.html'))
    expect(reasonOf(await write(first))).toBe('index.html is in the way: it is a symbolic link')
  })

  test('another library’s site, a foreign manifest and the library itself are refused', async () => {
    await write(first)
    const other = { id: '01ARZ3NDEKTSV4RRFFQ69G5FAW', path: join(folder, 'library') }
    expect(reasonOf(await write(first, { library: other }))).toMatch(/another library/)
    await writeFile(join(out(), 'manifest.json'), '{"files":["../../etc/passwd"]}')
    expect(reasonOf(await write(first))).toMatch(/not Galley’s/)
    await mkdir(library().path)
    expect(reasonOf(await write(first, { folder: join(library().path, 'site') }))).toMatch(
      /inside the library/,
    )
    await writeFile(join(folder, 'file'), '')
    expect(reasonOf(await write(first, { folder: join(folder, 'file') }))).toMatch(/a file, not a folder/)
  })

  test('a manifest cannot make us remove what lies elsewhere', async () => {
    await write(first)
    const manifest = join(out(), 'manifest.json')
    await writeFile(join(folder, 'victim'), 'x')
    const forged = (await readFile(manifest, 'utf8')).replace('news/a/index.html', '../victim')
    await writeFile(manifest, forged)
    expect(reasonOf(await write(second))).toMatch(/not Galley’s/)
    expect(await readFile(join(folder, 'victim'), 'utf8')).toBe('x')
  })
})

describe('refusals', () => {
  test('two pages of one address, by case or accent, and names that some disk cannot hold', async () => {
    expect(reasonOf(await write({ 'news/a/index.html': '1', 'News/A/index.html': '2' }))).toMatch(
      /same address/,
    )
    for (const path of [
      '../up.html',
      '/root.html',
      'a//b.html',
      '.hidden',
      'a/..',
      'manifest.json',
      'dot./x',
    ])
      expect(reasonOf(await write({ [path]: 'x' }))).not.toBe('written')
    expect(await found()).toEqual({})
  })

  test.skipIf(process.platform === 'win32' || process.getuid?.() === 0)(
    'a disk that cannot be written',
    async () => {
      await mkdir(out())
      await chmod(out(), 0o500)
      expect(reasonOf(await write(first))).toBe('this account has no permission there')
      await chmod(out(), 0o700)
    },
  )

  test('a picture that cannot be read leaves one warning, which names its article', async () => {
    const hash = 'a'.repeat(64)
    async function* files(): AsyncGenerator<SiteFile> {
      for (const format of ['avif', 'jpg'] as const)
        yield {
          ...{ path: `media/${hash}-480.${format}`, shownBy: '“Flood”' },
          picture: { hash, width: 480, format },
        }
    }
    const written = await write(
      {},
      {
        files: files(),
        pictures: { atWidth: async () => null, crop: async () => null, icon: async () => null },
      },
    )
    expect(written).toMatchObject({ ok: true, value: { warnings: [expect.stringContaining('“Flood”')] } })
  })
})

describe('a run that ends early', () => {
  class Killed extends Error {}

  /** Runs until a step is reached, as if the process were killed there; tells all steps it came by. */
  async function runUntil(pages: Pages, stopAt: number): Promise<string[]> {
    const steps: string[] = []
    const run = writeSite(planOf(pages), (step) => {
      if (steps.length === stopAt) throw new Killed(step)
      steps.push(step)
    })
    await run.catch((failure: unknown) => {
      if (!(failure instanceof Killed)) throw failure
    })
    return steps
  }

  test('before it counts is undone, after that is completed, at whatever step', async () => {
    await write(first)
    const all = await runUntil(second, Infinity)
    expect(all).toContain('journal')
    const committed = all.indexOf('journal') + 1
    for (let stopAt = 0; stopAt < all.length; stopAt += 1) {
      await rm(out(), { recursive: true })
      await write(first)
      await runUntil(second, stopAt)
      if (stopAt >= committed) {
        if (stopAt < all.length - 1) expect(verifyExport(out()).ok).toBe(false)
      } else {
        const { [`${stagingName}/0`]: _0, [`${stagingName}/1`]: _1, ...site } = await found()
        expect(site).toEqual(first)
      }
      // The next run finishes what was committed before it looks at what it is asked for itself.
      expect(await write(stopAt >= committed ? second : first)).toMatchObject({
        ok: true,
        value: { written: 0, removed: 0 },
      })
      expect(await found()).toEqual(stopAt >= committed ? second : first)
      expect(await readdir(out())).not.toContain(stagingName)
      expect(verifyExport(out())).toEqual({ ok: true, problems: [] })
    }
  })

  test('with its prepared files lost, as in a power cut, is made whole by the next', async () => {
    const all = await runUntil(first, Infinity)
    await rm(out(), { recursive: true })
    await runUntil(first, all.indexOf('journal') + 1)
    await writeFile(join(out(), stagingName, '1'), '')
    expect(await write(first)).toMatchObject({ ok: true })
    expect(await found()).toEqual(first)
  })

  test('because somebody asks is undone', async () => {
    await write(first)
    const stop = new AbortController()
    async function* files(): AsyncGenerator<SiteFile> {
      yield { path: 'index.html', text: 'half way' }
      stop.abort()
      yield { path: 'news/c/index.html', text: 'c' }
    }
    expect(reasonOf(await write({}, { files: files(), signal: stop.signal }))).toBe('cancelled')
    expect(await found()).toEqual(first)
    expect(verifyExport(out()).ok).toBe(true)
  })
})

test('verifying tells what is missing, and that nothing was exported', async () => {
  expect(verifyExport(out()).problems[0]).toMatch(/There is no folder/)
  await mkdir(out())
  expect(verifyExport(out()).problems[0]).toMatch(/no manifest.json/)
  await write(first)
  await rm(join(out(), 'news/a/index.html'))
  expect(verifyExport(out()).problems).toEqual(['news/a/index.html is missing.'])
})
