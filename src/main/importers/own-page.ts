import { isWebAddress } from '../../shared/article/address'
import type { Thumbnail } from '../../shared/article/content'
import { cutText, namesIn, oneLine } from '../../shared/html/fit-headline'
import { attribute, elementsNamed, hasClass, isElement, textOf } from '../../shared/html/html-tree'
import type { HtmlElement, HtmlParent } from '../../shared/html/html-tree'
import type { ArticleAsRead, Reading } from './article-as-read'
import { readWrittenDate } from './written-date'

/** An article on a page that Galley wrote: the element that holds its text, and the one that holds all of it. */
export interface OwnArticle {
  whole: HtmlElement
  body: HtmlElement
}

/** The article of a page, or a fragment, that Galley wrote (`render/article.ts`); null on any other page. */
export function ownArticle(page: HtmlParent): OwnArticle | null {
  const whole = elementsNamed(page, 'article').find((element) => hasClass(element, 'article'))
  if (!whole || !partOf(whole, 'h1', 'headline')) return null
  const body = elementsNamed(whole, 'div').find(
    (element) => hasClass(element, 'body') && attribute(element, 'id') === 'body',
  )
  return body ? { whole, body } : null
}

/** The fields that the page prints around the text. Its share links and biographies are the site's, not the article's. */
export async function ownFields(
  page: HtmlParent,
  { whole, body }: OwnArticle,
  { pictures, warnings, timeZone }: Reading,
): Promise<Partial<ArticleAsRead>> {
  const words = (tag: string, name: string): string => {
    const part = partOf(whole, tag, name)
    return part ? oneLine(textOf(part)) : ''
  }
  if (partOf(whole, 'section', 'corrections')) warnings.add('The page’s corrections were left out.')
  if (elementsNamed(body, 'p').some((element) => hasClass(element, 'related')))
    warnings.add('Links to related articles were left out; choose them anew.')
  const byline = partOf(whole, 'p', 'byline')
  const time = byline && elementsNamed(byline, 'time')[0]
  const tags = partOf(whole, 'ul', 'tags')
  const section = elementsNamed(page, 'a').find(
    (element) => attribute(element, 'aria-current') === 'true' && isInNavigation(element),
  )
  return {
    standfirst: cutText(words('p', 'standfirst'), 20_000),
    dateline: cutText(words('p', 'dateline'), 10_000),
    authors: namesIn(
      (byline ? elementsNamed(byline, 'bdi') : [])
        .filter((element) => hasClass(element, 'author'))
        .map((element) => textOf(element)),
      50,
    ),
    tags: namesIn(tags ? elementsNamed(tags, 'li').map((element) => textOf(element)) : [], 200),
    categories: section ? namesIn([textOf(section)], 1) : [],
    publishTime: time ? readWrittenDate(attribute(time, 'datetime'), timeZone) : { kind: 'none' },
    thumbnail: await thumbnailOf(partOf(whole, 'figure', 'thumbnail'), pictures),
  }
}

/** Makes of the page's own cards what any page has in their place, and takes related articles away. Changes the tree. */
export function asAnyPage({ body }: OwnArticle): void {
  for (const element of elementsNamed(body, 'p')) {
    const [link] = elementsNamed(element, 'a')
    const address = link ? attribute(link, 'href') : ''
    if (hasClass(element, 'related')) element.attrs.push({ name: 'hidden', value: '' })
    else if (link && hasClass(element, 'card') && isWebAddress(address)) {
      const title = oneLine(textOf(link))
      element.tagName = 'iframe'
      element.attrs = [
        { name: 'src', value: address },
        { name: 'title', value: title === address ? '' : title },
      ]
    }
  }
}

const partOf = (root: HtmlParent, tag: string, name: string): HtmlElement | undefined =>
  elementsNamed(root, tag).find((element) => hasClass(element, name))

function isInNavigation(element: HtmlElement): boolean {
  let node: HtmlParent | null = element.parentNode
  while (node && isElement(node)) {
    if (node.tagName === 'nav') return true
    node = node.parentNode
  }
  return false
}

async function thumbnailOf(
  figure: HtmlElement | undefined,
  pictures: Reading['pictures'],
): Promise<Thumbnail | null> {
  const image = figure && elementsNamed(figure, 'img')[0]
  const media = image ? await pictures.keep(attribute(image, 'src')) : null
  if (!figure || !image || media === null) return null
  const credit = partOf(figure, 'span', 'credit')
  const caption = elementsNamed(figure, 'figcaption')[0]
  const said = caption ? oneLine(textOf(caption)) : ''
  const source = credit ? oneLine(textOf(credit)) : ''
  return {
    media,
    alt: cutText(oneLine(attribute(image, 'alt')), 20_000),
    decorative: attribute(image, 'alt') === '',
    caption: cutText(
      said.endsWith(source) ? said.slice(0, said.length - source.length).trim() : said,
      20_000,
    ),
    credit: cutText(source, 2000),
    licence: '',
    expires: null,
    focal: { x: 0.5, y: 0.5 },
  }
}
