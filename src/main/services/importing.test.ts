import { describe, expect, it } from 'vitest'
import { emptyBody } from '../../shared/article/body'
import { err, ok } from '../../shared/kernel/result'
import { findPictures, importFile, neighboursAmong, stopImport } from './importing'
import type { FoundArticle, ImportedArticle, Importers } from './importer-ports'
import { openNewsroom, refusalOf, valueOf, type Newsroom } from './testing/newsroom'

const imported = (fields: Partial<ImportedArticle>): ImportedArticle => ({
  ...{
    headline: 'Headline',
    standfirst: '',
    dateline: '',
    body: emptyBody(),
    lang: null,
    dir: 'auto' as const,
  },
  ...{ authors: [], categories: [], tags: [], slug: null, readTime: null, publishTime: null, embargo: null },
  ...{ thumbnail: null, type: null, words: null, warnings: [] },
  ...fields,
})
const good =
  (fields: Partial<ImportedArticle> = {}): FoundArticle =>
  async () =>
    ok(imported(fields))
const bad: FoundArticle = async () => err({ code: 'import-failed', file: 'a.xml', reason: 'it is odd' })

/** A newsroom in which every file holds these articles. */
async function newsroomReading(read: Importers['read']): Promise<Newsroom> {
  const newsroom = await openNewsroom()
  newsroom.room.importers = { read }
  return newsroom
}
const holding = (...articles: FoundArticle[]): Promise<Newsroom> =>
  newsroomReading(async () => ok({ articles, notes: ['A note.'] }))
const file = { name: 'a.xml', bytes: new Uint8Array(), category: null }

describe('a file with several articles', () => {
  it('gives those that can be read, and names the others', async () => {
    const { room, editor, events } = await holding(
      good({ headline: 'One' }),
      bad,
      good({ headline: 'Three' }),
    )
    const done = valueOf(await importFile(room, editor, file))
    expect(done.articles.map(({ headline }) => headline)).toEqual(['One', 'Three'])
    expect(done.failed).toEqual([{ headline: 'Article 2', reason: 'It could not be imported: it is odd.' }])
    expect(done.notes).toEqual(['A note.'])
    const progress = events.filter(({ name }) => name === 'import.progress').map(({ event }) => event)
    expect(progress).toMatchObject([{ done: 0, total: 3 }, { done: 1 }, { done: 2 }])
  })

  it('stops after the article at hand when its person says so', async () => {
    const newsroom: Newsroom = await holding(
      async () => {
        await stopImport(newsroom.room, newsroom.editor)
        return ok(imported({ headline: 'One' }))
      },
      good(),
      good(),
    )
    const done = valueOf(await importFile(newsroom.room, newsroom.editor, file))
    expect(done.articles).toHaveLength(1)
    expect(done.failed).toEqual([
      { headline: '2 more articles', reason: 'Not tried: the import was stopped.' },
    ])
  })

  it('ends when the disk refuses, and says what was not tried', async () => {
    const full: FoundArticle = async () =>
      err({ code: 'disk-write-failed', path: 'media', reason: 'no space is left' })
    const { room, editor } = await holding(good(), full, good())
    const done = valueOf(await importFile(room, editor, file))
    expect(done.articles).toHaveLength(1)
    expect(done.failed.map(({ reason }) => reason).join(' ')).toMatch(/no space.*Not tried/)
  })
})

describe('a file with one article', () => {
  it('fails as a whole, or has no article at all', async () => {
    const { room, editor } = await holding(bad)
    expect(refusalOf(await importFile(room, editor, file))).toContain('it is odd')
    const empty = await holding()
    expect(refusalOf(await importFile(empty.room, empty.editor, file))).toContain('no article')
  })

  it('goes to the first of its categories that there is, unless one is asked for', async () => {
    const { room, editor } = await holding(good({ categories: ['Nowhere', 'sports', 'News'] }))
    const placed = async (category: string | null): Promise<string | null> => {
      const done = valueOf(await importFile(room, editor, { ...file, category }))
      return valueOf(await room.library.articles.find(done.articles[0]?.id ?? '')).content.category
    }
    expect(await placed(null)).toBe('sports')
    expect(await placed('News')).toBe('news')
    expect(refusalOf(await importFile(room, editor, { ...file, category: 'Home' }))).toContain('Home')
  })

  it('is not for production', async () => {
    const { room, production } = await holding(good())
    expect(refusalOf(await importFile(room, production, file))).toContain('not-allowed')
  })
})

describe('pictures beside a file', () => {
  it('are those its articles show, and are read from the library', async () => {
    const newsroom = await newsroomReading(async ({ neighbour }) =>
      ok({
        articles: [
          async () => {
            await neighbour?.('p/quay.png')
            await neighbour?.('elsewhere.png')
            return ok(imported({}))
          },
        ],
        notes: [],
      }),
    )
    const { room, editor } = newsroom
    const wanted = { name: 'a.md', bytes: new Uint8Array(), beside: ['p/quay.png', 'unused.png'] }
    expect(valueOf(await findPictures(room, editor, wanted))).toEqual(['p/quay.png'])
    const read = neighboursAmong(
      { original: async (hash) => ({ type: 'image/png', bytes: new TextEncoder().encode(hash) }) },
      { 'p/quay.png': 'abc' },
    )
    expect(new TextDecoder().decode((await read('p/quay.png')) ?? undefined)).toBe('abc')
    expect(await read('toString')).toBeNull()
  })
})
