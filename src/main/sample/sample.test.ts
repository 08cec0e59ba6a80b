import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createSampleLibrary } from '.'
import { openMediaStore } from '../media'
import type { OpenLibrary } from '../services/ports'
import { openLibrary, verifyLibrary } from '../storage'
import { sampleTextNames } from './sample-files'
import { stories } from './stories'

const present = new Date('2026-03-10T15:00:00Z')
let folder: string
let library: OpenLibrary
let verified: Awaited<ReturnType<typeof verifyLibrary>>

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'galley-sample-'))
  const made = await createSampleLibrary(join(folder, 'Sample'), { now: () => present })
  if (!made.ok) throw new Error(JSON.stringify(made.error))
  verified = await verifyLibrary(join(folder, 'Sample'))
  const opened = await openLibrary(join(folder, 'Sample'), {
    now: () => present,
    who: 'a test',
    openMedia: openMediaStore,
  })
  if (!opened.ok) throw new Error(JSON.stringify(opened.error))
  library = opened.value
})
afterAll(async () => {
  await library?.close()
  await rm(folder, { recursive: true, force: true })
})

describe('the sample library', () => {
  it('is made whole, and nothing is left beside it', async () => {
    expect(await readdir(folder)).toEqual(['Sample'])
  })

  it('is sound', () => {
    expect(verified).toMatchObject({ ok: true, value: { ok: true, problems: [] } })
  })

  it('shows an article in each state, four of them ready to be exported', async () => {
    const entries = await library.articles.entries()
    const count = (state: string): number => entries.filter((entry) => entry.state === state).length
    expect(entries).toHaveLength(13)
    expect({
      draft: count('draft'),
      submitted: count('submitted'),
      inReview: count('in-review'),
      changesRequested: count('changes-requested'),
      approved: count('approved'),
      reopened: count('reopened'),
      onHold: count('on-hold'),
      spiked: count('spiked'),
    }).toEqual({
      draft: 2,
      submitted: 2,
      inReview: 1,
      changesRequested: 1,
      approved: 4,
      reopened: 1,
      onHold: 1,
      spiked: 1,
    })
  })

  it('has everything in it that it was written with', async () => {
    expect(sampleTextNames().sort()).toEqual(Object.keys(stories).sort())
    const entries = await library.articles.entries()
    expect(entries.every(({ category, authors, media }) => category && authors.length && media.length)).toBe(
      true,
    )
    const kinds = new Set<string>()
    for (const { id } of entries) {
      const article = await library.articles.find(id)
      if (article.ok)
        for (const text of JSON.stringify(article.value.content.body).matchAll(/"type":"(\w+)"/g))
          kinds.add(text[1] ?? '')
    }
    expect([...kinds]).toEqual(
      expect.arrayContaining([
        'heading',
        'bulletList',
        'orderedList',
        'table',
        'factBox',
        'pullQuote',
        'footnote',
        'figure',
      ]),
    )
  })

  it('tells a week that could have happened', async () => {
    for (const { id } of await library.articles.entries()) {
      const log = await library.articles.log(id)
      const times = log.ok ? log.value.map(({ at }) => at) : []
      expect(times.length).toBeGreaterThan(0)
      expect([...times].sort()).toEqual(times)
      expect(times.every((at) => at < present.toISOString() && at > '2026-03-03')).toBe(true)
    }
  })

  it('is not made over anything', async () => {
    const full = join(folder, 'Full')
    await writeFile(full, 'a file')
    expect(await createSampleLibrary(full)).toEqual({
      ok: false,
      error: { code: 'folder-not-empty', path: full },
    })
    await rm(full)
  })
})
