import type { Block, Body } from '../article/body'
import { placedBlocks } from '../checking/body-places'
import { align, type Step } from './align'
import { blockLikeness } from './block-likeness'
import { blockName, blockPictures, lineLikeness } from './block-lines'
import type { ComparedBlock, ComparedPictures } from './compare-bodies'
import { compareInlines, type TextRun } from './compare-text'
import { placedLines, type PlacedLine } from './placed-lines'
import type { Brought } from './who-brought'

/** A stretch of a line that is shown in one way. */
export interface ReadRun {
  kind: TextRun['kind']
  text: string
  /** What became of its formatting, or ''. */
  how: string
  /** Where it starts in its line as it is now; what went has no place. */
  from: number | null
  /** The version that brought it or took it away; 0 where none is known. */
  version: number
}

export interface ReadLine {
  label: string
  runs: ReadRun[]
  /** Of the line as it is now; null for a line that went. */
  placed: PlacedLine | null
}

/** A block of the text as it is read: all of it, with what changed. */
export interface ReadBlock {
  kind: ComparedBlock['kind'] | 'same'
  name: string
  /** Its kind, for its look: a heading reads as one. */
  type: Block['type']
  /** Its position in the body; null for what went. */
  at: number | null
  lines: ReadLine[]
  /** Those it shows now, and those it showed. */
  pictures: ComparedPictures
}

/**
 * All of a body with what changed since another, word by word.
 * @param came what each version brought, in letters of the readable body as it is now
 * @param went what each took away, in letters of the readable body as it was
 */
export function readBodies(
  before: Body,
  after: Body,
  { came, went }: { came: readonly Brought[]; went: readonly Brought[] },
): ReadBlock[] {
  const was = linesByBlock(before)
  const is = linesByBlock(after)
  return align<Block>(before.content, after.content, blockLikeness).map((step): ReadBlock => {
    const [old, now] = [oldOf(step), newOf(step)]
    const block = now ?? old
    if (!block) throw new Error('A step of a comparison names a block')
    const placed = now ? is.get(now) : undefined
    const kind = step.kind
    return {
      kind,
      name: blockName(block),
      type: block.type,
      at: placed?.at ?? null,
      lines: alignedLines(old ? was.get(old) : undefined, placed, kind).map(([one, other]) =>
        readLine(one, other, { came, went }),
      ),
      pictures: { before: old ? blockPictures(old) : [], after: now ? blockPictures(now) : [] },
    }
  })
}

const oldOf = (step: Step<Block>): Block | null => ('before' in step ? step.before : null)
const newOf = (step: Step<Block>): Block | null => ('after' in step ? step.after : null)

/** A line, and where it begins in the readable body. */
interface CountedLine extends PlacedLine {
  start: number
}
interface CountedBlock {
  at: number
  lines: CountedLine[]
}

function linesByBlock(body: Body): Map<Block, CountedBlock> {
  let start = 0
  return new Map(
    placedBlocks(body).map(({ block, at }) => {
      const lines = placedLines(block, at).map((line) => {
        const counted = { ...line, start }
        start += line.text.length + 1
        return counted
      })
      return [block, { at, lines }]
    }),
  )
}

type LinePair = [before: CountedLine | null, after: CountedLine | null]

/** What moved is shown whole in both places, and what stays is shown as it is. */
function alignedLines(
  before: CountedBlock | undefined,
  after: CountedBlock | undefined,
  kind: Step<Block>['kind'],
): LinePair[] {
  if (kind === 'same' || kind === 'moved-here') return (after?.lines ?? []).map((line) => [line, line])
  if (kind === 'moved-away') return (before?.lines ?? []).map((line) => [line, null])
  return align<CountedLine>(before?.lines ?? [], after?.lines ?? [], lineLikeness).map((step) => [
    'before' in step ? step.before : null,
    'after' in step ? step.after : null,
  ])
}

function readLine(
  before: CountedLine | null,
  after: CountedLine | null,
  { came, went }: { came: readonly Brought[]; went: readonly Brought[] },
): ReadLine {
  const runs: ReadRun[] = []
  let [was, is] = [before?.start ?? 0, after?.start ?? 0]
  const lineStart = is
  const compared = compareInlines(before?.content ?? [], after?.content ?? [])
  for (const run of compared) {
    const isGone = run.kind === 'removed'
    const start = isGone ? was : is
    const how = run.kind === 'restyled' ? run.how : ''
    const origins = isGone ? went : run.kind === 'added' ? came : []
    for (const part of partsOf(run.text, start, origins)) {
      const from = isGone ? null : part.from - lineStart
      runs.push({ kind: run.kind, text: part.text, how, from, version: part.version })
    }
    if (isGone) was += run.text.length
    else is += run.text.length
    if (run.kind === 'same' || run.kind === 'restyled') was += run.text.length
  }
  return { label: (after ?? before)?.label ?? '', runs, placed: after }
}

/** A run cut where another version's words begin. Spaces between go with the words before them. */
function partsOf(
  text: string,
  start: number,
  origins: readonly Brought[],
): { text: string; from: number; version: number }[] {
  const end = start + text.length
  const inside = origins.filter(({ from, to }) => from < end && to > start)
  const parts: { text: string; from: number; version: number }[] = []
  for (const { from, version } of inside.length > 0 ? inside : [{ from: start, version: 0 }]) {
    const last = parts.at(-1)
    const begins = last ? Math.max(from, start) : start
    if (last && last.version === version) continue
    if (last) last.text = text.slice(last.from - start, begins - start)
    parts.push({ text: text.slice(begins - start), from: begins, version })
  }
  return parts
}
