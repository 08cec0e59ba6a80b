import { sha256Hex } from '../kernel/hash'
import { articleDirection, renderArticle } from './article'
import { articleHead } from './article-page'
import { detachedContext } from './context'
import { renderFrame } from './page-frame'
import type { PageModel } from './page-model'
import { renderShareLinks } from './share-links'
import { stylesheet } from './stylesheet'

/** Data addresses of pictures by content hash, such as `data:image/jpeg;base64,…`. */
export type InlinedPictures = Readonly<Record<string, string>>

/** An article's page as one file that needs nothing else: its style and its pictures stand in it. */
export function renderSinglePage({ article, surroundings }: PageModel, inlined: InlinedPictures): string {
  const { path, css } = stylesheet(surroundings.site.branding)
  const { content } = article
  const context = detachedContext(surroundings, inlined)
  return renderFrame({
    context,
    head: { ...articleHead(article, surroundings), style: { css, hash: base64(sha256Hex(css)) } },
    lang: content.lang,
    dir: articleDirection(article),
    category: content.category,
    isCategoryPage: false,
    skip: 'Skip to the article',
    stylesheetPath: path,
    main: renderArticle(article, context, { closing: renderShareLinks(article, surroundings) }),
  })
}

/** An article for another system's page: one `article` element with its classes and no style, head or share links. */
export function renderFragment({ article, surroundings }: PageModel, inlined: InlinedPictures): string {
  return `${renderArticle(article, detachedContext(surroundings, inlined), { standsAlone: true }).text}\n`
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** Base64 (RFC 4648, section 4) of bytes given in hex, as a policy's hash is spelled. */
function base64(hex: string): string {
  let text = ''
  for (let at = 0; at < hex.length; at += 6) {
    const digits = hex.slice(at, at + 6)
    const bits = parseInt(digits.padEnd(6, '0'), 16)
    const characters = [18, 12, 6, 0].map((shift) => alphabet[(bits >> shift) & 63] ?? '').join('')
    const kept = Math.ceil((digits.length * 4) / 6)
    text += characters.slice(0, kept) + '='.repeat(4 - kept)
  }
  return text
}
