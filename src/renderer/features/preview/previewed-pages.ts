import type { OutputOf } from '../../../shared/contract'
import { articleHead } from '../../../shared/render/article-page'
import { feedEntry, feedOf, type FeedEntry } from '../../../shared/render/feeds/feed'
import { siteFeeds } from '../../../shared/render/feeds/feed-files'
import { renderRss } from '../../../shared/render/feeds/rss'
import { renderFrontPage, type ListModel } from '../../../shared/render/front-page'
import { headFacts, type HeadFacts } from '../../../shared/render/head'
import { renderListPage } from '../../../shared/render/list-page'
import type { PageArticle, Surroundings } from '../../../shared/render/page-model'
import { categoryPlace } from '../../../shared/render/site-lists'
import { compareTeasers, teaserFrom } from '../../../shared/render/teaser'
import type { SiteSettings } from '../../../shared/site/settings'

/** What the site's lists are made of, as the desk tells it. */
export type PreviewLists = OutputOf<'preview.lists'>

/** An article with everything that its page, and what tells of it elsewhere, shows. */
export interface PreviewedArticle {
  article: PageArticle
  surroundings: Surroundings
}

/** The front page with an article as it is now among those that are on the site. */
export const frontPageWith = (lists: PreviewLists, previewed: PreviewedArticle | null): string =>
  renderFrontPage(listsWith(lists, previewed))

/** The front page of a site that looks otherwise than it does now. */
export function frontPageFor(
  { surroundings, teasers }: PreviewLists,
  site: SiteSettings,
  pictures: Surroundings['pictures'] = {},
): string {
  const around = { ...surroundings, site, pictures: { ...surroundings.pictures, ...pictures } }
  return renderFrontPage({ surroundings: around, teasers })
}

/** The first page of a category with an article as it is now; null where the article has none. */
export function categoryPageWith(lists: PreviewLists, previewed: PreviewedArticle): string | null {
  const { surroundings, teasers } = listsWith(lists, previewed)
  const { category: id } = previewed.article.content
  const category = surroundings.site.categories.find((one) => one.id === id && !one.front)
  if (!category) return null
  const place = categoryPlace(category, surroundings.site)
  const own = teasers.filter((teaser) => teaser.category === id)
  return renderListPage({ surroundings, teasers: own, place, page: 1 })
}

function listsWith({ surroundings, teasers }: PreviewLists, previewed: PreviewedArticle | null): ListModel {
  if (!previewed) return { surroundings, teasers }
  const { article } = previewed
  const own = teaserFrom(article, previewed.surroundings)
  const others = teasers.filter(({ id }) => id !== article.id)
  return {
    surroundings: {
      ...surroundings,
      pictures: { ...surroundings.pictures, ...previewed.surroundings.pictures },
    },
    teasers: [own, ...others].sort(compareTeasers),
  }
}

/** What a search engine and a link card are told; `cardPath` is the picture's path on the site, or null. */
export function factsOf({
  article,
  surroundings,
}: PreviewedArticle): HeadFacts & { cardPath: string | null } {
  const head = articleHead(article, surroundings)
  return { ...headFacts({ site: surroundings.site, ...head }), cardPath: head.picture?.path ?? null }
}

/** What a feed tells of an article, and the feed that would hold it alone; null where it has no date. */
export function feedItemOf({
  article,
  surroundings,
}: PreviewedArticle): { entry: FeedEntry; rss: string } | null {
  const entry = feedEntry(article, surroundings)
  const [place] = siteFeeds(surroundings.site)
  return entry && place ? { entry, rss: renderRss(feedOf(place, [entry], surroundings)) } : null
}

/** A feed's text as a page of its own, with the pictures of the site as this window has them. */
export function feedPage({ html, lang }: FeedEntry, { url }: SiteSettings): string {
  const shown = url === '' ? html : html.replaceAll(`"${url.replace(/\/+$/, '')}/media/`, '"/site/media/')
  return `<!doctype html><html lang="${lang}"><head><title>Feed</title></head><body>${shown}</body></html>`
}

/** What readers of feeds give a text: room, and their own light or dark. */
export const feedStyle =
  ':root{color-scheme:light}:root[data-theme=dark]{color-scheme:dark}' +
  'body{margin:1rem;background:Canvas;color:CanvasText;font:1rem/1.5 serif}img{max-width:100%;height:auto}'
