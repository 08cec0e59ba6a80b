import { absoluteLink, archivePath, searchPath } from '../site/paths'
import type { SiteLink } from '../site/site-links'
import type { PageContext } from './context'
import { linked, markup, type Html } from './html'
import { siteWords } from './words'

/** A site's own links above its name; nothing where it has none. */
export function renderHeaderLinks(context: PageContext): Html {
  const items = ownLinks(context.surroundings.site.headerLinks, context)
  return items.length === 0
    ? markup``
    : markup`<nav class="site-links" aria-label="${siteWords(context.surroundings.site).links}"><ul>${items}</ul></nav>\n`
}

/** The ways through the site that are no section of it, and the site's own. */
export function renderFooterLinks(context: PageContext): Html {
  const { site } = context.surroundings
  const words = siteWords(site)
  const ways: [string, string | null][] = [
    [words.archive, context.linkTo(archivePath)],
    [words.search, context.linkTo(searchPath)],
    ['RSS', absoluteLink(site, 'feed.xml') || null],
  ]
  const items = ways
    .filter(([, address]) => address !== null)
    .map(([name, address]) => markup`<li>${linked(name, address)}</li>`)
  const all = [...ownLinks(site.footerLinks, context), ...items]
  return all.length === 0 ? markup`` : markup`<nav aria-label="${words.ways}"><ul>${all}</ul></nav>`
}

const ownLinks = (links: readonly SiteLink[], context: PageContext): Html[] =>
  links.map(({ label, address }) => {
    // A place on the site, from its root.
    const at = address.startsWith('/') ? context.linkTo(address.slice(1) || 'index.html') : address
    return markup`<li>${linked(label, at)}</li>`
  })
