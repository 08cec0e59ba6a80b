import { absoluteLink } from '../site/paths'
import type { PageArticle, Surroundings } from './page-model'
import { printedAddress } from './printed-address'

/** Where an article is at home: at the address it was given, or on this site; '' where that has no address. */
export const canonicalAddress = (
  { content, path }: Pick<PageArticle, 'content' | 'path'>,
  { site }: Pick<Surroundings, 'site'>,
): string => {
  const { canonical } = content.search
  return (canonical === null ? null : printedAddress(canonical)) ?? absoluteLink(site, path)
}
