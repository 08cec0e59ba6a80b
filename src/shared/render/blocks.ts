import { inlineText, walkBody } from '../article/body-text'
import type { Block, Body } from '../article/body'
import { assertNever } from '../kernel/assert-never'
import type { PageContext } from './context'
import { renderEmbedCard, renderFigure, renderGallery, renderRelated } from './figures'
import { attributes, markup, joined, type Html } from './html'
import { renderInline, type Notes } from './inline'
import { renderTable } from './table'

/** The id of the page's body: its element children are exactly the blocks, in order, each followed by a newline. */
export const bodyElementId = 'body'
/** The id of the notes below the body; there is no such element while there are no notes. */
export const notesElementId = 'notes'

/**
 * A body's top-level blocks, each as exactly one element's HTML, empty paragraphs and unresolved references
 * included: the block at an index of the body is the child at that index of the page's body element.
 */
export function renderBlocks(body: Body, context: PageContext): string[] {
  const place = { next: 1, collected: [], headed: false }
  return body.content.map((block) => writeBlock(block, context, place).text)
}

/**
 * One top-level block, the same as `renderBlocks` gives.
 * @param firstNote the number of the first footnote in it: one more than there are in the blocks before it
 * @param headed whether a heading stands anywhere in the blocks before it
 */
export const renderBlock = (block: Block, context: PageContext, firstNote: number, headed = true): string =>
  writeBlock(block, context, { next: firstNote, collected: [], headed }).text

/** Where in a body a block is written: it counts the notes, and knows whether a heading came. */
interface Place extends Notes {
  headed: boolean
}

/** How many footnotes a block holds. */
export function countFootnotes(block: Block): number {
  let count = 0
  walkBody(block, (node) => {
    if (node.type === 'footnote') count += 1
  })
  return count
}

/** Whether a block is or holds a heading that is one. */
export function hasHeading(block: Block): boolean {
  let found = false
  walkBody(block, (node) => {
    if (node.type === 'heading' && hasWords(node)) found = true
  })
  return found
}

/** The notes below the body as one element's HTML; '' when there are none. */
export function renderNotes(body: Body, context: PageContext): string {
  const notes: Place = { next: 1, collected: [], headed: true }
  for (const block of body.content) if (countFootnotes(block) > 0) writeBlock(block, context, notes)
  return notes.collected.length === 0
    ? ''
    : markup`<section class="notes" id="${notesElementId}" aria-label="${context.words.notes}"><ol>${notes.collected}</ol></section>`
        .text
}

function writeBlock(block: Block, context: PageContext, notes: Place): Html {
  const write = (inner: Block): Html => writeBlock(inner, context, notes)
  const writeAll = (inner: readonly Block[]): Html => joined(inner.map(write), '')
  /** A single paragraph needs no element of its own inside an item or a cell. */
  const writeTight = (inner: readonly Block[]): Html => {
    const [only] = inner
    return inner.length === 1 && only?.type === 'paragraph'
      ? renderInline(only.content, context, notes)
      : writeAll(inner)
  }
  switch (block.type) {
    case 'paragraph':
      return markup`<p>${renderInline(block.content, context, notes)}</p>`
    case 'heading':
      return writeHeading(block, context, notes)
    case 'pullQuote':
      return writePullQuote(block, context, notes)
    case 'bulletList':
      return markup`<ul>${block.content.map((item) => markup`<li>${writeTight(item.content)}</li>`)}</ul>`
    case 'orderedList': {
      const start = block.attrs?.start ?? 1
      const items = block.content.map((item) => markup`<li>${writeTight(item.content)}</li>`)
      return markup`<ol${attributes({ start: start === 1 ? null : start })}>${items}</ol>`
    }
    case 'blockquote':
      return markup`<blockquote>${writeAll(block.content)}</blockquote>`
    case 'factBox':
      return writeFactBox(
        block.attrs.title || context.words.facts,
        block.attrs.title,
        writeAll(block.content),
      )
    case 'table':
      return renderTable(block, context.words.table, writeTight)
    case 'figure':
      return renderFigure(block, context)
    case 'gallery':
      return renderGallery(block, context)
    case 'embedCard':
      return renderEmbedCard(block)
    case 'relatedArticle':
      return renderRelated(block, context)
    case 'horizontalRule':
      return markup`<hr>`
    default:
      return assertNever(block)
  }
}

const startsQuoted = /^\s*["'“”„‟‘’‚«»‹›「『＂]/u

function writePullQuote(
  { attrs, content }: Extract<Block, { type: 'pullQuote' }>,
  context: PageContext,
  notes: Notes,
): Html {
  const words = markup`<blockquote><p>${renderInline(content, context, notes)}</p></blockquote>`
  const source = attrs.attribution && markup`<figcaption>${attrs.attribution}</figcaption>`
  // The stylesheet sets quotation marks around words that bring none.
  const manner = startsQuoted.test(inlineText(content)) ? 'pull-quote quoted' : 'pull-quote'
  return markup`<figure class="${manner}">${words}${source}</figure>`
}

function writeFactBox(name: string, title: string, facts: Html): Html {
  const seen = attributes({ class: 'fact-box', role: 'note', 'aria-label': name })
  return markup`<div${seen}>${title && markup`<p class="fact-title">${title}</p>`}${facts}</div>`
}

function hasWords(heading: Parameters<typeof walkBody>[0]): boolean {
  let found = false
  walkBody(heading, (node) => {
    if ('text' in node && node.text.trim() !== '') found = true
  })
  return found
}

/**
 * A heading without words would be announced as nothing, so it is no heading. The first one of a body is of the second
 * level whatever it was meant to be: an outline skips none.
 */
function writeHeading(block: Extract<Block, { type: 'heading' }>, context: PageContext, place: Place): Html {
  if (!hasWords(block)) return markup`<p>${renderInline(block.content, context, place)}</p>`
  const words = renderInline(block.content, context, place)
  const isSecond = block.attrs.level === 2 || !place.headed
  place.headed = true
  return isSecond ? markup`<h2>${words}</h2>` : markup`<h3>${words}</h3>`
}
