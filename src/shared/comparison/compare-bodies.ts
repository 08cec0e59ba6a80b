import type { Block, Body } from '../article/body'
import { align, type Step } from './align'
import { blockLikeness } from './block-likeness'
import { blockLines, blockName, blockPictures, lineLikeness, type Line } from './block-lines'
import { compareInlines, type TextRun } from './compare-text'

/** One part of a compared body, in reading order. */
export type ComparedPart = { kind: 'skipped'; blocks: number } | ComparedBlock

/** A block that differs. */
export interface ComparedBlock {
  kind: 'added' | 'removed' | 'changed' | 'moved-here' | 'moved-away'
  /** What it is called: `Paragraph`, `Figure`. */
  name: string
  /** What its lines do not show, in words. */
  note: string
  lines: ComparedLine[]
  /** Null where no picture came or went. */
  pictures: ComparedPictures | null
}

type ComparedLine = { kind: 'skipped'; lines: number } | { kind: 'line'; label: string; runs: TextRun[] }

/** Pictures that only one side shows, by their hashes. */
export interface ComparedPictures {
  before: string[]
  after: string[]
}

/** What differs between two bodies, block by block, and within a changed block word by word. */
export function compareBodies(before: Body, after: Body): ComparedPart[] {
  const parts: ComparedPart[] = []
  for (const step of align<Block>(before.content, after.content, blockLikeness)) {
    const last = parts.at(-1)
    if (step.kind !== 'same') parts.push(comparedBlock(step))
    else if (last?.kind === 'skipped') last.blocks += 1
    else parts.push({ kind: 'skipped', blocks: 1 })
  }
  return parts.some((part) => part.kind !== 'skipped') ? parts : []
}

function comparedBlock(step: Exclude<Step<Block>, { kind: 'same' }>): ComparedBlock {
  switch (step.kind) {
    case 'added':
      return wholeBlock(step.kind, step.after, '', { before: [], after: blockPictures(step.after) })
    case 'removed':
      return wholeBlock(step.kind, step.before, '', { before: blockPictures(step.before), after: [] })
    case 'moved-here':
      return wholeBlock(step.kind, step.after, 'Moved here, unchanged', null)
    case 'moved-away':
      return wholeBlock(step.kind, step.before, 'Moved from here', null)
    case 'changed':
      return changedBlock(step.before, step.after)
  }
}

function wholeBlock(
  kind: ComparedBlock['kind'],
  block: Block,
  note: string,
  pictures: ComparedPictures | null,
): ComparedBlock {
  const isEmpty = pictures === null || pictures.before.length + pictures.after.length === 0
  return {
    kind,
    name: blockName(block),
    note,
    lines: blockLines(block).map(({ label, content }) => ({
      kind: 'line',
      label,
      runs:
        kind === 'added'
          ? compareInlines([], content)
          : kind === 'removed'
            ? compareInlines(content, [])
            : compareInlines(content, content),
    })),
    pictures: isEmpty ? null : pictures,
  }
}

function changedBlock(before: Block, after: Block): ComparedBlock {
  const [was, is] = [blockPictures(before), blockPictures(after)]
  const pictures = {
    before: was.filter((hash) => !is.includes(hash)),
    after: is.filter((hash) => !was.includes(hash)),
  }
  const lines = compareLines(blockLines(before), blockLines(after))
  const hasPictures = pictures.before.length + pictures.after.length > 0
  const [oldName, name] = [blockName(before), blockName(after)]
  const sameWords = lines.every((line) => line.kind === 'skipped') && !hasPictures
  const note =
    oldName !== name
      ? `${oldName} became ${name.toLowerCase()}`
      : sameWords
        ? 'The same words in another form or order'
        : ''
  return { kind: 'changed', name, note, lines, pictures: hasPictures ? pictures : null }
}

function compareLines(before: readonly Line[], after: readonly Line[]): ComparedLine[] {
  const lines: ComparedLine[] = []
  for (const step of align(before, after, lineLikeness)) {
    const last = lines.at(-1)
    if (step.kind === 'same') {
      if (last?.kind === 'skipped') last.lines += 1
      else lines.push({ kind: 'skipped', lines: 1 })
    } else {
      const [was, is] = ['before' in step ? step.before : null, 'after' in step ? step.after : null]
      const runs = compareInlines(was?.content ?? [], is?.content ?? [])
      lines.push({ kind: 'line', label: (is ?? was)?.label ?? '', runs })
    }
  }
  return lines
}
