import { base64Of, bytesOfHex } from '../kernel/base64'
import { sha256Hex } from '../kernel/hash'
import { canonicalAddress } from './canonical'
import type { PageContext } from './context'
import { printable } from './escape'
import { attributes, finished, markup, type Html } from './html'
import type { PageArticle } from './page-model'
import source from './theme/share.js?raw'

/** What lets a page be copied and shared by the device. It stands in each page, the same in all. */
const script = source.replace(/^\s*\/\/.*$|^\s+/gm, '').trim()

/** The hash by which a page's policy allows that script and no other. */
export const shareScriptHash = base64Of(bytesOfHex(sha256Hex(script)))

/**
 * Plain named links to share a page by. While the site has no address, those that can only share an address
 * are left out and the others carry the headline alone. Where script may run there are two buttons besides.
 */
export function renderShareLinks({ content, path }: PageArticle, { surroundings, words }: PageContext): Html {
  const { headline } = content
  const address = canonicalAddress({ content, path }, surroundings)
  const both = [headline, address].filter(Boolean).join(' ')
  const links: [name: string, href: string][] = [
    ['X', `https://x.com/intent/post?${query({ text: headline, url: address })}`],
    ['Facebook', address && `https://www.facebook.com/sharer/sharer.php?${query({ u: address })}`],
    ['LinkedIn', address && `https://www.linkedin.com/sharing/share-offsite/?${query({ url: address })}`],
    ['WhatsApp', `https://wa.me/?${query({ text: both })}`],
    [words.email, `mailto:?${query({ subject: headline, body: both })}`],
  ]
  const items = links.map(([name, href]) => {
    const link = attributes({ href, rel: href.startsWith('http') ? 'noopener nofollow' : null })
    return href && markup`<li><a${link}>${name}</a></li>`
  })
  return markup`<section class="share" aria-labelledby="share"><h2 id="share">${words.share}</h2><ul>${items}
<li hidden><button type="button" data-share="copy" data-done="${words.copied}">${words.copyLink}</button></li>
<li hidden><button type="button" data-share="device">${words.shareByDevice}</button></li></ul><p role="status"></p></section>
<script>${finished(script)}</script>`
}

/** Spelled as RFC 3986 and RFC 6068 ask: spaces as %20. Parts without a value are left out. */
const query = (values: Record<string, string>): string =>
  Object.entries(values)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name}=${encodeURIComponent(printable(value))}`)
    .join('&')
