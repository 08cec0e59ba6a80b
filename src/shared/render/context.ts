import { absoluteLink, relativeLink } from '../site/paths'
import type { Surroundings } from './page-model'

/** What every part of a page may look at. */
export interface PageContext {
  surroundings: Surroundings
  /** The address of a path of the site as seen from this page, or null where it cannot be reached from here. */
  linkTo(path: string): string | null
  /** Data addresses of pictures by content hash, for a page that carries all it needs; null for the site's pages. */
  inlined: Readonly<Record<string, string>> | null
}

/**
 * The context of a page of the site.
 * @param path the page's own path, from the site's root
 */
export const pageContext = (surroundings: Surroundings, path: string): PageContext => ({
  surroundings,
  linkTo: (to) => relativeLink(path, to),
  inlined: null,
})

/** The context of a page or fragment that leaves the site: links are absolute, or none while the site has no address. */
export const detachedContext = (
  surroundings: Surroundings,
  inlined: Readonly<Record<string, string>>,
): PageContext => ({
  surroundings,
  linkTo: (to) => absoluteLink(surroundings.site, to) || null,
  inlined,
})

/** The context of a text that is read away from the site, as in a feed: every address is whole. */
export const absoluteContext = (surroundings: Surroundings): PageContext => ({
  surroundings,
  linkTo: (to) => absoluteLink(surroundings.site, to) || null,
  inlined: null,
})
