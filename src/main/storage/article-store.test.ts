import { appendFile, readFile, readdir, rm, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ulid } from 'ulid'
import { describe, expect, it } from 'vitest'
import { err, ok } from '../../shared/kernel/result'
import { logProblems } from '../../shared/workflow/log'
import type { OpenLibrary } from '../services/ports'
import { refusingDisk } from './testing/failing-disk'
import {
  approving,
  firstChange,
  keeping,
  moving,
  newLibrary,
  opened,
  person,
  valueOf,
} from './testing/newsroom'
import { verifyLibrary } from './verify'

async function withArticle(headline = 'One'): Promise<{ library: OpenLibrary; path: string; id: string }> {
  const path = await newLibrary()
  const library = await opened(path)
  const { id } = valueOf(await library.articles.create(firstChange(headline)))
  return { library, path, id }
}
const headlines = async (library: OpenLibrary): Promise<string[]> =>
  (await library.articles.entries()).map(({ headline }) => headline).sort()

describe('articles on disk', () => {
  it('keeps an article, its revisions and its log', async () => {
    const { library, path, id } = await withArticle()
    await library.articles.change(id, keeping('Two'))
    await library.articles.change(id, moving)
    await library.articles.change(id, keeping('Three'))
    await library.close()

    const again = await opened(path)
    const article = valueOf(await again.articles.find(id))
    expect(article).toMatchObject({
      revision: 3,
      content: { headline: 'Three' },
      review: { state: 'submitted' },
    })
    const kept = valueOf(await again.articles.revisions(id)).rows
    expect(kept.map(({ revision }) => revision)).toEqual([3, 2, 1])
    expect(valueOf(await again.articles.revision(id, 2)).content.headline).toBe('Two')
    const rows = valueOf(await again.articles.log(id))
    expect(rows.map(({ action }) => action)).toEqual(['created', 'submit'])
    expect(logProblems(rows)).toEqual([])
    expect(await readdir(join(path, 'pending'))).toEqual([])
    await again.close()
    expect(valueOf(await verifyLibrary(path))).toMatchObject({ ok: true, problems: [] })
  })

  it('gives each change the article as the one before left it', async () => {
    const { library, id } = await withArticle()
    await Promise.all(
      Array.from({ length: 10 }, (_, index) => library.articles.change(id, keeping(`Take ${index}`))),
    )
    expect(valueOf(await library.articles.find(id)).revision).toBe(11)
    expect(valueOf(await library.articles.revisions(id)).rows).toHaveLength(11)
    const page = valueOf(await library.articles.revisions(id, { below: 9, limit: 3 }))
    expect(page).toMatchObject({
      total: 11,
      rows: [{ revision: 8, words: 4 }, { revision: 7 }, { revision: 6 }],
    })
    await library.close()
  })

  it('fills a page of revisions past a damaged one', async () => {
    const { library, path, id } = await withArticle()
    for (const take of ['Two', 'Three', 'Four']) await library.articles.change(id, keeping(take))
    const folder = join(path, 'articles', id, 'revisions')
    const third = (await readdir(folder)).find((name) => name.startsWith('000003'))
    await writeFile(join(folder, String(third)), '')
    const page = valueOf(await library.articles.revisions(id, { below: null, limit: 2 }))
    expect(page.rows.map(({ revision }) => revision)).toEqual([4, 2])
    await library.close()
  })

  it('stores nothing for a refusal or for nothing to do', async () => {
    const { library, id } = await withArticle()
    expect(await library.articles.change(id, () => err('no'))).toEqual({ ok: false, error: 'no' })
    expect(valueOf(await library.articles.change(id, () => ok(null))).revision).toBe(1)
    await library.close()
  })

  it('does not know other ids, nor paths in their place', async () => {
    const { library } = await withArticle()
    for (const id of [ulid(), '../../people', '', 'CON']) {
      expect(await library.articles.find(id)).toEqual({
        ok: false,
        error: { code: 'not-found', what: 'article', id },
      })
      expect(await library.articles.change(id, () => ok(null))).toMatchObject({
        error: { code: 'not-found' },
      })
    }
    await library.close()
  })

  it.each(['writeNew', 'rename', 'append'] as const)(
    'leaves everything as it was when the disk refuses to %s',
    async (act) => {
      const { library, path, id } = await withArticle()
      await library.close()
      let full = false
      const disk = refusingDisk(
        'ENOSPC',
        (call) => full && call.act === act && !call.path.endsWith('index.jsonl'),
      )
      const second = await opened(path, { disk })
      const before = valueOf(await second.articles.find(id))
      full = true
      const refusals = [
        await second.articles.change(id, moving),
        await second.articles.create(firstChange('New')),
      ]
      if (act !== 'append') refusals.push(await second.articles.change(id, keeping('Two')))
      for (const refusal of refusals) {
        expect(refusal).toMatchObject({ error: { code: 'disk-write-failed', reason: 'the disk is full' } })
      }
      expect(valueOf(await second.articles.find(id))).toEqual(before)
      expect(valueOf(await second.articles.log(id))).toHaveLength(1)
      full = false
      expect(valueOf(await second.articles.change(id, keeping('Three'))).revision).toBe(2)
      expect(valueOf(await second.articles.change(id, moving)).review.state).toBe('submitted')
      await second.close()
      expect(valueOf(await verifyLibrary(path)).problems).toEqual([])
    },
  )

  it('completes a move later when the disk neither did nor undid it', async () => {
    const { library, path, id } = await withArticle()
    await library.close()
    let broken = false
    const disk = refusingDisk(
      'EIO',
      ({ act, path: at }) =>
        broken && (act === 'truncate' || (act === 'rename' && at.endsWith('article.json'))),
    )
    const second = await opened(path, { disk })
    broken = true
    expect(await second.articles.change(id, moving)).toMatchObject({ error: { code: 'disk-write-failed' } })
    broken = false
    const after = valueOf(await second.articles.change(id, keeping('Two')))
    expect(after).toMatchObject({ revision: 2, review: { state: 'submitted' } })
    await second.close()
    expect(valueOf(await verifyLibrary(path)).problems).toEqual([])
  })
})

describe('a damaged article', () => {
  it.each([
    ['cut off', (file: string) => truncate(file, 100)],
    ['empty', (file: string) => truncate(file, 0)],
    ['filled with NUL bytes', (file: string) => writeFile(file, '\0'.repeat(500))],
    ['foreign', (file: string) => writeFile(file, '{"format":1,"name":"another"}')],
    ['newer', (file: string) => writeFile(file, '{"format":2}')],
    ['missing', (file: string) => rm(file)],
  ])('that is %s is named, never overwritten, and leaves the others alone', async (_how, spoil) => {
    const { library, path, id } = await withArticle('Damaged')
    const other = valueOf(await library.articles.create(firstChange('Whole')))
    await library.close()
    const file = join(path, 'articles', id, 'article.json')
    await spoil(file)
    const before = await readFile(file).catch(() => null)

    const second = await opened(path)
    expect(await headlines(second)).toEqual(['Damaged', 'Whole'])
    expect(second.problems).toEqual([expect.stringContaining(id)])
    const found = await second.articles.find(id)
    expect(found).toMatchObject({ ok: false, error: { code: 'damaged-file', path: file } })
    expect(found).toHaveProperty(
      'error.reason',
      expect.stringContaining('its text up to revision 1 is whole in'),
    )
    expect(await second.articles.change(id, keeping('Over it'))).toEqual(found)
    expect(valueOf(await second.articles.revision(id, 1)).content.headline).toBe('Damaged')
    expect((await second.articles.change(other.id, keeping('Still whole'))).ok).toBe(true)
    await second.close()
    expect(await readFile(file).catch(() => null)).toEqual(before)
    expect(valueOf(await verifyLibrary(path)).problems).toEqual([
      expect.stringContaining(`articles/${id}/article.json`),
    ])
  })

  it('whose log is cut off cannot move, but can be edited', async () => {
    const { library, path, id } = await withArticle()
    const log = join(path, 'articles', id, 'log.jsonl')
    await appendFile(log, '{"sequence":2,"at')
    expect(await library.articles.log(id)).toMatchObject({ error: { code: 'damaged-file', path: log } })
    const moved = await library.articles.change(id, moving)
    expect(moved).toMatchObject({ error: { code: 'damaged-file', reason: 'its last row, 2, is cut off' } })
    expect((await library.articles.change(id, keeping('Two'))).ok).toBe(true)
    await library.close()
    expect(valueOf(await verifyLibrary(path)).problems).toEqual([
      `articles/${id}/log.jsonl (“Two”): row 2 is cut off.`,
    ])
  })
})

describe('the index', () => {
  it('lists what there is, in this opening and in the next', async () => {
    const { library, path, id } = await withArticle('One')
    expect(await headlines(library)).toEqual(['One'])
    await library.articles.create(firstChange('Two'))
    await library.articles.change(id, keeping('One, again'))
    expect(await headlines(library)).toEqual(['One, again', 'Two'])
    expect([...(await library.articles.texts()).values()]).toEqual(['Once upon a time.', 'Once upon a time.'])
    await library.close()
    const second = await opened(path)
    expect(await headlines(second)).toEqual(['One, again', 'Two'])
    await second.close()
  })

  it.each([
    ['deleted', (file: string) => rm(file)],
    ['damaged', (file: string) => writeFile(file, 'index\n{"id":3}\n\0\0')],
    ['cut off', (file: string) => truncate(file, 50)],
  ])('is made again when it is %s', async (_how, spoil) => {
    const { library, path } = await withArticle('One')
    await library.articles.create(firstChange('Two'))
    await library.close()
    await spoil(join(path, 'index.jsonl'))
    await spoil(join(path, 'search.jsonl'))
    const second = await opened(path)
    expect(await headlines(second)).toEqual(['One', 'Two'])
    expect((await second.articles.texts()).size).toBe(2)
    expect(second.problems).toEqual([])
    await second.close()
  })

  it('is made again where an earlier version, which knew less, wrote it', async () => {
    const { library, path, id } = await withArticle('One')
    await library.articles.change(id, (article) =>
      ok({ article: { ...article, review: { ...article.review, priority: 'urgent', assignee: person } } }),
    )
    await library.close()
    const file = join(path, 'index.jsonl')
    const {
      form: _,
      entry,
      ...line
    } = JSON.parse((await readFile(file, 'utf8')).trim().split('\n').at(-1) ?? '')
    const { priority: _priority, assignee: _assignee, ...known } = entry
    await writeFile(file, `${JSON.stringify({ ...line, entry: known })}\n`)
    const second = await opened(path)
    expect(await second.articles.entries()).toMatchObject([{ priority: 'urgent', assignee: person }])
    await second.close()
    expect(await readFile(file, 'utf8')).toContain('urgent')
  })

  it('notices an article that was changed behind its back, and one that is gone', async () => {
    const { library, path, id } = await withArticle('One')
    const gone = valueOf(await library.articles.create(firstChange('Gone')))
    await library.close()
    const file = join(path, 'articles', id, 'article.json')
    await writeFile(file, (await readFile(file, 'utf8')).replace('"One"', '"From a backup"'))
    await rm(join(path, 'articles', gone.id), { recursive: true })
    const second = await opened(path)
    expect(await headlines(second)).toEqual(['From a backup'])
    await second.close()
  })

  it.each(['told', 'not told, as after a kill'])(
    'shows an approved article as reopened once its author has another name (%s)',
    async (how) => {
      const path = await newLibrary()
      const library = await opened(path)
      const author = { id: ulid(), name: 'Ada', slug: 'ada', avatar: null, biography: '' }
      await library.authors.change(() => ok({ next: [author], value: null }))
      const { id } = valueOf(await library.articles.create(firstChange('One', [author.id])))
      await library.articles.change(id, approving(['Ada']))
      const stateIn = async (one: OpenLibrary): Promise<unknown> => (await one.articles.entries())[0]?.state
      expect(await stateIn(library)).toBe('approved')
      await library.authors.change(() => ok({ next: [{ ...author, name: 'Grace' }], value: null }))
      if (how === 'told') {
        await library.articles.describeAgain([id])
        expect(await stateIn(library)).toBe('reopened')
      }
      await library.close()
      const second = await opened(path)
      expect(await stateIn(second)).toBe('reopened')
      await second.close()
    },
  )

  it('stays small however often one article is kept', async () => {
    const { library, path, id } = await withArticle()
    await library.articles.entries()
    for (let count = 0; count < 230; count += 1) await library.articles.change(id, moving)
    await library.close()
    const lines = (await readFile(join(path, 'index.jsonl'), 'utf8')).split('\n').length - 1
    expect(lines).toBeLessThan(210)
  })
})
