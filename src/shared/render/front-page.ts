import { categoryPath } from '../site/paths'
import { pageContext, type PageContext } from './context'
import { languageDirection } from './direction'
import { siteFeeds } from './feeds/feed-files'
import { joined, markup, type Html } from './html'
import { renderFrame } from './page-frame'
import type { PageTeaser, Surroundings } from './page-model'
import { stylesheet } from './stylesheet'
import { renderTeaser } from './teaser'

/** How many articles the front page shows of each category. */
const perSection = 3

/** What the lists of the site show: everything that is public, newest first. */
export interface ListModel {
  surroundings: Surroundings
  teasers: readonly PageTeaser[]
}

/** The site's front page: the newest article as its lead, then the newest of each category that has any. */
export function renderFrontPage({ surroundings, teasers }: ListModel): string {
  const { site } = surroundings
  const context = pageContext(surroundings, 'index.html')
  const [lead, ...rest] = teasers
  const sections = site.categories
    .filter((category) => !category.front)
    .map((category) => ({ category, shown: firstOf(rest, category.id) }))
    .filter(({ shown }) => shown.length > 0)
  const parts = [
    markup`<h1 class="list-title quiet">${site.name}</h1>`,
    lead
      ? renderTeaser(lead, context, 'lead')
      : markup`<p class="notice">Nothing has been published yet.</p>`,
    ...sections.map(({ category, shown }) => renderSection(category, shown, context)),
  ]
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
    skip: 'Skip to the articles',
    stylesheetPath: stylesheet(site.branding).path,
    main: joined(parts, '\n'),
  })
}

function firstOf(teasers: readonly PageTeaser[], category: string): PageTeaser[] {
  const found: PageTeaser[] = []
  for (const teaser of teasers) {
    if (teaser.category === category) found.push(teaser)
    if (found.length === perSection) break
  }
  return found
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
  markup`<ul class="teasers">
${joined(
  teasers.map((teaser) => markup`<li>${renderTeaser(teaser, context, 'listed')}</li>`),
  '\n',
)}
</ul>`
