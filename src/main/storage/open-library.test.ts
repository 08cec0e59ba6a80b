import { cp, mkdir, readFile, readdir, rm, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ulid } from 'ulid'
import { describe, expect, it } from 'vitest'
import { ok } from '../../shared/kernel/result'
import { createLibrary } from './create-library'
import { dyingDisk, refusingDisk } from './testing/failing-disk'
import { emptyPlace, firstChange, newLibrary, now, open, opened, person, valueOf } from './testing/newsroom'

const admin = {
  id: person,
  name: 'Ada',
  role: 'admin' as const,
  author: null,
  passphrase: null,
  disabled: false,
  createdAt: now().toISOString(),
  keys: [],
  earlierRoles: [],
}
const create = (path: string): ReturnType<typeof createLibrary> =>
  createLibrary(path, { name: 'Herald', now, newId: ulid })

describe('making a library', () => {
  it('makes one that opens, with its settings and nobody in it', async () => {
    const path = await emptyPlace()
    const { id } = valueOf(await create(path))
    const library = await opened(path)
    expect(library).toMatchObject({ id, name: 'Herald', path, samplePassphrase: null, readOnlyBecause: null })
    expect(library.settings.read().site.name).toBe('Herald')
    expect(library.people.read()).toEqual([])
    expect(await library.articles.entries()).toEqual([])
    await library.close()
  })

  it('refuses a folder that holds anything else, and leaves it alone', async () => {
    const path = await emptyPlace()
    await mkdir(path)
    await writeFile(join(path, 'thesis.doc'), 'mine')
    expect(await create(path)).toEqual({ ok: false, error: { code: 'folder-not-empty', path } })
    expect(await readdir(path)).toEqual(['thesis.doc'])
    expect(await create(join(path, 'thesis.doc'))).toMatchObject({ error: { code: 'folder-not-empty' } })
  })

  it('takes an empty folder, whatever a file manager left in it', async () => {
    const path = await emptyPlace()
    await mkdir(path)
    await writeFile(join(path, '.DS_Store'), '')
    expect((await create(path)).ok).toBe(true)
  })

  it('says so when the disk is full, and makes nothing that would open', async () => {
    const path = await emptyPlace()
    const disk = refusingDisk(
      'ENOSPC',
      (call) => call.act === 'writeNew' && call.path.includes('library.json'),
    )
    const made = await createLibrary(path, { name: 'Herald', now, newId: ulid, disk })
    expect(made).toMatchObject({ error: { code: 'disk-write-failed', reason: 'the disk is full' } })
    expect(await open(path)).toMatchObject({ error: { code: 'not-a-library' } })
  })
})

describe('a creation that was killed', () => {
  it('can be made again, but not over what somebody has put there', async () => {
    const steps = 20
    for (let calls = 0; calls < steps; calls += 1) {
      const path = await emptyPlace()
      const died = await createLibrary(path, { name: 'Herald', now, newId: ulid, disk: dyingDisk(calls) })
      if ((await open(path)).ok) continue
      expect(died.ok).toBe(false)
      expect(await create(path)).toMatchObject({ ok: true })
      await (await opened(path)).close()
    }
    const path = await emptyPlace()
    await mkdir(join(path, 'media'), { recursive: true })
    await writeFile(join(path, 'media', 'holiday.jpg'), 'mine')
    expect(await create(path)).toMatchObject({ error: { code: 'folder-not-empty' } })
  })
})

describe('opening a library', () => {
  it('asks about a missing folder and makes nothing in its place', async () => {
    const path = await emptyPlace()
    expect(await open(path)).toEqual({ ok: false, error: { code: 'missing-library', path } })
    await expect(readdir(path)).rejects.toThrow('ENOENT')
  })

  it('refuses a folder without library.json, and a file', async () => {
    const path = await emptyPlace()
    await mkdir(path)
    await writeFile(join(path, 'people.json'), '{}')
    expect(await open(path)).toMatchObject({ error: { code: 'not-a-library', path } })
    expect(await readdir(path)).toEqual(['people.json'])
    expect(await open(join(path, 'people.json'))).toMatchObject({ error: { code: 'not-a-library' } })
  })

  for (const name of ['library.json', 'people.json', 'authors.json']) {
    const refused = async (spoil: (file: string) => Promise<void>): Promise<unknown> => {
      const path = await newLibrary()
      const file = join(path, name)
      await spoil(file)
      const before = await readFile(file).catch(() => null)
      const opening = await open(path)
      expect(await readFile(file).catch(() => null)).toEqual(before)
      // The refusal leaves no lock behind.
      expect(await readdir(path)).not.toContain('library.lock')
      return opening.ok ? opening : opening.error
    }
    it.each([
      ['cut off', (file: string) => truncate(file, 20)],
      ['empty', (file: string) => truncate(file, 0)],
      ['filled with NUL bytes', (file: string) => writeFile(file, '\0'.repeat(300))],
      ['foreign', (file: string) => writeFile(file, '{"name":"another program","version":"1.0.0"}')],
    ])(`refuses a ${name} that is %s and leaves it as it is`, async (_how, spoil) => {
      expect(await refused(spoil)).toMatchObject({
        code: 'damaged-file',
        path: expect.stringContaining(name),
      })
    })
    it(`refuses a newer ${name}, naming both formats`, async () => {
      const error = await refused((file) => writeFile(file, '{"format":99,"unknown":[]}'))
      expect(error).toMatchObject({ code: 'newer-format', found: 99, known: 1 })
    })
  }

  it.each(['people.json', 'authors.json'])('does not take a missing %s for an empty one', async (name) => {
    const path = await newLibrary()
    await rm(join(path, name))
    expect(await open(path)).toMatchObject({ error: { code: 'damaged-file', reason: 'it is missing' } })
  })

  it('keeps people, profiles and settings', async () => {
    const path = await newLibrary()
    const author = { id: ulid(), name: 'Grace', slug: 'grace', avatar: null, biography: '' }
    const first = await opened(path)
    await first.people.change((all) => ok({ next: [...all, admin], value: null }))
    await first.authors.change((all) => ok({ next: [...all, author], value: null }))
    await first.settings.change((all) =>
      ok({ next: { ...all, site: { ...all.site, name: 'News' } }, value: 0 }),
    )
    await first.close()
    const second = await opened(path)
    expect(second.people.read()).toEqual([admin])
    expect(second.authors.read()).toEqual([author])
    expect(second.settings.read().site.name).toBe('News')
    await second.close()
  })

  it('finishes what was asked for before it closes, and refuses what comes after', async () => {
    const library = await opened(await newLibrary())
    const asked = library.people.change((all) => ok({ next: [...all, admin], value: null }))
    await library.close()
    expect((await asked).ok).toBe(true)
    expect(await library.articles.create(firstChange('Late'))).toMatchObject({ error: { code: 'read-only' } })
  })

  it('lets go of its lock when the disk fails while it opens', async () => {
    const path = await newLibrary()
    const disk = refusingDisk('EIO', (call) => call.act === 'makeFolder')
    expect(await open(path, { disk })).toMatchObject({ error: { code: 'disk-write-failed' } })
    const library = await opened(path)
    expect(library.readOnlyBecause).toBeNull()
    await library.close()
  })

  it('opens a copy whose empty folders were left out', async () => {
    const path = await newLibrary()
    for (const folder of ['articles', 'drafts', 'pending', 'backups'])
      await rm(join(path, folder), { recursive: true })
    const library = await opened(path)
    expect((await library.articles.create(firstChange('Still here'))).ok).toBe(true)
    await library.close()
  })
})

describe('two desks on one library', () => {
  it('lets the second only read, says who writes, and follows what the first does', async () => {
    const path = await newLibrary()
    const writer = await opened(path, { who: 'Galley window' })
    const one = firstChange('One')
    await writer.articles.create(one)
    const reader = await opened(path)
    expect(reader.readOnlyBecause).toMatch(/^Galley window, process \d+ on host .+ since \d\d:\d\d$/)
    expect(await reader.articles.entries()).toHaveLength(1)
    await writer.articles.create(firstChange('Two'))
    expect(await reader.articles.entries()).toHaveLength(2)
    expect((await reader.articles.texts()).size).toBe(2)

    const refusal = { ok: false, error: { code: 'read-only', holder: reader.readOnlyBecause } }
    const draft = {
      article: one.article.id,
      person,
      basedOn: 1,
      at: now().toISOString(),
      content: one.article.content,
    }
    expect(await reader.articles.create(firstChange('Three'))).toEqual(refusal)
    expect(await reader.articles.change(one.article.id, () => ok(null))).toEqual(refusal)
    expect(await reader.people.change((all) => ok({ next: all, value: null }))).toEqual(refusal)
    expect(await reader.drafts.write(draft)).toEqual(refusal)
    expect(await reader.drafts.discard(draft.article, person)).toEqual(refusal)
    await reader.close()
    await writer.close()
    const next = await opened(path)
    expect(next.readOnlyBecause).toBeNull()
    await next.close()
  })

  it('reads beside a writer without touching its lock, or anything else', async () => {
    const path = await newLibrary()
    const copy = await emptyPlace()
    await cp(path, copy, { recursive: true })
    const reader = await opened(path, { write: false })
    await reader.articles.entries()
    await reader.articles.texts()
    await reader.close()
    expect(await readdir(path, { recursive: true })).toEqual(await readdir(copy, { recursive: true }))
  })
})
