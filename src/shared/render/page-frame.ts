import { absoluteLink, archivePath, categoryPath, searchPath } from '../site/paths'
import type { PageContext } from './context'
import { languageDirection } from './direction'
import { renderHead, type HeadModel } from './head'
import { attributes, linked, markup, joined, type Html } from './html'
import { renderPicture } from './picture'

/** A whole page: what stands around its main part. */
interface FrameModel {
  context: PageContext
  head: Omit<HeadModel, 'site' | 'style'> & { style?: HeadModel['style'] }
  lang: string
  dir: 'ltr' | 'rtl'
  /** The category whose entry in the navigation is marked, and whether this is that entry's own page. */
  category: string | null
  isCategoryPage: boolean
  /** What the skip link is called. */
  skip: string
  stylesheetPath: string
  main: Html
}

/** A page's whole text, from doctype to the last newline. */
export function renderFrame(frame: FrameModel): string {
  const { context, lang, dir } = frame
  const { site } = context.surroundings
  const style = frame.head.style ?? { href: context.linkTo(frame.stylesheetPath) ?? '' }
  // The site's own words keep the site's language on a page in another one.
  const siteTongue =
    site.language === lang
      ? markup``
      : attributes({ lang: site.language, dir: languageDirection(site.language) })
  return markup`<!doctype html>
<html${attributes({ lang, dir })}>
${renderHead({ ...frame.head, site, style })}
<body>
<a class="skip" href="#main">${frame.skip}</a>
<header class="site-header"${siteTongue}>
${renderSiteName(context, frame.category)}
${renderNavigation(frame)}
</header>
<main id="main">
${frame.main}
</main>
<footer class="site-footer"${siteTongue}>
<p>${site.footer || site.name}</p>
${renderSiteLinks(context)}
</footer>
</body>
</html>
`.text
}

/** The ways through the site that are no section of it. */
function renderSiteLinks(context: PageContext): Html {
  const links: [string, string | null][] = [
    ['Archive', context.linkTo(archivePath)],
    ['Search', context.linkTo(searchPath)],
    ['RSS', absoluteLink(context.surroundings.site, 'feed.xml') || null],
  ]
  const items = links.filter(([, address]) => address !== null)
  return items.length === 0
    ? markup``
    : markup`<nav aria-label="Site"><ul>${items.map(([words, address]) => markup`<li>${linked(words, address)}</li>`)}</ul></nav>`
}

function renderSiteName(context: PageContext, category: string | null): Html {
  const { site } = context.surroundings
  const logo =
    site.branding.logo &&
    renderPicture(
      context,
      { media: site.branding.logo, alt: site.name, decorative: false },
      { sizes: '240px', usual: 480, className: 'logo', eager: true },
    )
  const front = site.categories.find((one) => one.front)
  const address = context.linkTo('index.html')
  const current = front !== undefined && front.id === category ? 'page' : null
  const name = logo || markup`${site.name}`
  return address === null
    ? markup`<p class="site-name">${name}</p>`
    : markup`<p class="site-name"><a${attributes({ href: address, 'aria-current': current })}>${name}</a></p>`
}

/** Every category in one row; the one the page belongs to is marked. */
function renderNavigation({ context, category, isCategoryPage }: FrameModel): Html {
  const entries = context.surroundings.site.categories.map((one) => {
    const address = context.linkTo(categoryPath(one))
    const current = one.id !== category ? null : isCategoryPage ? 'page' : 'true'
    return address === null
      ? markup`<li>${one.name}</li>`
      : markup`<li><a${attributes({ href: address, 'aria-current': current })}>${one.name}</a></li>`
  })
  return markup`<nav class="sections" aria-label="Sections"><ul>
${joined(entries, '\n')}
</ul></nav>`
}
