import { categoryPath } from '../site/paths'
import type { PageContext } from './context'
import { languageDirection } from './direction'
import { renderFooterLinks, renderHeaderLinks } from './frame-links'
import { renderHead, type HeadModel } from './head'
import { attributes, markup, joined, type Html } from './html'
import { renderPicture } from './picture'
import { iconLinks } from './site-icons'
import { siteWords } from './words'

/** A whole page: what stands around its main part. */
interface FrameModel {
  context: PageContext
  head: Omit<HeadModel, 'site' | 'style' | 'icons' | 'lang'> & { style?: HeadModel['style'] }
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
  // A page that carries all it needs has none.
  const icons = frame.head.style
    ? []
    : iconLinks(site).map(({ path, ...icon }) => ({ ...icon, href: context.linkTo(path) }))
  // The site's own words keep the site's language on a page in another one.
  const siteTongue =
    site.language === lang
      ? markup``
      : attributes({ lang: site.language, dir: languageDirection(site.language) })
  return markup`<!doctype html>
<html${attributes({ lang, dir })}>
${renderHead({ ...frame.head, site, lang, style, icons })}
<body>
<a class="skip" href="#main">${frame.skip}</a>
<header class="site-header"${siteTongue}>
${renderHeaderLinks(context)}${renderSiteName(context, frame.category)}
${renderNavigation(frame)}
</header>
<main id="main">
${frame.main}
</main>
<footer class="site-footer"${siteTongue}>
<p>${site.footer || site.name}</p>
${renderFooterLinks(context)}
</footer>
</body>
</html>
`.text
}

function renderSiteName(context: PageContext, category: string | null): Html {
  const { site } = context.surroundings
  const logo =
    site.branding.logo &&
    renderPicture(
      context,
      { media: site.branding.logo, alt: site.name, decorative: false },
      { sizes: '240px', usual: 480, className: 'logo', loading: 'early' },
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
  return markup`<nav class="sections" aria-label="${siteWords(context.surroundings.site).sections}"><ul>
${joined(entries, '\n')}
</ul></nav>`
}
