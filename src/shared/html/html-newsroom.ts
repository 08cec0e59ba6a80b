import type { Block, Inline } from '../article/body'
import { cutText, oneLine } from './fit-headline'
import { elementsNamed, hasClass, isElement, textOf } from './html-tree'
import type { HtmlElement, HtmlNode } from './html-tree'

/** Pull quotes, fact boxes and galleries, known by the classes that Galley's own pages and Markdown give them. */

export const isPullQuote = (element: HtmlElement): boolean => hasClass(element, 'pull-quote')
export const isFactBox = (element: HtmlElement): boolean => hasClass(element, 'fact-box')
export const isGallery = (element: HtmlElement): boolean =>
  element.tagName === 'div' && hasClass(element, 'gallery')

/** The words of blocks as one line, a break between two blocks; blocks without words of their own are left out. */
export function lineOf(blocks: readonly Block[]): Inline[] {
  return blocks
    .map((block) => (block.type === 'paragraph' || block.type === 'heading' ? (block.content ?? []) : []))
    .filter((content) => content.length > 0)
    .flatMap((content, index) => (index === 0 ? content : [{ type: 'hardBreak' as const }, ...content]))
}

/** A pull quote; its `figcaption` says whose words they are. Whatever is more than words follows it. */
export function pullQuoteBlock(
  element: HtmlElement,
  inner: (nodes: readonly HtmlNode[]) => Block[],
): Block[] {
  const [source] = elementsNamed(element, 'figcaption')
  const attribution = source ? oneLine(textOf(source)) : ''
  const quote = elementsNamed(element, 'blockquote')[0] ?? element
  const blocks = inner(quote.childNodes)
  const content = lineOf(blocks)
  const others = blocks.filter(({ type }) => type !== 'paragraph' && type !== 'heading')
  if (content.length === 0 && attribution === '') return others
  const attrs = { attribution: cutText(attribution, 2000) }
  return [{ type: 'pullQuote', attrs, ...(content.length > 0 ? { content } : {}) }, ...others]
}

/** A fact box; a `fact-title` in it is its title. */
export function factBoxBlock(element: HtmlElement, inner: (nodes: readonly HtmlNode[]) => Block[]): Block[] {
  const title = element.childNodes.find((child) => isElement(child) && hasClass(child, 'fact-title'))
  const content = inner(element.childNodes.filter((child) => child !== title))
  const words = title && isElement(title) ? oneLine(textOf(title)) : ''
  if (content.length === 0 && words === '') return []
  return [
    {
      type: 'factBox',
      attrs: { title: cutText(words, 2000) },
      content: content.length > 0 ? content : [{ type: 'paragraph' }],
    },
  ]
}

/** A gallery of the figures among some blocks; whatever else there is follows it. */
export function galleryBlocks(blocks: readonly Block[]): Block[] {
  const figures = blocks.filter((block) => block.type === 'figure')
  const others = blocks.filter(({ type }) => type !== 'figure')
  return figures.length > 0 ? [{ type: 'gallery', content: figures }, ...others] : others
}
