import { tagPath } from '../site/paths'
import { resolveDirection } from './direction'
import { renderAuthorBox } from './author-box'
import { renderByline } from './byline'
import { bodyElementId, renderBlocks, renderNotes } from './blocks'
import type { PageContext } from './context'
import { attributes, finished, joined, linked, markup, type Html, type Part } from './html'
import type { PageArticle } from './page-model'
import { renderRelatedArticles } from './related-articles'
import { focusClasses, renderCaption, renderPicture } from './picture'

/** The direction of an article's page. */
export const articleDirection = ({
  content,
  derived,
}: Pick<PageArticle, 'content' | 'derived'>): 'ltr' | 'rtl' =>
  resolveDirection(content.dir, content.lang, [content.headline, content.standfirst, derived.text])

interface ArticleManner {
  /** What a page adds at the end, such as share links. */
  closing?: Part
  /** Whether the element has to say its language and direction itself, having no page around it. */
  standsAlone?: boolean
}

/** An article's own parts, from headline to corrections, as one element. */
export function renderArticle(
  article: PageArticle,
  context: PageContext,
  { closing, standsAlone }: ArticleManner = {},
): Html {
  const { content } = article
  const blocks = renderBlocks(content.body, context).map((block) => `${block}\n`)
  const notes = renderNotes(content.body, context)
  const parts: Part[] = [
    renderArticleHeader(article, context),
    renderThumbnail(article, context),
    content.dateline && markup`<p class="dateline">${content.dateline}</p>`,
    markup`<div class="body" id="${bodyElementId}">${finished(blocks.join(''))}</div>`,
    notes && finished(notes),
    renderCorrections(article, context),
    content.tags.length > 0 &&
      markup`<ul class="tags" aria-label="${context.words.tags}">${content.tags.map((tag) => markup`<li>${linked(tag, context.linkTo(tagPath(tag)))}</li>`)}</ul>`,
    renderRelatedArticles(article, context),
    renderAuthorBox(article, context),
    closing,
  ]
  // Without a set direction every paragraph takes that of its own first letter.
  const manner = attributes({
    class: content.dir === 'auto' ? 'article auto' : 'article',
    ...(standsAlone ? { lang: content.lang, dir: articleDirection(article) } : {}),
  })
  return markup`<article${manner}>
${joined(parts.filter(Boolean), '\n')}
</article>`
}

function renderArticleHeader(article: PageArticle, context: PageContext): Html {
  const { headline, standfirst } = article.content
  const parts = [
    markup`<h1 class="headline">${headline}</h1>`,
    standfirst && markup`<p class="standfirst">${standfirst}</p>`,
    renderByline(article, context),
  ]
  return markup`<header class="article-header">
${joined(parts.filter(Boolean), '\n')}
</header>`
}

function renderThumbnail({ content: { thumbnail } }: PageArticle, context: PageContext): Html | null {
  if (!thumbnail) return null
  const picture = renderPicture(context, thumbnail, {
    sizes: '(min-width: 66rem) 62rem, 100vw',
    usual: 960,
    className: focusClasses(thumbnail.focal),
    loading: 'first',
  })
  const caption = renderCaption(thumbnail.caption, thumbnail.credit)
  return picture || caption ? markup`<figure class="thumbnail">${picture}${caption}</figure>` : null
}

function renderCorrections({ corrections }: PageArticle, { words }: PageContext): Html | null {
  if (corrections.length === 0) return null
  const items = corrections.map(
    ({ text, at, printedDate }) =>
      markup`<p>${printedDate && markup`<time datetime="${at}">${printedDate}</time>: `}${text}</p>`,
  )
  const title = words.corrections(corrections.length)
  return markup`<section class="corrections" aria-labelledby="corrections"><h2 id="corrections">${title}</h2>${items}</section>`
}
