import { base64Of, bytesOfHex } from '../kernel/base64'
import { sha256Hex } from '../kernel/hash'
import { articleDirection, renderArticle } from './article'
import { articleHead } from './article-page'
import { detachedContext } from './context'
import { renderFrame } from './page-frame'
import type { PageModel } from './page-model'
import { renderShareLinks } from './share-links'
import { stylesheet } from './stylesheet'

/** Data addresses such as `data:image/jpeg;base64,…`: of pictures by content hash, of avatars by their crop's path. */
export type InlinedPictures = Readonly<Record<string, string>>

/** An article's page as one file that needs nothing else: its style and its pictures stand in it. */
export function renderSinglePage({ article, surroundings }: PageModel, inlined: InlinedPictures): string {
  const { path, css } = stylesheet(surroundings.site.branding)
  const { content } = article
  const context = detachedContext(surroundings, inlined, content.lang)
  return renderFrame({
    context,
    head: {
      ...articleHead(article, surroundings),
      style: { css, hash: base64Of(bytesOfHex(sha256Hex(css))) },
    },
    lang: content.lang,
    dir: articleDirection(article),
    category: content.category,
    isCategoryPage: false,
    skip: context.words.skipToArticle,
    stylesheetPath: path,
    main: renderArticle(article, context, { closing: renderShareLinks(article, context) }),
  })
}

/** An article for another system's page: one `article` element with its classes and no style, head or share links. */
export function renderFragment({ article, surroundings }: PageModel, inlined: InlinedPictures): string {
  const context = detachedContext(surroundings, inlined, article.content.lang)
  return `${renderArticle(article, context, { standsAlone: true }).text}\n`
}
