import { isSafeAddress, linkedArticle } from '../article/address'
import { absoluteLink, relativeLink } from '../site/paths'
import type { Surroundings } from './page-model'
import { wordsIn, type PageWords } from './words'

/** What every part of a page may look at. */
export interface PageContext {
  surroundings: Surroundings
  /** The address of a path of the site as seen from this page, or null where it cannot be reached from here. */
  linkTo(path: string): string | null
  /** Where pictures are found by a file that carries them, as `InlinedPictures` or beside it; null for the site's pages. */
  inlined: Readonly<Record<string, string>> | null
  /** What the page says of itself. */
  words: PageWords
}

/**
 * The context of a page of the site.
 * @param path the page's own path, from the site's root
 * @param lang the language of its article; without one the page speaks the site's
 */
export const pageContext = (
  surroundings: Surroundings,
  path: string,
  lang = surroundings.site.language,
): PageContext => ({
  surroundings,
  linkTo: (to) => relativeLink(path, to),
  inlined: null,
  words: wordsIn(lang),
})

/** The context of a page or fragment that leaves the site: links are absolute, or none while the site has no address. */
export const detachedContext = (
  surroundings: Surroundings,
  inlined: Readonly<Record<string, string>>,
  lang = surroundings.site.language,
): PageContext => ({
  surroundings,
  linkTo: (to) => absoluteLink(surroundings.site, to) || null,
  inlined,
  words: wordsIn(lang),
})

/** The context of a text that is read away from the site, as in a feed: every address is whole. */
export const absoluteContext = (
  surroundings: Surroundings,
  lang = surroundings.site.language,
): PageContext => ({
  surroundings,
  linkTo: (to) => absoluteLink(surroundings.site, to) || null,
  inlined: null,
  words: wordsIn(lang),
})

/** The address that a link of a text has on the page; null where it leads nowhere and its words stand alone. */
export function linkAddress(href: string, context: PageContext): string | null {
  const article = linkedArticle(href)
  if (article === null) return isSafeAddress(href) ? href : null
  const related = context.surroundings.related[article]
  return related ? context.linkTo(related.path) : null
}
