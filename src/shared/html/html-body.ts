import { maximumDepth, type Block, type Mark } from '../article/body'
import { startBlocks, type BlockWriter } from './block-writer'
import { listBlock } from './html-lists'
import { marksWithin } from './html-marks'
import {
  factBoxBlock,
  galleryBlocks,
  isFactBox,
  isGallery,
  isPullQuote,
  lineOf,
  pullQuoteBlock,
} from './html-newsroom'
import { embedBlocks, figureBlocks } from './html-pictures'
import { tableBlocks } from './html-tables'
import { elementsNamed, isBlock, isElement, isHidden, isText, isUnread, textOf } from './html-tree'
import type { HtmlElement, HtmlNode } from './html-tree'
import type { Warnings } from './warnings'

export interface HtmlReading {
  /** Kept pictures' hashes by the `src` that names them. */
  pictures: ReadonlyMap<string, string>
  /** Elements that were used elsewhere, such as the heading that became the headline. */
  used: ReadonlySet<HtmlNode>
  warnings: Warnings
  /** Whether spaces stay as they are written, as in Markdown. */
  keepsSpaces?: boolean
}

/** Reads nodes into blocks of their own, with the levels that are left to them. */
type ReadInner = (nodes: readonly HtmlNode[], levels: number) => Block[]

/** What surrounds the nodes being read. */
interface Place {
  marks: readonly Mark[]
  preformatted: boolean
  /** How many blocks may still stand in one another here, a footnote's words included. */
  levels: number
  /** How many elements this one stands in. */
  depth: number
}

/** Elements beyond this depth are read as their words alone: the stack must not depend on the file. */
const deepest = 300
const headingLevels: Record<string, 2 | 3> = { h1: 2, h2: 2, h3: 3, h4: 3, h5: 3, h6: 3 }
/** The levels each kind of block needs: itself, its parts, a paragraph and a footnote's words. */
const needs = { quote: 3, list: 4, table: 5, factBox: 3, gallery: 3 }

/** HTML nodes as a body's blocks: always within the body's schema, with every word in its order. */
export function blocksFromHtml(nodes: readonly HtmlNode[], reading: HtmlReading): Block[] {
  const writer = startBlocks(reading.keepsSpaces)
  readNodes(nodes, writer, { marks: [], preformatted: false, levels: maximumDepth - 1, depth: 0 }, reading)
  return writer.blocks()
}

function readNodes(
  nodes: readonly HtmlNode[],
  writer: BlockWriter,
  place: Place,
  reading: HtmlReading,
): void {
  for (const node of nodes) {
    if (isText(node)) writer.text(node.value, place.marks, place.preformatted)
    else if (!isElement(node) || reading.used.has(node)) continue
    else if (place.depth > deepest) writer.text(` ${textOf(node)} `, place.marks)
    else readElement(node, writer, place, reading)
  }
}

function readElement(element: HtmlElement, writer: BlockWriter, place: Place, reading: HtmlReading): void {
  if (isHidden(element)) return
  const { warnings } = reading
  const within: Place = {
    ...place,
    marks: marksWithin(element, place.marks, warnings),
    depth: place.depth + 1,
  }
  const inner: ReadInner = (nodes, levels) => {
    const own = startBlocks(reading.keepsSpaces)
    readNodes(nodes, own, { ...within, levels }, reading)
    return own.blocks()
  }
  const inline = (): void => readNodes(element.childNodes, writer, within, reading)
  const apart = (): void => {
    writer.endLine()
    inline()
    writer.endLine()
  }
  /** A block that holds blocks, or its content alone where blocks stand too deep already. */
  const container = (levels: number, make: () => readonly Block[]): void => {
    if (place.levels >= levels) return writer.add(...make())
    warnings.add('Blocks stood too deep in one another: the innermost now follow one another.')
    apart()
  }

  switch (element.tagName) {
    case 'br':
      return writer.lineBreak()
    case 'hr':
      return writer.add({ type: 'horizontalRule' })
    case 'img':
      return writer.add(...figureBlocks(element, reading.pictures))
    case 'iframe':
    case 'embed':
    case 'video':
    case 'audio':
      return writer.add(...embedBlocks(element))
    case 'ul':
    case 'ol':
    case 'menu':
    case 'dir':
      return container(needs.list, () => listBlock(element, (nodes) => inner(nodes, place.levels - 2)))
    case 'blockquote':
      if (isPullQuote(element)) break
      return container(needs.quote, () => {
        const content = inner(element.childNodes, place.levels - 1)
        return content.length > 0 ? [{ type: 'blockquote', content }] : []
      })
    case 'table':
      return container(needs.table, () => tableBlocks(element, (nodes) => inner(nodes, place.levels - 3)))
    case 'figure':
      if (isPullQuote(element) || elementsNamed(element, 'img').length !== 1) break
      if (elementsNamed(element, 'table', 'blockquote', 'pre', 'ul', 'ol').length > 0) break
      return writer.add(...figureBlocks(element, reading.pictures))
    case 'pre':
    case 'listing':
    case 'xmp':
    case 'plaintext':
      writer.endLine()
      readNodes(element.childNodes, writer, { ...within, preformatted: true }, reading)
      return writer.endLine()
    case 'q':
      writer.text('“', within.marks)
      inline()
      return writer.text('”', within.marks)
    case 'dt':
      writer.endLine()
      readNodes(
        element.childNodes,
        writer,
        { ...within, marks: [...within.marks, { type: 'bold' }] },
        reading,
      )
      return writer.endLine()
  }
  if (isUnread(element)) return
  const level = Object.hasOwn(headingLevels, element.tagName) ? headingLevels[element.tagName] : undefined
  if (level !== undefined) {
    writer.endLine()
    inline()
    return writer.endLine(level)
  }
  if (element.attrs.some(({ name }) => name === 'data-footnote') && place.levels >= 2) {
    return writer.footnote(lineOf(inner(element.childNodes, 1)))
  }
  if (isPullQuote(element)) return writer.add(...pullQuoteBlock(element, (nodes) => inner(nodes, 2)))
  if (isGallery(element)) {
    return container(needs.gallery, () => galleryBlocks(inner(element.childNodes, place.levels - 1)))
  }
  if (isFactBox(element)) {
    return container(needs.factBox, () => factBoxBlock(element, (nodes) => inner(nodes, place.levels - 1)))
  }
  return isBlock(element) ? apart() : inline()
}
