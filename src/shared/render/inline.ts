import type { Inline, Mark } from '../article/body'
import { inlineText } from '../article/body-text'
import { linkAddress, type PageContext } from './context'
import { attributes, markup, joined, type Html } from './html'
import { printedAddress } from './printed-address'

/** Footnotes met so far: a page numbers them in reading order. */
export interface Notes {
  /** The number the next footnote gets. */
  next: number
  collected: Html[]
}

/** Outermost first, so that neighbours share as many elements as they can. */
const markOrder: Record<Mark['type'], number> = {
  link: 0,
  bold: 1,
  italic: 2,
  strike: 3,
  subscript: 4,
  superscript: 5,
}
const tags: Record<Exclude<Mark['type'], 'link'>, string> = {
  bold: 'strong',
  italic: 'em',
  strike: 's',
  subscript: 'sub',
  superscript: 'sup',
}

/** Inline content. A link that leads nowhere from this page becomes plain text. */
export function renderInline(
  content: readonly Inline[] | undefined,
  context: PageContext,
  notes: Notes,
): Html {
  const pieces: Html[] = []
  let open: readonly Mark[] = []
  const bare = withoutWords(content ?? [])
  for (const node of content ?? []) {
    const marks = effectiveMarks(node, context).filter(({ type }) => type !== 'link' || !bare.has(node))
    const shared = sharedMarks(open, marks)
    pieces.push(...open.slice(shared).reverse().map(closing), ...marks.slice(shared).map(opening))
    pieces.push(renderNode(node, context, notes))
    open = marks
  }
  pieces.push(...[...open].reverse().map(closing))
  return joined(pieces, '')
}

function renderNode(node: Inline, context: PageContext, notes: Notes): Html {
  switch (node.type) {
    case 'text':
      return markup`${node.text}`
    case 'hardBreak':
      return markup`<br>`
    case 'footnote': {
      const number = notes.next
      notes.next += 1
      notes.collected.push(renderNote(number, renderInline(node.content, context, notes), context))
      return renderNoteMark(number, context)
    }
  }
}

const renderNote = (number: number, text: Html, { words }: PageContext): Html =>
  markup`<li id="note-${number}">${text} <a class="note-back" href="#note-mark-${number}" aria-label="${words.backToText}">↩</a></li>`

const renderNoteMark = (number: number, { words }: PageContext): Html =>
  markup`<sup class="note-mark"><a href="#note-${number}" id="note-mark-${number}" aria-label="${words.note(number)}">${number}</a></sup>`

/** Marks in printing order, each once; a footnote's mark is a link itself and so cannot stand in one. */
function effectiveMarks(node: Inline, context: PageContext): Mark[] {
  const marks = (node.marks ?? [])
    .filter((mark, index, all) => all.findIndex((other) => other.type === mark.type) === index)
    .flatMap((mark): Mark[] => {
      if (mark.type !== 'link') return [mark]
      const address = node.type === 'footnote' ? null : linkAddress(mark.attrs.href, context)
      const href = address === null ? null : printedAddress(address)
      return href === null ? [] : [{ type: 'link', attrs: { href } }]
    })
  return marks.sort((a, b) => markOrder[a.type] - markOrder[b.type])
}

/** A footnote's mark is a link itself, and ends any other. */
const addressOf = (node: Inline): string | null => {
  const link = node.type === 'footnote' ? undefined : node.marks?.find(({ type }) => type === 'link')
  return link?.type === 'link' ? link.attrs.href : null
}

/** What is linked in a row without a word or sign to see: nobody could follow such a link, or be told of it. */
function withoutWords(content: readonly Inline[]): ReadonlySet<Inline> {
  const bare = new Set<Inline>()
  let row: Inline[] = []
  content.forEach((node, index) => {
    row.push(node)
    const next = content[index + 1]
    if (next && addressOf(next) === addressOf(node)) return
    if (inlineText(row).trim() === '') for (const one of row) bare.add(one)
    row = []
  })
  return bare
}

function sharedMarks(open: readonly Mark[], wanted: readonly Mark[]): number {
  const differs = wanted.findIndex((mark, index) => !isSameMark(mark, open[index]))
  return differs === -1 ? Math.min(wanted.length, open.length) : differs
}

const isSameMark = (mark: Mark, other: Mark | undefined): boolean =>
  mark.type === other?.type &&
  (mark.type !== 'link' || (other.type === 'link' && mark.attrs.href === other.attrs.href))

function opening(mark: Mark): Html {
  if (mark.type !== 'link') return markup`<${tags[mark.type]}>`
  const { href } = mark.attrs
  const link = attributes({ href, rel: /^https?:/i.test(href) ? 'noopener' : null })
  return markup`<a${link}>`
}

const closing = (mark: Mark): Html => markup`</${mark.type === 'link' ? 'a' : tags[mark.type]}>`
