import type { Block, Body, Inline } from '../article/body'
import type { AnyNode } from '../article/body-text'

/**
 * Where things stand in a body. Positions are the editor’s (ProseMirror’s): the first block starts at 0, a letter is
 * one step, and so is going into a node, out of it, or past one that holds nothing.
 */

/** Texts that a block carries beside its content. */
export type WrittenAttribute = 'alt' | 'caption' | 'credit' | 'attribution' | 'title'

/** A text of a body: running text with the position of its first letter, or an attribute with its node’s position. */
export interface PlacedText {
  text: string
  at: number
  /** Null for running text. */
  attribute: WrittenAttribute | null
}

/** Stands in a text for what is no letter, one for each step, so that offsets in the text are positions too. */
const stand = '\ufffc'

const childrenOf = (node: AnyNode): readonly AnyNode[] => ('content' in node && node.content) || []
const atoms: ReadonlySet<string> = new Set([
  'figure',
  'embedCard',
  'relatedArticle',
  'horizontalRule',
  'hardBreak',
])

/** How many steps a node takes. */
export function stepsOf(node: AnyNode): number {
  if ('text' in node) return node.text.length
  if (atoms.has(node.type)) return 1
  return childrenOf(node).reduce((sum, child) => sum + stepsOf(child), 2)
}

/** Calls `visit` for a node and all below it with their positions, in reading order. */
export function walkPlaced(node: AnyNode, at: number, visit: (node: AnyNode, at: number) => void): void {
  visit(node, at)
  let inside = at + 1
  for (const child of childrenOf(node)) {
    walkPlaced(child, inside, visit)
    inside += stepsOf(child)
  }
}

/** Every top-level block with its position. */
export function placedBlocks({ content }: Body): { block: Block; at: number }[] {
  let at = 0
  return content.map((block) => {
    const placed = { block, at }
    at += stepsOf(block)
    return placed
  })
}

/** Every text of a body: running text, footnotes, and what blocks carry beside it. Empty ones are left out. */
export const bodyTexts = (body: Body): PlacedText[] =>
  placedBlocks(body).flatMap(({ block, at }) => textsOf(block).map((text) => ({ ...text, at: text.at + at })))

/** Texts of blocks that were looked at before: content is never changed in place. */
const known = new WeakMap<Block, PlacedText[]>()

function textsOf(block: Block): PlacedText[] {
  const before = known.get(block)
  if (before) return before
  const texts: PlacedText[] = []
  walkPlaced(block, 0, (node, at) => {
    texts.push(...attributeTexts(node, at))
    if (isTextBlock(node)) texts.push({ text: runningText(childrenOf(node)), at: at + 1, attribute: null })
  })
  const written = texts.filter(({ text }) => text !== '')
  known.set(block, written)
  return written
}

/** Whether a node’s own content is running text. */
export const isTextBlock = ({ type }: AnyNode): boolean =>
  ['paragraph', 'heading', 'pullQuote', 'footnote'].includes(type)

/** The running text of inline content, one character for each step. */
export const runningText = (content: readonly AnyNode[]): string =>
  (content as readonly Inline[])
    .map((node) =>
      node.type === 'text' ? node.text : node.type === 'hardBreak' ? '\n' : stand.repeat(stepsOf(node)),
    )
    .join('')

/** The texts that a node carries beside its content, by name. A decorative picture’s alt text is not read by anybody. */
export function writtenAttributes(node: AnyNode): readonly WrittenAttribute[] {
  switch (node.type) {
    case 'figure':
      return 'attrs' in node && node.attrs && 'decorative' in node.attrs && node.attrs.decorative
        ? ['caption', 'credit']
        : ['alt', 'caption', 'credit']
    case 'pullQuote':
      return ['attribution']
    case 'factBox':
    case 'embedCard':
      return ['title']
    default:
      return []
  }
}

function attributeTexts(node: AnyNode, at: number): PlacedText[] {
  const attrs = 'attrs' in node ? (node.attrs as Record<string, unknown>) : {}
  return writtenAttributes(node).map((attribute) => ({ text: String(attrs[attribute] ?? ''), at, attribute }))
}
