import { printedMonth } from '../article/printed-date'
import { archivePath } from '../site/paths'
import { pageContext, type PageContext } from './context'
import { languageDirection } from './direction'
import { attributes, joined, markup, type Html } from './html'
import { renderFrame } from './page-frame'
import type { PageTeaser, Surroundings } from './page-model'
import { stylesheet } from './stylesheet'
import { siteWords } from './words'

/** The articles of one month, as the site's time zone counts it. */
export interface ArchiveMonth {
  /** `2026-11`; '' for articles without a date. */
  month: string
  teasers: readonly PageTeaser[]
}

/** Articles by months, the newest first, those without a date last. `teasers` are in that order already. */
export function archiveMonths(teasers: readonly PageTeaser[]): ArchiveMonth[] {
  const months = new Map<string, PageTeaser[]>()
  for (const teaser of teasers) {
    const month = teaser.published?.slice(0, 7) ?? ''
    const known = months.get(month)
    if (known) known.push(teaser)
    else months.set(month, [teaser])
  }
  return [...months].map(([month, own]) => ({ month, teasers: own }))
}

/** A month's page: `archive/2026-11/index.html`. */
export const monthPath = (month: string): string => `archive/${month || 'undated'}/index.html`

const monthName = (month: string, { site }: Surroundings): string =>
  month === '' ? siteWords(site).undated : printedMonth(month, site.language)

/** The page that leads to every month, with how many articles it has. */
export function renderArchivePage(surroundings: Surroundings, months: readonly ArchiveMonth[]): string {
  const context = pageContext(surroundings, archivePath)
  const { site: words } = context.words
  const items = months.map(({ month, teasers }) => {
    const href = context.linkTo(monthPath(month))
    const count = words.articleCount(teasers.length)
    return markup`<li><a${attributes({ href })}>${monthName(month, surroundings)}</a> <span class="count">${count}</span></li>`
  })
  const main =
    items.length > 0
      ? markup`<ul class="plain-list">${items}</ul>`
      : markup`<p class="notice">${words.nothingYet}</p>`
  return frame(context, archivePath, words.archive, main)
}

/** A month's articles, a line each. */
export function renderMonthPage(surroundings: Surroundings, { month, teasers }: ArchiveMonth): string {
  const path = monthPath(month)
  const context = pageContext(surroundings, path)
  const items = teasers.map((teaser) => {
    // Headline and day are the article's own words, in its language and direction.
    const dir = teaser.dir === 'auto' ? languageDirection(teaser.lang) : teaser.dir
    const tongue = teaser.lang === surroundings.site.language ? {} : { lang: teaser.lang, dir }
    const link = attributes({ href: context.linkTo(teaser.path), ...tongue })
    const day =
      teaser.published !== null &&
      markup`<time${attributes({ datetime: teaser.published, ...tongue })}>${teaser.printedDate}</time>`
    return markup`<li><a${link}>${teaser.headline}</a> <span class="count">${day}</span></li>`
  })
  const back = markup`<p><a${attributes({ href: context.linkTo(archivePath) })}>${context.words.site.allMonths}</a></p>`
  return frame(
    context,
    path,
    monthName(month, surroundings),
    markup`<ul class="plain-list">${items}</ul>\n${back}`,
  )
}

function frame(context: PageContext, path: string, title: string, list: Html): string {
  const { site } = context.surroundings
  return renderFrame({
    context,
    head: { path, title: `${title} – ${site.name}`, description: '', kind: 'website' },
    lang: site.language,
    dir: languageDirection(site.language),
    category: null,
    isCategoryPage: false,
    skip: context.words.site.skipToArticles,
    stylesheetPath: stylesheet(site.branding).path,
    main: joined([markup`<h1 class="list-title">${title}</h1>`, list], '\n'),
  })
}
