import type { Content } from '../../shared/article/content'
import { archiveMonths, monthPath, renderMonthPage } from '../../shared/render/archive-pages'
import { renderArticlePage } from '../../shared/render/article-page'
import { renderAtom } from '../../shared/render/feeds/atom'
import { feedEntry, feedOf } from '../../shared/render/feeds/feed'
import { siteFeeds } from '../../shared/render/feeds/feed-files'
import { renderJsonFeed } from '../../shared/render/feeds/json-feed'
import { renderRss } from '../../shared/render/feeds/rss'
import { newsSitemap, sitemapFiles } from '../../shared/render/feeds/sitemaps'
import { renderFrontPage } from '../../shared/render/front-page'
import { listPagePath, renderListPage } from '../../shared/render/list-page'
import { renderNinjs } from '../../shared/render/ninjs'
import { renderMovedPage, renderWithdrawnPage } from '../../shared/render/notice-pages'
import type { PageModel } from '../../shared/render/page-model'
import { renderSearchIndex } from '../../shared/render/search-page'
import { renderSinglePage } from '../../shared/render/single-file'
import { authorPlace, tagPlace } from '../../shared/render/site-lists'
import { teaserFrom } from '../../shared/render/teaser'
import { testPage } from '../../shared/render/testing/pages'
import type { SiteText } from './judges/xml-judge'

/**
 * Every output that says something of one article, as the site would have them were it the only one.
 * @param folder where they are to stand
 */
export function outputsOf(content: Partial<Content>, folder: string, model = testPage(content)): SiteText[] {
  const { article, surroundings } = model
  const { site } = surroundings
  const teasers = [teaserFrom(article, surroundings)]
  const [tag] = article.content.tags
  const places = [
    ...article.content.authors.flatMap((id) => surroundings.authors[id] ?? []).map(authorPlace),
    ...(tag === undefined ? [] : [tagPlace(tag)]),
  ]
  const withdrawal = { reason: article.content.headline, at: model.asOf, printedDate: '4 May 2026' }
  const moved = { from: 'old/index.html', to: article.path, headline: article.content.headline }
  const texts: [path: string, text: string][] = [
    ['index.html', renderFrontPage({ surroundings, teasers })],
    ...places.map((place): [string, string] => [
      listPagePath(place, 1),
      renderListPage({ surroundings, teasers, place, page: 1 }),
    ]),
    ...archiveMonths(teasers).map((month): [string, string] => [
      monthPath(month.month),
      renderMonthPage(surroundings, month),
    ]),
    ['article/index.html', renderArticlePage(model)],
    ['alone/index.html', renderSinglePage(model, {})],
    ['withdrawn/index.html', renderWithdrawnPage({ article, surroundings, withdrawal })],
    [moved.from, renderMovedPage(surroundings, moved)],
    ['search/index.json', renderSearchIndex(teasers)],
    ...dataOf(model),
    ['news-sitemap.xml', newsSitemap(site, newsOf(model), model.asOf)],
  ]
  return texts.map(([path, text]) => ({ path: `${folder}/${path}`, text }))
}

function dataOf(model: PageModel): [string, string][] {
  const { article, surroundings } = model
  const [place] = siteFeeds(surroundings.site)
  if (!place) throw new Error('A site has a feed')
  const entry = feedEntry(article, surroundings)
  const feed = feedOf(place, entry ? [entry] : [], surroundings)
  const pages = [{ path: article.path, modified: article.dates.modified, pictures: [] }]
  return [
    ['ninjs/one.json', renderNinjs(model)],
    ['feed.xml', renderRss(feed)],
    ['atom.xml', renderAtom(feed)],
    ['feed.json', renderJsonFeed(feed)],
    ...sitemapFiles(surroundings.site, pages).map(({ path, text }): [string, string] => [path, text]),
  ]
}

const newsOf = ({ article: { path, content, dates } }: PageModel): Parameters<typeof newsSitemap>[1] =>
  dates.published === null
    ? []
    : [{ path, headline: content.headline, lang: content.lang, published: dates.published }]
