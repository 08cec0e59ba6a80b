import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { InputOf } from '../../shared/contract'
import { emptyContent } from '../../shared/article/content'
import { createArticle } from './articles'
import { listArticles } from './lists'
import {
  approvedArticle,
  bodyOf,
  completeContent,
  draftArticle,
  keep,
  openNewsroom,
  valueOf,
} from './testing/newsroom'
import type { Newsroom } from './testing/newsroom'

const everything: InputOf<'article.list'> = {
  search: '',
  states: [],
  categories: [],
  authors: [],
  sort: 'updated',
  descending: true,
  offset: 0,
  limit: 100,
}
const list = async ({ room }: Newsroom, wanted: Partial<typeof everything> = {}) =>
  valueOf(await listArticles(room, null, { ...everything, ...wanted }))
const headlines = async (newsroom: Newsroom, wanted: Partial<typeof everything>) =>
  (await list(newsroom, wanted)).rows.map((row) => row.headline)

async function threeArticles(): Promise<Newsroom> {
  const newsroom = await openNewsroom()
  await approvedArticle(newsroom, 'Bees')
  const ants = await draftArticle(newsroom, 'ants')
  const content = {
    ...ants.article.content,
    category: 'sports',
    tags: ['Café life'],
    standfirst: 'Small & many',
  }
  await keep(newsroom, newsroom.editor, ants.article.id, {
    ...content,
    body: bodyOf('The Straße was', 'long. Ñandú.'),
  })
  const { article } = valueOf(await createArticle(newsroom.room, newsroom.editor))
  await keep(newsroom, newsroom.editor, article.id, { ...emptyContent('en'), headline: 'Cicadas 10' })
  return newsroom
}

describe('the list', () => {
  it('is newest first, with names for ids', async () => {
    const { rows, total, all } = await list(await threeArticles())
    expect(rows.map(({ headline }) => headline)).toEqual(['Cicadas 10', 'ants', 'Bees'])
    expect(rows[1]).toMatchObject({
      category: 'Sports',
      authors: ['Shella Artillero'],
      state: 'draft',
      words: 5,
    })
    expect([total, all]).toEqual([3, 3])
  })

  it('sorts by each column, both ways, and pages', async () => {
    const newsroom = await threeArticles()
    const by = (sort: 'headline' | 'words', descending: boolean) => headlines(newsroom, { sort, descending })
    expect(await by('headline', false)).toEqual(['ants', 'Bees', 'Cicadas 10'])
    expect(await by('headline', true)).toEqual(['Cicadas 10', 'Bees', 'ants'])
    expect(await by('words', true)).toEqual(['ants', 'Bees', 'Cicadas 10'])
    expect(await headlines(newsroom, { offset: 1, limit: 1 })).toEqual(['ants'])
  })

  it('filters, and counts what each other value of a filter would show', async () => {
    const newsroom = await threeArticles()
    const drafts = await list(newsroom, { states: ['draft'] })
    expect(drafts).toMatchObject({
      total: 2,
      all: 3,
      states: { draft: 2, approved: 1 },
      categories: { Sports: 1, '': 1 },
      authors: { 'Shella Artillero': 1 },
    })
    expect(await headlines(newsroom, { categories: ['News', 'Sports'], states: ['approved'] })).toEqual([
      'Bees',
    ])
  })
})

describe('search', () => {
  it('looks in headline, standfirst, tags, authors, slug, id and body, without case or accents', async () => {
    const newsroom = await threeArticles()
    const ants = (await list(newsroom, { search: 'ants' })).rows[0]
    const queries = [
      'ANTS',
      'many',
      'cafe',
      'artillero small',
      'strasse',
      'nandu long',
      ants?.id ?? '',
      'ants.',
    ]
    const found = await Promise.all(queries.map((search) => headlines(newsroom, { search })))
    expect(found.map((one) => one.includes('ants'))).toEqual([
      true,
      true,
      true,
      true,
      true,
      true,
      true,
      false,
    ])
  })

  it('wants every word, and a phrase as it stands, within one field', async () => {
    const newsroom = await threeArticles()
    expect(await headlines(newsroom, { search: 'ants bees' })).toEqual([])
    expect(await headlines(newsroom, { search: '"was long"' })).toEqual(['ants'])
    expect(await headlines(newsroom, { search: '“was  LONG” café' })).toEqual(['ants'])
    expect(await headlines(newsroom, { search: '"long was"' })).toEqual([])
    expect(await headlines(newsroom, { search: '"ants small"' })).toEqual([])
  })

  it('follows what is kept', async () => {
    const newsroom = await threeArticles()
    const [row] = (await list(newsroom, { search: 'cicadas' })).rows
    await keep(newsroom, newsroom.editor, row?.id ?? '', completeContent(newsroom, 'Crickets'))
    expect(await headlines(newsroom, { search: 'cicadas' })).toEqual([])
    expect(await headlines(newsroom, { search: 'crickets upon' })).toEqual(['Crickets'])
  })

  const corpus = resolve('../shared/corpus/strings/blns.json')
  it.skipIf(!existsSync(corpus))(
    'finds every naughty string (skipped where the corpus is absent)',
    async () => {
      const newsroom = await openNewsroom()
      const strings = JSON.parse(readFileSync(corpus, 'utf8')) as string[]
      for (const headline of strings) {
        const { article } = valueOf(await createArticle(newsroom.room, newsroom.editor))
        await keep(newsroom, newsroom.editor, article.id, { ...article.content, headline })
      }
      const lost: string[] = []
      for (const search of strings) {
        if (!(await headlines(newsroom, { search, limit: 1000 })).includes(search)) lost.push(search)
      }
      expect(strings).toHaveLength(515)
      expect(lost).toEqual([])
    },
  )
})
