import { generatedIds } from '../../article/arbitraries'
import type { Article } from '../../article/article'
import { emptyContent, type Content } from '../../article/content'
import { derive } from '../../article/derive'
import { defaultSettings, type SiteSettings } from '../../site/settings'
import { pageArticleFrom } from '../page-article'
import type { PageModel, Surroundings } from '../page-model'

/** Pages to test with: everything that generated articles refer to is there. */

export const testSite: SiteSettings = {
  ...defaultSettings('The Test Herald').site,
  url: 'https://herald.example/',
}
export const testMoment = '2026-05-04T09:30:00.000Z'

const neverPublic: Article['public'] = {
  state: 'never-exported',
  exported: null,
  firstExportedAt: null,
  updatedAt: null,
  formerPaths: [],
  corrections: [],
  withdrawal: null,
}

export const testSurroundings = (site: SiteSettings = testSite): Surroundings => ({
  site,
  authors: Object.fromEntries(
    generatedIds.authors.map((id, index) => [
      id,
      {
        name: `Author “${index}” & Sons`,
        slug: `author-${index}`,
        biography: index === 1 ? 'Writes.' : '',
        links: index === 1 ? ['https://www.writers.example/one'] : [],
        avatar: index === 0 ? (generatedIds.pictures[2] ?? null) : null,
      },
    ]),
  ),
  pictures: Object.fromEntries(
    generatedIds.pictures.slice(1).map((hash, index) => [hash, { width: 700 + 1000 * index, height: 500 }]),
  ),
  related: {
    [generatedIds.articles[0] ?? '']: { headline: 'Another <one>', path: 'news/another-one/index.html' },
  },
})

export function testPage(
  fields: Partial<Content>,
  site: SiteSettings = testSite,
  shown = testSurroundings(site),
): PageModel {
  const content: Content = {
    ...emptyContent('en'),
    headline: 'A headline',
    category: 'news',
    slug: { text: 'a-headline', follows: true },
    ...fields,
  }
  const article = {
    id: '01ARZ3NDEKTSV4RRFFQ69G5FC1',
    content,
    derived: derive(content, site, testMoment),
    publishedAt: testMoment,
    public: neverPublic,
  }
  return { article: pageArticleFrom(article, site), surroundings: shown, asOf: testMoment }
}
