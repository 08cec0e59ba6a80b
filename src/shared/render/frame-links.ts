import { absoluteLink, archivePath, searchPath } from '../site/paths'
import type { SiteLink } from '../site/site-links'
import type { PageContext } from './context'
import { linked, markup, type Html } from './html'

/** A site's own links above its name; nothing where it has none. */
export function renderHeaderLinks(context: PageContext): Html {
  const items = ownLinks(context.surroundings.site.headerLinks, context)
  return items.length === 0
    ? markup``
    : markup`<nav class="site-links" aria-label="Links"><ul>${items}</ul></nav>\n`
}

/** The ways through the site that are no section of it, and the site's own. */
export function renderFooterLinks(context: PageContext): Html {
  const { site } = context.surroundings
  const ways: [string, string | null][] = [
    ['Archive', context.linkTo(archivePath)],
    ['Search', context.linkTo(searchPath)],
    ['RSS', absoluteLink(site, 'feed.xml') || null],
  ]
  const items = ways
    .filter(([, address]) => address !== null)
    .map(([words, address]) => markup`<li>${linked(words, address)}</li>`)
  const all = [...ownLinks(site.footerLinks, context), ...items]
  return all.length === 0 ? markup`` : markup`<nav aria-label="Site"><ul>${all}</ul></nav>`
}

const ownLinks = (links: readonly SiteLink[], context: PageContext): Html[] =>
  links.map(({ label, address }) => {
    // A place on the site, from its root.
    const at = address.startsWith('/') ? context.linkTo(address.slice(1) || 'index.html') : address
    return markup`<li>${linked(label, at)}</li>`
  })
