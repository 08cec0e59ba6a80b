import { archivePath, categoryPath } from '../site/paths'
import { pageContext, type PageContext } from './context'
import { languageDirection } from './direction'
import { siteFeeds } from './feeds/feed-files'
import { chooseFront } from './front-choice'
import { joined, linked, markup, type Html } from './html'
import { renderFrame } from './page-frame'
import type { PageTeaser, Surroundings } from './page-model'
import { stylesheet } from './stylesheet'
import { renderTeaser, type TeaserManner } from './teaser'

/** What the lists of the site show: everything that is public, newest first. */
export interface ListModel {
  surroundings: Surroundings
  teasers: readonly PageTeaser[]
}

/** The site's front page in the shape that its branding chose. */
export function renderFrontPage({ surroundings, teasers }: ListModel): string {
  const { site } = surroundings
  const context = pageContext(surroundings, 'index.html')
  return renderFrame({
    context,
    head: {
      path: 'index.html',
      title: site.name,
      description: site.description,
      kind: 'website',
      feeds: siteFeeds(site).filter(({ category }) => category === null),
    },
    lang: site.language,
    dir: languageDirection(site.language),
    category: site.categories.find((category) => category.front)?.id ?? null,
    isCategoryPage: true,
    skip: context.words.site.skipToArticles,
    stylesheetPath: stylesheet(site.branding).path,
    main: joined(
      [markup`<h1 class="list-title quiet">${site.name}</h1>`, ...partsOf(teasers, context)],
      '\n',
    ),
  })
}

function partsOf(teasers: readonly PageTeaser[], context: PageContext): Html[] {
  const { lead, secondary, sections, river } = chooseFront(context.surroundings.site, teasers)
  if (teasers.length === 0) return [markup`<p class="notice">${context.words.site.nothingYet}</p>`]
  if (river.length > 0) return [renderRiver(river, teasers.length > river.length, context)]
  return [
    ...(lead ? [renderTop(lead, secondary, context)] : []),
    ...sections.map(({ category, teasers: own }) => renderSection(category, own, context)),
  ]
}

/** The lead, and beside it what comes next. */
function renderTop(lead: PageTeaser, secondary: readonly PageTeaser[], context: PageContext): Html {
  const first = renderTeaser(lead, context, 'lead')
  if (secondary.length === 0) return first
  return markup`<div class="top">
${first}
${renderList('next', secondary, 'beside', context)}
</div>`
}

/** Everything in one list, and the way to what is older. */
function renderRiver(teasers: readonly PageTeaser[], isMore: boolean, context: PageContext): Html {
  const list = renderList('river', teasers, 'row', context)
  const archive = context.linkTo(archivePath)
  return isMore
    ? markup`${list}\n<p class="pages">${linked(context.words.site.lookThroughArchive, archive)}</p>`
    : list
}

function renderSection(
  category: Surroundings['site']['categories'][number],
  teasers: readonly PageTeaser[],
  context: PageContext,
): Html {
  const id = `section-${category.slug}`
  const title = markup`<a href="${context.linkTo(categoryPath(category))}">${category.name}</a>`
  return markup`<section class="section" aria-labelledby="${id}"><h2 class="section-title" id="${id}">${title}</h2>
${renderTeaserList(teasers, context)}
</section>`
}

/** Articles side by side. */
export const renderTeaserList = (teasers: readonly PageTeaser[], context: PageContext): Html =>
  renderList('teasers', teasers, 'listed', context)

function renderList(
  className: string,
  teasers: readonly PageTeaser[],
  manner: TeaserManner,
  context: PageContext,
): Html {
  const items = teasers.map((teaser) => markup`<li>${renderTeaser(teaser, context, manner)}</li>`)
  return markup`<ul class="${className}">
${joined(items, '\n')}
</ul>`
}
