import { articleDirection, renderArticle } from './article'
import { canonicalAddress } from './canonical'
import { pageContext } from './context'
import type { HeadModel } from './head'
import { renderFrame } from './page-frame'
import type { PageArticle, PageModel, Surroundings } from './page-model'
import { cropPath, cropPixels, cropsOf } from './picture-crops'
import { absoluteLink, authorPath } from '../site/paths'
import { feedsAbout } from './feeds/feed-files'
import { articleData, renderData } from './structured-data'
import { renderShareLinks, shareScriptHash } from './share-links'
import { stylesheet } from './stylesheet'

/** An article's published page: what the preview shows and the export writes, byte for byte. */
export function renderArticlePage({ article, surroundings }: PageModel): string {
  const { content } = article
  const context = pageContext(surroundings, article.path, content.lang)
  return renderFrame({
    context,
    head: articleHead(article, surroundings),
    lang: content.lang,
    dir: articleDirection(article),
    category: content.category,
    isCategoryPage: false,
    skip: context.words.skipToArticle,
    stylesheetPath: stylesheet(surroundings.site.branding).path,
    main: renderArticle(article, context, { closing: renderShareLinks(article, context) }),
  })
}

/** What an article's page says of itself. */
export function articleHead(
  article: PageArticle,
  surroundings: Surroundings,
): Omit<HeadModel, 'site' | 'style' | 'lang'> {
  const { content } = article
  const { search } = content
  return {
    path: article.path,
    title: search.title || content.headline || surroundings.site.name,
    description: search.description || content.standfirst || openingWords(article.derived.text),
    canonical: canonicalAddress(article, surroundings),
    noindex: search.noindex,
    kind: 'article',
    authors: content.authors.flatMap((id) => surroundings.authors[id]?.name ?? []).join(', '),
    picture: cardPicture(article, surroundings),
    article: ogArticle(article, surroundings),
    feeds: feedsAbout(surroundings.site, content.category),
    ownScript: shareScriptHash,
    data: renderData(articleData(article, surroundings)),
  }
}

/** The thumbnail as link cards show it. */
function cardPicture(
  { content: { thumbnail } }: PageArticle,
  { pictures }: Surroundings,
): HeadModel['picture'] {
  const size = thumbnail && pictures[thumbnail.media]
  const [wide] = thumbnail ? cropsOf(thumbnail.media, thumbnail.focal) : []
  if (!thumbnail || !size || !wide) return null
  const { width, height } = cropPixels(wide, size)
  return { path: cropPath(wide), alt: thumbnail.alt, width, height }
}

/** What Open Graph tells of an article, from the facts its page shows. */
function ogArticle({ content, dates }: PageArticle, surroundings: Surroundings): [string, string][] {
  const { site, authors } = surroundings
  const category = site.categories.find(({ id }) => id === content.category)
  return [
    ['article:published_time', dates.published ?? ''],
    ['article:modified_time', dates.modified ?? ''],
    ['article:section', category?.name ?? ''],
    ...content.authors.map((id): [string, string] => {
      const author = authors[id]
      return ['article:author', author ? absoluteLink(site, authorPath(author)) || author.name : '']
    }),
    ...content.tags.map((tag): [string, string] => ['article:tag', tag]),
  ]
}

const longestDescription = 160

/** The beginning of a text, ended between words. */
function openingWords(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim()
  if (line.length <= longestDescription) return line
  const cut = line.slice(0, longestDescription)
  const end = cut.lastIndexOf(' ')
  return `${end > 80 ? cut.slice(0, end) : cut.replace(/[\ud800-\udbff]$/, '')}…`
}
