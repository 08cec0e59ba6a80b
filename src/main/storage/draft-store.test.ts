import { readFile, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ulid } from 'ulid'
import { describe, expect, it } from 'vitest'
import type { Draft } from '../../shared/article/draft'
import type { OpenLibrary } from '../services/ports'
import { refusingDisk } from './testing/failing-disk'
import { contentWith, newLibrary, now, opened, person } from './testing/newsroom'

const draftOf = (article: string, headline: string, by = person): Draft => ({
  article,
  person: by,
  basedOn: 1,
  at: now().toISOString(),
  content: contentWith(headline),
})

async function withDrafts(): Promise<{ library: OpenLibrary; path: string; folder: string }> {
  const path = await newLibrary()
  return { library: await opened(path), path, folder: join(path, 'drafts') }
}

describe('drafts', () => {
  it('belong to an article and a person, and outlive the desk', async () => {
    const { library, path } = await withDrafts()
    const [one, two, other] = [ulid(), ulid(), ulid()]
    const drafts = [draftOf(one, 'Mine'), draftOf(two, 'Mine too'), draftOf(one, 'Theirs', other)]
    for (const draft of drafts) expect((await library.drafts.write(draft)).ok).toBe(true)
    await library.close()
    const again = await opened(path)
    expect(await again.drafts.find(one, person)).toEqual(drafts[0])
    expect(await again.drafts.find(one, other)).toEqual(drafts[2])
    expect(await again.drafts.find(two, other)).toBeNull()
    const mine = (await again.drafts.ofPerson(person)).map((draft) => draft.content.headline)
    expect(mine.sort()).toEqual(['Mine', 'Mine too'])
    await again.close()
  })

  it('hold what was written last, however fast the typing', async () => {
    const { library } = await withDrafts()
    const id = ulid()
    const typed = Array.from({ length: 20 }, (_, index) => draftOf(id, `Typed ${index}`))
    await Promise.all(typed.map((draft) => library.drafts.write(draft)))
    expect(await library.drafts.find(id, person)).toEqual(typed.at(-1))
    await library.close()
  })

  it('are forgotten unless something was typed since', async () => {
    const { library, folder } = await withDrafts()
    const early = draftOf(ulid(), 'Early')
    const late = draftOf(early.article, 'Late')
    await library.drafts.write(late)
    await library.drafts.discard(early.article, person, ({ at }) => at <= early.at)
    expect(await library.drafts.find(early.article, person)).toEqual(late)
    await library.drafts.discard(early.article, person, ({ at }) => at <= late.at)
    expect(await library.drafts.discard(early.article, person)).toEqual({ ok: true, value: undefined })
    expect(await readdir(folder)).toEqual([])
    await library.close()
  })

  it('that are damaged are reported and kept, and new typing goes beside them', async () => {
    const { library, folder } = await withDrafts()
    const draft = draftOf(ulid(), 'New typing')
    const file = join(folder, `${draft.article}.${person}.json`)
    await writeFile(file, '{"format":1,"article":')
    expect(await library.drafts.find(draft.article, person)).toBeNull()
    expect(await library.drafts.ofPerson(person)).toEqual([])
    await library.drafts.discard(draft.article, person)
    expect(await readFile(file, 'utf8')).toBe('{"format":1,"article":')
    expect(library.problems).toEqual([expect.stringContaining(file)])

    expect((await library.drafts.write(draft)).ok).toBe(true)
    expect(await library.drafts.find(draft.article, person)).toEqual(draft)
    const aside = (await readdir(folder)).find((name) => name.includes('.damaged-')) ?? ''
    expect(await readFile(join(folder, aside), 'utf8')).toBe('{"format":1,"article":')
    expect(library.problems).toContainEqual(expect.stringContaining(aside))
    await library.close()
  })

  it('say when the disk refuses them, and keep what was there', async () => {
    const { library, path } = await withDrafts()
    const draft = draftOf(ulid(), 'First')
    await library.drafts.write(draft)
    await library.close()
    const full = await opened(path, { disk: refusingDisk('ENOSPC', ({ act }) => act === 'writeNew') })
    const refused = await full.drafts.write(draftOf(draft.article, 'Second'))
    expect(refused).toMatchObject({ error: { code: 'disk-write-failed', reason: 'the disk is full' } })
    expect(await full.drafts.find(draft.article, person)).toEqual(draft)
    await full.close()
  })
})

describe('receipts', () => {
  it('tell of the last export, whatever else they hold and however one is damaged', async () => {
    const { library, path } = await withDrafts()
    expect(await library.receipts.last()).toBeNull()
    const report = {
      files: 1,
      written: 1,
      removed: 0,
      articles: 1,
      drafts: 0,
      refused: [],
      warnings: [],
      ms: 5,
    }
    const first = { at: now().toISOString(), by: 'Ada', folder: '/srv/site', report }
    const second = { ...first, at: now().toISOString(), by: 'Grace' }
    const told = { asOf: first.at, person, public: [], exported: [], libraryLog: '' }
    await library.receipts.write({ ...first, ...told }, null)
    await library.receipts.write({ ...second, ...told }, null)
    expect(await library.receipts.last()).toEqual(second)
    await writeFile(join(path, 'receipts', `${second.at.replace(/[:.]/g, '-')}.json`), '')
    expect(await library.receipts.last()).toEqual(first)
    expect(library.problems).toHaveLength(1)
    await library.close()
  })
})
