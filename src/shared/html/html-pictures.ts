import { isWebAddress } from '../article/address'
import type { Block } from '../article/body'
import { cutText, oneLine } from './fit-headline'
import { safeAddress } from './html-marks'
import { attribute, elementsNamed, hasClass, textOf, type HtmlElement } from './html-tree'

/**
 * A picture as blocks: a figure where the library will hold it; where it stands on another site, a paragraph that
 * links to it. A caption's words stay in either case.
 * @param element an `img`, or a `figure` around one
 * @param pictures content hashes by the `src` that names them
 */
export function figureBlocks(element: HtmlElement, pictures: ReadonlyMap<string, string>): Block[] {
  const image = element.tagName === 'img' ? element : elementsNamed(element, 'img')[0]
  if (!image) return []
  const source = attribute(image, 'src')
  const alt = oneLine(attribute(image, 'alt'))
  const { caption, credit } = wordsOf(element, image)
  const media = pictures.get(source)
  if (media === undefined)
    return [...linkTo(source, alt), ...paragraphOf([caption, credit].filter(Boolean).join(' '))]
  const long = caption.length > 20_000
  const figure: Block = {
    type: 'figure',
    attrs: {
      media,
      alt: cutText(alt, 20_000),
      decorative: image.attrs.some(({ name, value }) => name === 'alt' && value === ''),
      caption: long ? '' : caption,
      credit: cutText(credit, 2000),
      width: widths.find((width) => hasClass(element, width)) ?? 'text',
    },
  }
  return long ? [figure, ...paragraphOf(caption)] : [figure]
}

/** The widths that Galley's own pages give a figure as a class. */
const widths = ['wide', 'half'] as const

/** A figure's words, or the title that Markdown gives a picture; a `credit` at their end stands apart. */
function wordsOf(element: HtmlElement, image: HtmlElement): { caption: string; credit: string } {
  if (element === image) return { caption: oneLine(attribute(image, 'title')), credit: '' }
  const words = oneLine(textOf(element))
  const source = elementsNamed(element, 'span').find((span) => hasClass(span, 'credit'))
  const credit = source ? oneLine(textOf(source)) : ''
  if (credit === '' || !words.endsWith(credit)) return { caption: words, credit: '' }
  return { caption: words.slice(0, words.length - credit.length).trim(), credit }
}

const paragraphOf = (text: string): Block[] =>
  text === '' ? [] : [{ type: 'paragraph', content: [{ type: 'text', text }] }]

function linkTo(source: string, alt: string): Block[] {
  const href = safeAddress(source)
  if (href === null || !isWebAddress(href)) return []
  const text = alt || nameIn(href)
  return [
    { type: 'paragraph', content: [{ type: 'text', text, marks: [{ type: 'link', attrs: { href } }] }] },
  ]
}

/** The last part of an address's path, or the address itself. */
const nameIn = (href: string): string => new URL(href).pathname.split('/').at(-1) || href

/** A player or frame from elsewhere as a card that links there; nothing, when it has no web address. */
export function embedBlocks(element: HtmlElement): Block[] {
  const sources = [element, ...elementsNamed(element, 'source')].map((one) =>
    safeAddress(attribute(one, 'src')),
  )
  const url = sources.find((source) => source !== null && isWebAddress(source))
  const title = cutText(oneLine(attribute(element, 'title')), 2000)
  return url ? [{ type: 'embedCard', attrs: { url, title } }] : []
}
