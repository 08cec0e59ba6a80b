import { categoryPath } from '../site/paths'
import type { Category } from '../site/settings'
import { pageContext, type PageContext } from './context'
import { languageDirection } from './direction'
import { renderTeaserList, type ListModel } from './front-page'
import { attributes, joined, markup, type Html } from './html'
import { renderFrame } from './page-frame'
import { stylesheet } from './stylesheet'

/** Articles on one page of a category. */
const categoryPageLength = 20

/** The path of a category's page; the first is the category's own. `page` counts from 1. */
export const categoryPagePath = (category: Category, page: number): string =>
  page === 1 ? categoryPath(category) : `${category.slug}/page/${page}/index.html`

/** How many pages a category with so many articles has: at least one. */
export const categoryPages = (articles: number): number =>
  Math.max(1, Math.ceil(articles / categoryPageLength))

interface CategoryPageModel extends ListModel {
  category: Category
  /** From 1. */
  page: number
}

/** One page of a category's articles. `teasers` are all of the category's, newest first. */
export function renderCategoryPage({ surroundings, teasers, category, page }: CategoryPageModel): string {
  const { site } = surroundings
  const path = categoryPagePath(category, page)
  const context = pageContext(surroundings, path)
  const pages = categoryPages(teasers.length)
  const shown = teasers.slice((page - 1) * categoryPageLength, page * categoryPageLength)
  const parts = [
    markup`<h1 class="list-title">${category.name}</h1>`,
    shown.length > 0
      ? // The list has no headings of its own above its articles' h3, so it gets a silent one.
        markup`<h2 class="list-title quiet">Articles</h2>\n${renderTeaserList(shown, context)}`
      : markup`<p class="notice">Nothing has been published here yet.</p>`,
    pages > 1 && renderPager(category, page, pages, context),
  ]
  const title = `${category.name} – ${site.name}`
  return renderFrame({
    context,
    head: {
      path,
      title: page === 1 ? title : `${title} – Page ${page}`,
      description: '',
      kind: 'website',
    },
    lang: site.language,
    dir: languageDirection(site.language),
    category: category.id,
    isCategoryPage: page === 1,
    skip: 'Skip to the articles',
    stylesheetPath: stylesheet(site.branding).path,
    main: joined(parts.filter(Boolean), '\n'),
  })
}

function renderPager(category: Category, page: number, pages: number, context: PageContext): Html {
  const link = (to: number, words: string, rel: 'prev' | 'next'): Html =>
    markup`<a${attributes({ href: context.linkTo(categoryPagePath(category, to)), rel })}>${words}</a>`
  const parts = [
    page > 1 && link(page - 1, 'Newer', 'prev'),
    markup`<span>Page ${page} of ${pages}</span>`,
    page < pages && link(page + 1, 'Older', 'next'),
  ]
  return markup`<nav class="pages" aria-label="Pages">${parts}</nav>`
}
