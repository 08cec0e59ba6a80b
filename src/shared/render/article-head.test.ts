import { expect, test } from 'vitest'
import { generatedIds } from '../article/arbitraries'
import { emptyContent } from '../article/content'
import { derive } from '../article/derive'
import { renderArticlePage } from './article-page'
import { pageArticleFrom } from './page-article'
import { testSite, testSurroundings } from './testing/pages'
import { attribute, byTag, isData, readPage, textOf } from './testing/read-page'

/** A site whose clocks are an hour or two before UTC, with a logo. */
const site = {
  ...testSite,
  timeZone: 'Europe/Berlin',
  branding: { ...testSite.branding, logo: generatedIds.pictures[1] ?? null },
}
const [first, second] = generatedIds.authors as [string, string]
const picture = generatedIds.pictures[2] ?? ''
const page = 'https://herald.example/news/high-water/'
const crop = (shape: string) => `https://herald.example/media/${picture}-${shape}-20-50.jpg`

/** An article about which everything is known: approved in winter, corrected in summer. */
function exportedPage(): string {
  const content = {
    ...emptyContent('pt-BR'),
    headline: 'High water',
    standfirst: 'The quay is closed.',
    dateline: 'Hamburg',
    category: 'news',
    authors: [second, first],
    tags: ['harbour', 'flood & storm'],
    slug: { text: 'high-water', follows: false },
    readTime: { minutes: 5, by: first, at: '2026-01-05T09:30:00.000Z' },
    body: {
      type: 'doc' as const,
      content: [
        { type: 'paragraph' as const, content: [{ type: 'text' as const, text: 'Four words of text.' }] },
      ],
    },
    thumbnail: {
      ...{ media: picture, alt: 'A quay', decorative: false, caption: 'The quay.', credit: 'A. Person' },
      ...{ licence: 'https://licences.example/by/4', expires: null, focal: { x: 0.2, y: 0.5 } },
    },
  }
  const publishedAt = '2026-01-05T09:30:00.000Z'
  const correction = {
    ...{ text: 'It was the east quay.', wrong: 'west', right: 'east', seriousness: 'minor' as const },
    ...{ at: '2026-07-01T10:00:00.000Z', by: first },
  }
  const article = pageArticleFrom(
    {
      ...{ id: '01ARZ3NDEKTSV4RRFFQ69G5FC1', content, publishedAt },
      derived: derive(content, site, publishedAt),
      public: {
        ...{ state: 'corrected', exported: null, firstExportedAt: null, updatedAt: null, formerPaths: [] },
        ...{ corrections: [correction], withdrawal: null },
      },
    },
    site,
  )
  return renderArticlePage({ article, surroundings: testSurroundings(site), asOf: correction.at })
}

const exported = readPage(exportedPage())
const metas = byTag(exported, 'meta')
const said = (name: string): (string | null)[] =>
  metas
    .filter((one) => [attribute(one, 'name'), attribute(one, 'property')].includes(name))
    .map((one) => attribute(one, 'content'))

test('a page has one title, description, address and word to robots', () => {
  expect(byTag(exported, 'title').map(textOf)).toEqual(['High water'])
  expect(said('description')).toEqual(['The quay is closed.'])
  expect(said('author')).toEqual(['Author “1” & Sons, Author “0” & Sons'])
  expect(said('robots')).toEqual(['max-image-preview:large'])
  const links = byTag(exported, 'link').map((link) => [attribute(link, 'rel'), attribute(link, 'href')])
  expect(links).toContainEqual(['canonical', page])
  const feeds = byTag(exported, 'link').filter((link) => attribute(link, 'rel') === 'alternate')
  expect(feeds.map((link) => [attribute(link, 'type'), attribute(link, 'href')])).toEqual(
    ['', 'news/'].flatMap((folder) => [
      ['application/rss+xml', `https://herald.example/${folder}feed.xml`],
      ['application/atom+xml', `https://herald.example/${folder}atom.xml`],
      ['application/feed+json', `https://herald.example/${folder}feed.json`],
    ]),
  )
})

test.each([
  ['og:type', ['article']],
  ['og:site_name', ['The Test Herald']],
  ['og:locale', ['pt_BR']],
  ['og:title', ['High water']],
  ['og:description', ['The quay is closed.']],
  ['og:url', [page]],
  ['og:image', [crop('16x9')]],
  ['og:image:type', ['image/jpeg']],
  ['og:image:width', ['889']],
  ['og:image:height', ['500']],
  ['og:image:alt', ['A quay']],
  ['article:published_time', ['2026-01-05T10:30:00+01:00']],
  ['article:modified_time', ['2026-07-01T12:00:00+02:00']],
  ['article:section', ['News']],
  [
    'article:author',
    ['https://herald.example/authors/author-1/', 'https://herald.example/authors/author-0/'],
  ],
  ['article:tag', ['harbour', 'flood & storm']],
  ['twitter:card', ['summary_large_image']],
  ['twitter:image:alt', ['A quay']],
])('link cards are told %s', (name, contents) => {
  expect(said(name)).toEqual(contents)
})

test('search engines are told all of it as linked data', () => {
  const [script] = byTag(exported, 'script').filter((one) => attribute(one, 'type') !== null)
  expect(isData(script!)).toBe(true)
  const image = (shape: string, width: number, height: number) => ({
    '@type': 'ImageObject',
    ...{ url: crop(shape), width, height, caption: 'The quay.', description: 'A quay' },
    ...{ creditText: 'A. Person', license: 'https://licences.example/by/4' },
  })
  const author = (index: number, more: object) => ({
    '@type': 'Person',
    '@id': `https://herald.example/authors/author-${index}/#author`,
    name: `Author “${index}” & Sons`,
    url: `https://herald.example/authors/author-${index}/`,
    ...more,
  })
  expect(JSON.parse(textOf(script!))).toEqual({
    '@context': 'https://schema.org',
    '@graph': [
      {
        '@type': 'NewsArticle',
        '@id': `${page}#article`,
        mainEntityOfPage: { '@type': 'WebPage', '@id': page },
        headline: 'High water',
        description: 'The quay is closed.',
        image: [image('16x9', 889, 500), image('4x3', 667, 500), image('1x1', 500, 500)],
        datePublished: '2026-01-05T10:30:00+01:00',
        dateModified: '2026-07-01T12:00:00+02:00',
        dateline: 'Hamburg',
        author: [author(1, { sameAs: ['https://www.writers.example/one'] }), author(0, {})],
        publisher: {
          '@type': 'NewsMediaOrganization',
          '@id': 'https://herald.example/#publisher',
          name: 'The Test Herald',
          url: 'https://herald.example/',
          logo: {
            '@type': 'ImageObject',
            url: `https://herald.example/media/${generatedIds.pictures[1]}-700.jpg`,
            width: 700,
            height: 500,
          },
        },
        articleSection: 'News',
        keywords: ['harbour', 'flood & storm'],
        inLanguage: 'pt-BR',
        wordCount: 4,
        timeRequired: 'PT5M',
        isAccessibleForFree: true,
        correction: [
          {
            '@type': 'CorrectionComment',
            text: 'It was the east quay.',
            datePublished: '2026-07-01T12:00:00+02:00',
          },
        ],
      },
      {
        '@type': 'BreadcrumbList',
        itemListElement: [
          { '@type': 'ListItem', position: 1, name: 'The Test Herald', item: 'https://herald.example/' },
          { '@type': 'ListItem', position: 2, name: 'News', item: 'https://herald.example/news/' },
          { '@type': 'ListItem', position: 3, name: 'High water', item: page },
        ],
      },
    ],
  })
})
