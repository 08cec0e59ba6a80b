import type { Block, Inline, ListItem } from '../article/body'
import { canonicalJson } from '../kernel/canonical-json'
import type { Likeness } from './align'
import { readableInlines } from './inlines'
import { sharedWords, wordCounts } from './words'

/** A block of a body, or an item of a list. */
export type BlockNode = Block | ListItem
export type TextBlock = Extract<Block, { type: 'paragraph' | 'heading' | 'pullQuote' }>
/** What holds other blocks, one under the other. */
export type Container =
  ListItem | Extract<Block, { type: 'bulletList' | 'orderedList' | 'blockquote' | 'factBox' | 'gallery' }>

export const isTextBlock = (node: BlockNode): node is TextBlock =>
  node.type === 'paragraph' || node.type === 'heading' || node.type === 'pullQuote'

const containers: readonly string[] = [
  'listItem',
  'bulletList',
  'orderedList',
  'blockquote',
  'factBox',
  'gallery',
]
export const isContainer = (node: BlockNode): node is Container => containers.includes(node.type)

/** Keys and words of blocks that were looked at before: the same object is never looked at twice. */
const known = new WeakMap<BlockNode, { key?: string; words?: Map<string, number> }>()
function factsOf(node: BlockNode): { key?: string; words?: Map<string, number> } {
  const facts = known.get(node) ?? {}
  known.set(node, facts)
  return facts
}

const wordsOf = (node: BlockNode): Map<string, number> =>
  (factsOf(node).words ??= wordCounts(wordsText(node)))

/** Everything of a block that is words. */
function wordsText(node: BlockNode | { type: string; content?: readonly unknown[] }): string {
  const attributes = 'attrs' in node && node.attrs ? Object.values(node.attrs) : []
  const own = attributes.filter((value) => typeof value === 'string')
  const content = 'content' in node ? (node.content ?? []) : []
  const inner = content.map((child) =>
    isInline(child) ? readableInlines([child]) : ` ${wordsText(child as BlockNode)}`,
  )
  return [...own, inner.join('')].join(' ')
}

const isInline = (child: unknown): child is Inline =>
  typeof child === 'object' &&
  child !== null &&
  'type' in child &&
  (child.type === 'text' || child.type === 'hardBreak' || child.type === 'footnote')

/** How blocks are recognised: texts by their words whatever their kind, anything else by its kind first. */
export const blockLikeness: Likeness<BlockNode> = {
  key: (node) => (factsOf(node).key ??= canonicalJson(node)),
  likeness(before, after) {
    const sameKind = before.type === after.type
    if (isTextBlock(before) && isTextBlock(after)) {
      return Math.max(sharedWords(wordsOf(before), wordsOf(after)), sameKind ? Number.MIN_VALUE : 0)
    }
    if (!sameKind) return 0
    // Two pictures in one place are one that was replaced, though they have no word in common.
    const least = isContainer(before) || before.type === 'table' ? Number.MIN_VALUE : 0.4
    return Math.max(sharedWords(wordsOf(before), wordsOf(after)), least)
  },
  movable: (node) => wordsOf(node).size > 0,
}
