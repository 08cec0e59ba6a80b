import type { Block, Body } from './body'
import { bodyLines, countPictures, walkBody } from './body-text'
import { countText, type Counts } from './counting'

/** What is counted of a block, once. */
interface BlockFacts extends Counts {
  lines: readonly string[]
  /** Paragraphs that hold words, wherever they stand. */
  paragraphs: number
  pictures: number
}

/** Facts of blocks that were counted before: content is never changed in place. */
const counted = new WeakMap<Block, BlockFacts>()

function factsOf(block: Block): BlockFacts {
  const known = counted.get(block)
  if (known) return known
  const alone: Body = { type: 'doc', content: [block] }
  const lines = bodyLines(alone)
  const facts = {
    ...countText(lines),
    lines,
    paragraphs: countParagraphs(block),
    pictures: countPictures(alone),
  }
  counted.set(block, facts)
  return facts
}

function countParagraphs(block: Block): number {
  let paragraphs = 0
  walkBody(block, (node) => {
    if (node.type === 'paragraph' && 'content' in node && (node.content ?? []).length > 0) paragraphs += 1
  })
  return paragraphs
}

/** The counts of a body. Blocks that were counted before, by identity, are not counted again. */
export function countBody({ content }: Body): BlockFacts {
  const all = content.map(factsOf)
  const sum = (count: (facts: BlockFacts) => number): number =>
    all.reduce((total, facts) => total + count(facts), 0)
  return {
    words: sum(({ words }) => words),
    characters: sum(({ characters }) => characters),
    paragraphs: sum(({ paragraphs }) => paragraphs),
    pictures: sum(({ pictures }) => pictures),
    lines: all.flatMap(({ lines }) => lines),
  }
}
