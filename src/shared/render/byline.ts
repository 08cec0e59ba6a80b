import { splitGraphemes } from 'unicode-segmenter/grapheme'
import { publishMoment } from '../article/derive'
import { authorPath } from '../site/paths'
import type { PageContext } from './context'
import { attributes, linked, markup, joined, type Html } from './html'
import type { PageArticle, PageAuthor } from './page-model'
import { avatarCrop, cropPath, cropPixels } from './picture-crops'
import type { PageWords } from './words'

/** The authors of an article that are known, in byline order. */
export const authorsOf = (article: PageArticle, context: PageContext): PageAuthor[] =>
  article.content.authors.flatMap((id) => context.surroundings.authors[id] ?? [])

/** `By NAME and NAME – DATE – 5 Mins Read` with the authors' pictures before it; what is absent is left out. */
export function renderByline(article: PageArticle, context: PageContext): Html {
  const { words } = context
  const authors = authorsOf(article, context)
  const { content, derived, dates } = article
  const moment = publishMoment(content, article.publishedAt)
  const names = authors.map((author) => renderName(author.name, context.linkTo(authorPath(author))))
  const parts = [
    authors.length > 0 && markup`${words.by}${inARow(names, words)}`,
    moment !== null &&
      derived.printedDate !== '' &&
      markup`<time datetime="${moment}">${derived.printedDate}</time>`,
    markup`<bdi class="read-time">${words.readTime(content.readTime?.minutes ?? derived.minutes)}</bdi>`,
  ].filter((part) => part !== false)
  const avatars = authors.map((author) => renderAvatar(author, context))
  const update = dates.printedUpdate
    ? markup`<p class="updated">${words.updated}<time datetime="${dates.modified}">${dates.printedUpdate}</time></p>`
    : null
  const faces = avatars.length > 0 && markup`<div class="avatars">${avatars}</div>`
  return markup`<div class="byline-row">${faces}<div><p class="byline">${joined(parts, ' – ')}</p>${update}</div></div>`
}

/** `A`, `A and B`, `A, B and C`. */
export const namesInARow = (authors: readonly string[], words: PageWords): Html =>
  inARow(
    authors.map((name) => renderName(name, null)),
    words,
  )

function inARow(names: readonly Html[], { comma, and }: PageWords): Html {
  const last = names.at(-1)
  return names.length < 2 ? joined(names, '') : markup`${joined(names.slice(0, -1), comma)}${and}${last}`
}

const renderName = (name: string, address: string | null): Html =>
  markup`<bdi class="author">${linked(name, address)}</bdi>`

/**
 * An author's picture, or their initials.
 * @param manner `beside` the name it repeats it is silent, and far down the page it is fetched late
 */
export function renderAvatar(
  author: PageAuthor,
  context: PageContext,
  manner: 'named' | 'beside' = 'named',
): Html {
  const beside = manner === 'beside'
  const alt = context.words.avatarOf(author.name)
  const picture = author.avatar && avatarPicture(author.avatar, context)
  if (picture) {
    const loading = beside && context.inlined === null ? 'lazy' : null
    return markup`<img${attributes({ ...picture, alt: beside ? '' : alt, class: 'avatar', loading })}>`
  }
  // Drawn by the stylesheet, so that no stray letters stand in the page's text.
  const badge = {
    class: 'avatar initials',
    ...(beside ? { 'aria-hidden': 'true' } : { role: 'img', 'aria-label': alt }),
    'data-initials': initials(author.name),
  }
  return markup`<span${attributes(badge)}></span>`
}

/** Where an avatar's picture is, and how large; null when it is not known. */
function avatarPicture(
  hash: string,
  { surroundings, inlined, linkTo }: PageContext,
): { src: string; width: number; height: number } | null {
  const size = surroundings.pictures[hash]
  if (!size) return null
  const crop = avatarCrop(hash)
  const path = cropPath(crop)
  const src = inlined ? inlined[path] : linkTo(path)
  if (!src) return null
  const { width, height } = cropPixels(crop, size)
  return { src, width, height }
}

/** The first letters of the first and the last word of a name. */
function initials(name: string): string {
  const words = name.split(/\s+/u).filter(Boolean)
  const chosen = words.length > 1 ? [words[0], words.at(-1)] : words
  return chosen
    .map((word) => firstGrapheme(word ?? ''))
    .join('')
    .toUpperCase()
}

function firstGrapheme(word: string): string {
  for (const grapheme of splitGraphemes(word)) return grapheme
  return ''
}
