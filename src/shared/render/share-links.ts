import { absoluteLink } from '../site/paths'
import { printable } from './escape'
import { attributes, markup, type Html } from './html'
import type { PageArticle, Surroundings } from './page-model'

/**
 * Plain named links to share a page by. While the site has no address, those that can only share an address
 * are left out and the others carry the headline alone.
 */
export function renderShareLinks(article: PageArticle, { site }: Surroundings): Html {
  const headline = article.content.headline
  const address = article.content.search.canonical ?? absoluteLink(site, article.path)
  const both = [headline, address].filter(Boolean).join(' ')
  const links: [name: string, href: string][] = [
    ['X', `https://x.com/intent/post?${query({ text: headline, url: address })}`],
    ['Facebook', address && `https://www.facebook.com/sharer/sharer.php?${query({ u: address })}`],
    ['LinkedIn', address && `https://www.linkedin.com/sharing/share-offsite/?${query({ url: address })}`],
    ['WhatsApp', `https://wa.me/?${query({ text: both })}`],
    ['Email', `mailto:?${query({ subject: headline, body: both })}`],
  ]
  const items = links.map(([name, href]) => {
    const link = attributes({ href, rel: href.startsWith('http') ? 'noopener nofollow' : null })
    return href && markup`<li><a${link}>${name}</a></li>`
  })
  return markup`<section class="share" aria-labelledby="share"><h2 id="share">Share</h2><ul>${items}</ul></section>`
}

/** Spelled as RFC 3986 and RFC 6068 ask: spaces as %20. Parts without a value are left out. */
const query = (values: Record<string, string>): string =>
  Object.entries(values)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name}=${encodeURIComponent(printable(value))}`)
    .join('&')
