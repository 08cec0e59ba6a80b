import { align, type Likeness } from '../comparison/align'
import type { FlatText, Line, Standing } from './flat-text'
import type { Stayed, Unit } from './moved-words'
import { changedText, type WordsChanged } from './suggested-changes'
import { Findings, unitsOf, type Swapped } from './word-change'

/** What became of a flat text: which letters stayed and where they are now, in the order of `from`. */
export interface TextChange {
  before: FlatText
  after: FlatText
  stayed: readonly Stayed[]
  swapped: readonly Swapped[]
  /** Words that are new in the text, in its order. */
  came: readonly Unit[]
  /** Nodes of the text before that are still there, each with what it is now. */
  nodes: ReadonlyMap<Standing, Standing>
}

/** Compares two flat texts: by lines first, then, where lines differ, by words; what moved is found. */
export function changeBetween(before: FlatText, after: FlatText): TextChange {
  const found = new Findings()
  let head = 0
  const shortest = Math.min(before.lines.length, after.lines.length)
  while (head < shortest && before.lines[head]?.text === after.lines[head]?.text) head += 1
  let tail = 0
  const fromEnd = (lines: readonly Line[]): Line | undefined => lines[lines.length - 1 - tail]
  while (tail < shortest - head && fromEnd(before.lines)?.text === fromEnd(after.lines)?.text) tail += 1

  const pairUp = (from: number, to: number, shift: number): void => {
    for (const [index, line] of before.lines.slice(from, to).entries())
      found.stays(line, after.lines[from + index + shift])
  }
  pairUp(0, head, 0)
  const middle = [before, after].map(({ lines }) => lines.slice(head, lines.length - tail))
  compareLines(middle[0] ?? [], middle[1] ?? [], found)
  pairUp(before.lines.length - tail, before.lines.length, after.lines.length - before.lines.length)
  return { before, after, ...found.all(), nodes: pairNodes(before.nodes, after.nodes) }
}

/**
 * A change that is known letter by letter, in the order of the text; null where that is not how the one text became
 * the other.
 */
export function knownChange(
  before: FlatText,
  after: FlatText,
  changes: readonly WordsChanged[],
): TextChange | null {
  if (changedText(before.text, changes) !== after.text) return null
  const stayed: Stayed[] = []
  const swapped: Swapped[] = []
  const came: Unit[] = []
  let [at, now] = [0, 0]
  for (const { from, to, text } of changes) {
    if (at < from) stayed.push({ from: at, to: from, at: now })
    const start = now + from - at
    if (from < to && text !== '') swapped.push({ from, to, at: start, until: start + text.length })
    came.push(...unitsOf([{ text, at: 0, start }]))
    at = to
    now = start + text.length
  }
  if (at < before.text.length) stayed.push({ from: at, to: before.text.length, at: now })
  return { before, after, stayed, swapped, came, nodes: pairNodes(before.nodes, after.nodes) }
}

const lineLikeness: Likeness<Line> = {
  key: ({ text }) => text,
  movable: ({ text }) => /[\p{L}\p{N}]/u.test(text),
}

function compareLines(before: readonly Line[], after: readonly Line[], found: Findings): void {
  const was: Line[] = []
  const is: Line[] = []
  const flush = (): void => {
    found.lines(was.splice(0), is.splice(0))
  }
  for (const step of align(before, after, lineLikeness)) {
    switch (step.kind) {
      case 'same':
        flush()
        found.stays(step.before, step.after)
        break
      case 'removed':
        was.push(step.before)
        break
      case 'added':
        is.push(step.after)
        break
      case 'moved-here': {
        const from = before[step.from]
        if (from) found.stays(from, step.after, true)
        break
      }
      case 'changed':
      case 'moved-away':
        break
    }
  }
  flush()
}

const identityOf = ({ attrs }: Standing): unknown => attrs.media ?? attrs.article ?? attrs.url

/** A picture is itself wherever it stands; any other node, or another picture, takes its place between the same words. */
const nodeLikeness: Likeness<Standing> = {
  key: ({ key }) => key,
  likeness(before, after) {
    if (before.type !== after.type) return 0
    if (identityOf(before) !== undefined && identityOf(before) === identityOf(after)) return 1
    const sameBefore = before.beside[0] === after.beside[0]
    const sameAfter = before.beside[1] === after.beside[1]
    return sameBefore || sameAfter ? 0.5 : 0
  },
  movable: () => true,
}

function pairNodes(before: readonly Standing[], after: readonly Standing[]): Map<Standing, Standing> {
  const pairs = new Map<Standing, Standing>()
  for (const step of align(before, after, nodeLikeness)) {
    if (step.kind === 'same' || step.kind === 'changed') pairs.set(step.before, step.after)
    const from = step.kind === 'moved-here' ? before[step.from] : undefined
    if (from && step.kind === 'moved-here') pairs.set(from, step.after)
  }
  return pairs
}
