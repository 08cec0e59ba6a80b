import type { Block } from '../article/body'
import {
  blockLikeness,
  isContainer,
  isTextBlock,
  type BlockNode,
  type Container,
  type TextBlock,
} from './block-likeness'
import { chosenItems, mergeSequence, type SequenceRules, type Slot } from './merge-sequence'
import { mergeRecord, mergeValue, settled, type Merged } from './merge-value'
import { joinSentences, sentenceLikeness, sentencesOf, type Sentence } from './sentences'

type Figure = Extract<Block, { type: 'figure' }>

/** Merges two versions of some blocks. Each block of each slot is one that a body takes, whatever is chosen. */
export function mergeBlocks(
  base: readonly Block[],
  mine: readonly Block[],
  theirs: readonly Block[],
): Slot<Block>[] {
  // Blocks are merged with blocks of their own kind, so that no list item comes out where none went in.
  return mergeSequence<BlockNode>(base, mine, theirs, blockRules) as Slot<Block>[]
}

const blockRules: SequenceRules<BlockNode> = { ...blockLikeness, merge: mergeBlock }

type Nodes = readonly BlockNode[]
/** A block without what it holds: its kind and its attributes. */
type Shape = Omit<BlockNode, 'content'>

function mergeBlock(base: BlockNode, mine: BlockNode, theirs: BlockNode): Merged<Nodes> {
  if (isTextBlock(base) && isTextBlock(mine) && isTextBlock(theirs)) return mergeTexts(base, mine, theirs)
  if (isContainer(base) && isContainer(mine) && isContainer(theirs)) {
    return mergeContainers(base, mine, theirs)
  }
  if (base.type === 'figure' && mine.type === 'figure' && theirs.type === 'figure') {
    return mergeFigures(base, mine, theirs)
  }
  return oneOrOther([mine], [theirs])
}

/** Sentence by sentence. A sentence that both changed is to be chosen: a mixture of the two is nobody's. */
function mergeTexts(base: TextBlock, mine: TextBlock, theirs: TextBlock): Merged<Nodes> {
  const sentences = mergeSequence<Sentence>(
    sentencesOf(base.content ?? []),
    sentencesOf(mine.content ?? []),
    sentencesOf(theirs.content ?? []),
    { ...sentenceLikeness, merge: (_base, ours, others) => oneOrOther([ours], [others]) },
  )
  return combine(mergeShapes(base, mine, theirs), sentences, (shape, chosen) => {
    const content = joinSentences(chosen)
    return [(content.length > 0 ? { ...shape, content } : shape) as BlockNode]
  })
}

/** Block by block. What nothing is left in goes with what it held. */
function mergeContainers(base: Container, mine: Container, theirs: Container): Merged<Nodes> {
  const items = mergeSequence<BlockNode>(base.content, mine.content, theirs.content, blockRules)
  return combine(mergeShapes(base, mine, theirs), items, (shape, content) =>
    content.length > 0 ? [{ ...shape, content } as BlockNode] : [],
  )
}

function mergeFigures(base: Figure, mine: Figure, theirs: Figure): Merged<Nodes> {
  const pictures = new Set([base.attrs.media, mine.attrs.media, theirs.attrs.media])
  // What is said of a picture belongs to that picture.
  if (pictures.size > 1) return oneOrOther([mine], [theirs])
  const attrs = mergeRecord(base.attrs, mine.attrs, theirs.attrs)
  const [ours, others] = [
    { ...mine, attrs: attrs.mine },
    { ...theirs, attrs: attrs.theirs },
  ]
  return attrs.conflict ? oneOrOther([ours], [others]) : settled([ours])
}

const oneOrOther = <T>(mine: readonly T[], theirs: readonly T[]): Merged<readonly T[]> => ({
  conflict: true,
  mine,
  theirs,
  both: [...mine, ...theirs],
})

const mergeShapes = (...versions: [BlockNode, BlockNode, BlockNode]): Merged<Shape> => {
  const [base, mine, theirs] = versions.map(shapeOf) as [Shape, Shape, Shape]
  return mergeValue(base, mine, theirs)
}

function shapeOf(node: BlockNode): Shape {
  const { content: _held, ...shape } = { content: undefined, ...node }
  return shape
}

/** A block of a merged shape and merged contents, for each choice. */
function combine<Part>(
  shape: Merged<Shape>,
  parts: readonly Slot<Part>[],
  build: (shape: Shape, parts: readonly Part[]) => Nodes,
): Merged<Nodes> {
  const mine = build(shape.mine, chosenItems(parts, 'mine'))
  const theirs = build(shape.theirs, chosenItems(parts, 'theirs'))
  const both = shape.conflict ? [...mine, ...theirs] : build(shape.mine, chosenItems(parts, 'both'))
  return { conflict: shape.conflict || parts.some((slot) => slot.conflict), mine, theirs, both }
}
