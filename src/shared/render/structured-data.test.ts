import fc from 'fast-check'
import { expect, it } from 'vitest'
import { arbitraryContent, generatedIds } from '../article/arbitraries'
import { renderArticlePage } from './article-page'
import { renderNinjs } from './ninjs'
import { byTag, isData, isShareScript, readPage, textOf } from './testing/read-page'
import { testPage, testSite } from './testing/pages'

type News = Record<string, unknown>
const dataOf = (...given: Parameters<typeof testPage>): News[] => {
  const [script] = byTag(readPage(renderArticlePage(testPage(...given))), 'script')
  return (JSON.parse(textOf(script!)) as { '@graph': News[] })['@graph']
}
const [author] = generatedIds.authors as [string]
const thumbnail = {
  media: generatedIds.pictures[1]!,
  alt: 'A river',
  decorative: false,
  caption: 'The river in May.',
  credit: 'A. Person',
  licence: '© A. Person',
  expires: null,
  focal: { x: 0.5, y: 0.5 },
}

it('tells machines what the page shows readers', () => {
  const readTime = { minutes: 5, by: author, at: '2026-05-04T09:30:00.000Z' }
  const [news, trail] = dataOf({ headline: 'High </script> water', authors: [author], thumbnail, readTime })
  expect(news).toMatchObject({
    '@type': 'NewsArticle',
    headline: 'High </script> water',
    datePublished: '2026-05-04T09:30:00+00:00',
    dateModified: '2026-05-04T09:30:00+00:00',
    author: [{ '@type': 'Person', url: 'https://herald.example/authors/author-0/' }],
    mainEntityOfPage: { '@id': 'https://herald.example/news/a-headline/' },
    articleSection: 'News',
    inLanguage: 'en',
    timeRequired: 'PT5M',
    publisher: { '@type': 'NewsMediaOrganization', name: 'The Test Herald' },
    image: [
      { width: 700, height: 394, creditText: 'A. Person', copyrightNotice: '© A. Person' },
      { width: 667, height: 500 },
      { width: 500, height: 500 },
    ],
  })
  expect(trail?.['itemListElement']).toMatchObject([
    { position: 1, item: 'https://herald.example/' },
    { position: 2, name: 'News' },
    { position: 3, item: 'https://herald.example/news/a-headline/' },
  ])
})

it('tells no address while the site has none', () => {
  expect(JSON.stringify(dataOf({ authors: [author] }, { ...testSite, url: '' }))).not.toContain('"url"')
})

it('is data and nothing else, whatever an article says; so is its ninjs', () => {
  fc.assert(
    fc.property(arbitraryContent, (content) => {
      const model = testPage(content)
      const scripts = byTag(readPage(renderArticlePage(model)), 'script')
      expect(scripts.filter((script) => !isShareScript(script)).map(isData)).toEqual([true])
      const item = JSON.parse(renderNinjs(model)) as { uri: string; headlines: { value: string }[] }
      expect(item.uri).toBe(`urn:galley:${model.article.id}`)
    }),
    { numRuns: 60 },
  )
})
