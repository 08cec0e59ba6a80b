import { describe, expect, it } from 'vitest'
import { emptyContent } from '../../shared/article/content'
import { createArticle } from './articles'
import { findDuplicates } from './duplicates'
import { findLinkTargets } from './link-targets'
import { approvedArticle, draftArticle, make, openNewsroom, valueOf, type Newsroom } from './testing/newsroom'

const asked = async ({ room, editor }: Newsroom, headline: string, id?: string) => {
  const article = id ?? valueOf(await createArticle(room, editor)).article.id
  const slug = emptyContent('en').slug
  return valueOf(await findDuplicates(room, editor, { id: article, headline, slug }))
}

describe('headlines that are alike', () => {
  it('are found whatever their capitals, accents and punctuation', async () => {
    const newsroom = await openNewsroom()
    await draftArticle(newsroom, 'Café on the harbour wall burns down')
    const found = await asked(newsroom, '“CAFE on the Harbour wall burns down!”')
    expect(found.headlines).toMatchObject([{ headline: 'Café on the harbour wall burns down', same: true }])
    const near = await asked(newsroom, 'Café on harbour wall burns down')
    expect(near.headlines).toMatchObject([{ same: false }])
    expect((await asked(newsroom, 'Harbour café burns')).headlines).toEqual([])
  })

  it('are never the article itself, nor one that is spiked', async () => {
    const newsroom = await openNewsroom()
    const { article } = await draftArticle(newsroom, 'Flood in the old town')
    expect((await asked(newsroom, 'Flood in the old town', article.id)).headlines).toEqual([])
    await make(newsroom, article.id, [newsroom.editor, 'spike'])
    expect((await asked(newsroom, 'Flood in the old town')).headlines).toEqual([])
  })

  it('are found in scripts without spaces', async () => {
    const newsroom = await openNewsroom()
    await draftArticle(newsroom, '港の壁が崩れた')
    expect((await asked(newsroom, '港の壁が崩れた！')).headlines).toMatchObject([{ same: true }])
  })

  it('cost little among 50,000', async () => {
    const newsroom = await openNewsroom()
    const { article } = await draftArticle(newsroom, 'Flood')
    const [entry] = await newsroom.room.library.articles.entries()
    if (!entry) throw new Error('There is no entry')
    const many = Array.from({ length: 50_000 }, (_, index) => ({
      ...entry,
      id: `${index}`,
      slug: `flood-${index}`,
      headline: `Flood number ${index} reaches the old town`,
    }))
    newsroom.room.library.articles.entries = async () => many
    await asked(newsroom, 'Flood number 7 reaches the old town', article.id)
    const start = performance.now()
    const found = await asked(newsroom, 'Flood number 8 reaches the old town', article.id)
    expect(performance.now() - start).toBeLessThan(400)
    expect(found.headlines[0]).toMatchObject({ headline: 'Flood number 8 reaches the old town', same: true })
  })
})

it('says what a slug that is taken becomes, and who has it', async () => {
  const newsroom = await openNewsroom()
  await draftArticle(newsroom, 'Flood')
  expect((await asked(newsroom, 'Flood')).slug).toEqual({
    wanted: 'flood',
    becomes: 'flood-2',
    takenBy: 'Flood',
  })
  expect((await asked(newsroom, 'Drought')).slug).toBeNull()
})

it('tells what stands behind links into the site', async () => {
  const newsroom = await openNewsroom()
  const { room, editor } = newsroom
  const ready = await approvedArticle(newsroom, 'Ready')
  const draft = await draftArticle(newsroom, 'Still a draft')
  const spiked = await draftArticle(newsroom, 'Dropped')
  await make(newsroom, spiked.article.id, [editor, 'spike'])
  const missing = '01ARZ3NDEKTSV4RRFFQ69G5FB1'
  const paths = [
    'news/ready/index.html',
    'news/still-a-draft/index.html',
    'news/dropped/index.html',
    'news/nowhere/index.html',
    'news/index.html',
    'index.html',
    'assets/style.css',
  ]
  const articles = [ready.article.id, draft.article.id, missing]
  const found = valueOf(await findLinkTargets(room, editor, { paths, articles }))
  expect(Object.values(found.paths).map(({ standing }) => standing)).toEqual([
    'approved',
    'not-yet',
    'spiked',
    'missing',
    'page',
    'page',
    'page',
  ])
  expect(found.articles[missing]).toEqual({ standing: 'missing' })
  expect(found.articles[draft.article.id]).toEqual({ standing: 'not-yet', headline: 'Still a draft' })
})
