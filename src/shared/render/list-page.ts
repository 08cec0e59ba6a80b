import { pageContext, type PageContext } from './context'
import { languageDirection } from './direction'
import type { FeedPlace } from './feeds/feed-files'
import { renderTeaserList, type ListModel } from './front-page'
import { attributes, joined, markup, type Html, type Part } from './html'
import { renderFrame } from './page-frame'
import type { PageTeaser } from './page-model'
import { stylesheet } from './stylesheet'

/** Articles on one page of a list. */
const listPageLength = 20

/** A list of articles in pages: a category, an author, a tag. */
export interface ListPlace {
  title: string
  /** The folder of its first page, such as `news/`. */
  folder: string
  /** What it says of itself, above the articles. */
  introduction?: (context: PageContext) => Part
  description: string
  /** The category whose entry in the navigation it is, or null. */
  category: string | null
  feeds: readonly FeedPlace[]
}

/** The path of a page of a list; the first is the list's own. `page` counts from 1. */
export const listPagePath = ({ folder }: Pick<ListPlace, 'folder'>, page: number): string =>
  page === 1 ? `${folder}index.html` : `${folder}page/${page}/index.html`

/** How many pages a list of so many articles has: at least one. */
export const listPages = (articles: number): number => Math.max(1, Math.ceil(articles / listPageLength))

/** The articles on a page of a list. `page` counts from 1. */
export const shownOn = (page: number, teasers: readonly PageTeaser[]): PageTeaser[] =>
  teasers.slice((page - 1) * listPageLength, page * listPageLength)

interface ListPageModel extends ListModel {
  place: ListPlace
  /** From 1. */
  page: number
}

/** One page of a list. `teasers` are all of the list's, newest first. */
export function renderListPage({ surroundings, teasers, place, page }: ListPageModel): string {
  const { site } = surroundings
  const path = listPagePath(place, page)
  const context = pageContext(surroundings, path)
  const pages = listPages(teasers.length)
  const shown = shownOn(page, teasers)
  const parts: Part[] = [
    markup`<h1 class="list-title">${place.title}</h1>`,
    page === 1 && place.introduction?.(context),
    shown.length > 0
      ? // The list has no headings of its own above its articles' h3, so it gets a silent one.
        markup`<h2 class="list-title quiet">${context.words.site.articles}</h2>\n${renderTeaserList(shown, context)}`
      : markup`<p class="notice">${context.words.site.nothingHere}</p>`,
    pages > 1 && renderPager(place, page, pages, context),
  ]
  const title = `${place.title} – ${site.name}`
  return renderFrame({
    context,
    head: {
      path,
      title: page === 1 ? title : `${title} – ${context.words.site.pageOf(page, pages)}`,
      description: page === 1 ? place.description : '',
      kind: 'website',
      feeds: place.feeds,
    },
    lang: site.language,
    dir: languageDirection(site.language),
    category: place.category,
    isCategoryPage: page === 1,
    skip: context.words.site.skipToArticles,
    stylesheetPath: stylesheet(site.branding).path,
    main: joined(parts.filter(Boolean), '\n'),
  })
}

function renderPager(place: ListPlace, page: number, pages: number, context: PageContext): Html {
  const { site: words } = context.words
  const link = (to: number, name: string, rel: 'prev' | 'next'): Html =>
    markup`<a${attributes({ href: context.linkTo(listPagePath(place, to)), rel })}>${name}</a>`
  const parts = [
    page > 1 && link(page - 1, words.newer, 'prev'),
    markup`<span>${words.pageOf(page, pages)}</span>`,
    page < pages && link(page + 1, words.older, 'next'),
  ]
  return markup`<nav class="pages" aria-label="${words.pages}">${parts}</nav>`
}
