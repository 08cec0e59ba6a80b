import type { Block, Body } from '../article/body'
import type { Content } from '../article/content'
import {
  isTextBlock,
  placedBlocks,
  runningText,
  walkPlaced,
  writtenAttributes,
} from '../checking/body-places'
import type { AnyNode } from '../article/body-text'
import type { FieldPlace } from '../checking/places'
import { canonicalJson } from '../kernel/canonical-json'

/** One text block, or one field: its words, and where their first letter stands. */
export interface Line {
  text: string
  /** Its place in the article: the editor’s position in a body, 0 in a field. */
  at: number
  /** Its place in the flat text. */
  start: number
}

/** Something in a body that is no running text, or that carries texts beside it: a picture, a quotation’s speaker. */
export interface Standing {
  at: number
  type: string
  attrs: Record<string, unknown>
  /** Equal for nodes that say and show the same. */
  key: string
  /** The words just before and just after it: its neighbours’. */
  beside: [before: string, after: string]
}

/**
 * A body, or one field, as one row of letters: every line ends with a newline. Offsets count in `text`, positions in
 * the article.
 */
export interface FlatText {
  text: string
  lines: readonly Line[]
  nodes: readonly Standing[]
}

type Piece = { line: string; at: number } | { node: Omit<Standing, 'at' | 'beside'>; at: number }

/** Pieces of blocks that were looked at before: content is never changed in place. */
const known = new WeakMap<Block, Piece[]>()

function piecesOf(block: Block): Piece[] {
  const before = known.get(block)
  if (before) return before
  const pieces: Piece[] = []
  walkPlaced(block, 0, (node, at) => {
    if (stands(node)) pieces.push({ node: standingOf(node), at })
    if (isTextBlock(node)) pieces.push({ line: runningText(contentOf(node)), at: at + 1 })
  })
  known.set(block, pieces)
  return pieces
}

const plainNodes: readonly string[] = ['embedCard', 'relatedArticle', 'horizontalRule']
const stands = (node: AnyNode): boolean =>
  plainNodes.includes(node.type) || writtenAttributes(node).length > 0 || node.type === 'figure'

function standingOf(node: AnyNode): Omit<Standing, 'at' | 'beside'> {
  const attrs = 'attrs' in node ? (node.attrs as Record<string, unknown>) : {}
  const words = isTextBlock(node) ? runningText(contentOf(node)) : ''
  return { type: node.type, attrs, key: `${node.type} ${canonicalJson(attrs)} ${words}` }
}

const contentOf = (node: AnyNode): readonly AnyNode[] => ('content' in node && node.content) || []

/** A body as one row of letters. */
export function flatBody(body: Body): FlatText {
  const lines: Line[] = []
  const nodes: Standing[] = []
  const texts: string[] = []
  let start = 0
  let waiting: Standing[] = []
  for (const { block, at } of placedBlocks(body)) {
    for (const piece of piecesOf(block)) {
      if ('node' in piece) {
        const node: Standing = { ...piece.node, at: at + piece.at, beside: [lines.at(-1)?.text ?? '', ''] }
        nodes.push(node)
        waiting.push(node)
      } else {
        for (const node of waiting) node.beside[1] = piece.line
        waiting = []
        lines.push({ text: piece.line, at: at + piece.at, start })
        texts.push(piece.line, '\n')
        start += piece.line.length + 1
      }
    }
  }
  return { text: texts.join(''), lines, nodes }
}

/** One field as a row of letters. */
export const flatField = (text: string): FlatText => ({
  text: `${text}\n`,
  lines: [{ text, at: 0, start: 0 }],
  nodes: [],
})

/** The words of a field, or null for one that holds no running text or is not there. */
export function fieldText(content: Content, field: FieldPlace): string | null {
  const { thumbnail, search } = content
  switch (field) {
    case 'headline':
    case 'standfirst':
    case 'dateline':
      return content[field]
    case 'thumbnail.alt':
      return thumbnail?.alt ?? null
    case 'thumbnail.caption':
      return thumbnail?.caption ?? null
    case 'thumbnail.credit':
      return thumbnail?.credit ?? null
    case 'search.title':
      return search.title
    case 'search.description':
      return search.description
    case 'authors':
    case 'category':
    case 'tags':
    case 'slug':
    case 'thumbnail':
      return null
  }
}

/** Where a position of the article is in its flat text; one between two lines is where the next one begins. */
export function offsetOf({ lines, text }: FlatText, position: number): number {
  let index = lastAt(lines, ({ at }) => at <= position)
  // A footnote stands inside the line it belongs to, so the line before may be the one that is meant.
  for (let back = index; back >= 0; back -= 1) {
    const line = lines[back]
    if (line && position <= line.at + line.text.length) return line.start + position - line.at
    if (back < index - 50) break
  }
  index += 1
  return lines[index]?.start ?? text.length
}

/** The article's position of a place in its flat text. */
export function positionOf({ lines }: FlatText, offset: number): number {
  const line =
    lines[
      Math.max(
        0,
        lastAt(lines, ({ start }) => start <= offset),
      )
    ]
  return line ? line.at + Math.min(offset - line.start, line.text.length) : 0
}

/** The last of some sorted elements for which something holds; -1 when it holds for none. */
function lastAt<T>(sorted: readonly T[], holds: (element: T) => boolean): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    const element = sorted[middle]
    if (element !== undefined && holds(element)) low = middle + 1
    else high = middle
  }
  return low - 1
}
