import { diffArrays } from 'diff'
import { align, type Likeness } from '../comparison/align'
import { wordUnits } from '../comparison/words'
import type { FlatText, Line, Standing } from './flat-text'

/** Letters that stayed. Offsets in the flat texts before and after. */
export interface Stayed {
  from: number
  to: number
  /** Where they begin now. */
  at: number
  /** Letters of one group are still in their order; each moved line is a group of its own. */
  group: number
}

/** Words that others took the place of. */
export interface Swapped {
  from: number
  to: number
  at: number
  until: number
}

/** What became of a flat text: which letters stayed and where they are now. Both lists are in the order of `from`. */
export interface TextChange {
  before: FlatText
  after: FlatText
  stayed: readonly Stayed[]
  swapped: readonly Swapped[]
  /** Nodes of the text before that are still there, each with what it is now. */
  nodes: ReadonlyMap<Standing, Standing>
}

/** Beyond so many words that came and went, a stretch was written anew. */
const mostEdits = 2500

/** Compares two flat texts: by lines first, then, where lines differ, by words; moved lines are found. */
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
      found.stays(line, after.lines[from + index + shift], 0)
  }
  pairUp(0, head, 0)
  const middle = [before, after].map(({ lines }) => lines.slice(head, lines.length - tail))
  compareLines(middle[0] ?? [], middle[1] ?? [], found)
  pairUp(before.lines.length - tail, before.lines.length, after.lines.length - before.lines.length)
  return { before, after, ...found.sorted(), nodes: pairNodes(before.nodes, after.nodes) }
}

/** A change that is known letter by letter: `from` to `to` became so many letters. */
export function knownChange(
  before: FlatText,
  after: FlatText,
  { from, to, length }: { from: number; to: number; length: number },
): TextChange {
  const until = from + length
  const stayed = [
    { from: 0, to: from, at: 0, group: 0 },
    { from: to, to: before.text.length, at: until, group: 0 },
  ].filter((run) => run.from < run.to)
  const swapped = from < to && length > 0 ? [{ from, to, at: from, until }] : []
  const nodes = new Map(
    before.nodes.flatMap((node, index): [Standing, Standing][] => {
      const now = after.nodes[index]
      return now ? [[node, now]] : []
    }),
  )
  return { before, after, stayed, swapped, nodes }
}

/** Collects what stayed and what was swapped, joining what goes on. */
class Findings {
  private readonly stayed: Stayed[] = []
  private readonly swapped: Swapped[] = []

  /** A whole line, with its end. */
  stays(line: Line, now: Line | undefined, group: number): void {
    if (now) this.letters(line.start, line.start + line.text.length + 1, now.start, group)
  }

  letters(from: number, to: number, at: number, group: number): void {
    if (from === to) return
    const last = this.stayed.at(-1)
    const goesOn = last?.group === group && last.to === from && last.at + last.to - last.from === at
    if (last && goesOn) last.to = to
    else this.stayed.push({ from, to, at, group })
  }

  swaps(swap: Swapped): void {
    this.swapped.push(swap)
  }

  sorted(): Pick<TextChange, 'stayed' | 'swapped'> {
    const byFrom = (one: { from: number }, other: { from: number }): number => one.from - other.from
    return { stayed: this.stayed.toSorted(byFrom), swapped: this.swapped.toSorted(byFrom) }
  }
}

const lineLikeness: Likeness<Line> = {
  key: ({ text }) => text,
  movable: ({ text }) => /[\p{L}\p{N}]/u.test(text),
}

function compareLines(before: readonly Line[], after: readonly Line[], found: Findings): void {
  const was: Line[] = []
  const is: Line[] = []
  const flush = (): void => {
    compareWords(unitsOf(was.splice(0)), unitsOf(is.splice(0)), found)
  }
  let group = 0
  for (const step of align(before, after, lineLikeness)) {
    switch (step.kind) {
      case 'same':
        flush()
        found.stays(step.before, step.after, 0)
        break
      case 'removed':
        was.push(step.before)
        break
      case 'added':
        is.push(step.after)
        break
      case 'moved-here': {
        const from = before[step.from]
        if (from) found.stays(from, step.after, (group += 1))
        break
      }
      case 'changed':
      case 'moved-away':
        break
    }
  }
  flush()
}

interface Unit {
  text: string
  at: number
}

/** The words of some lines, with the ends of those, each with its place in the flat text. */
function unitsOf(lines: readonly Line[]): Unit[] {
  return lines.flatMap(({ text, start }) => {
    let at = start
    return [...wordUnits(text), '\n'].map((unit) => {
      const placed = { text: unit, at }
      at += unit.length
      return placed
    })
  })
}

function compareWords(before: readonly Unit[], after: readonly Unit[], found: Findings): void {
  if (before.length === 0 || after.length === 0) return
  const parts = diffArrays(
    before.map(({ text }) => text),
    after.map(({ text }) => text),
    { maxEditLength: mostEdits },
  ) as ReturnType<typeof diffArrays<string>> | undefined
  if (!parts) return
  let [left, right] = [0, 0]
  let went: readonly Unit[] = []
  let came: readonly Unit[] = []
  const settle = (): void => {
    swapWords(went, came, found)
    went = []
    came = []
  }
  for (const { added, removed, value } of parts) {
    if (removed) went = before.slice(left, left + value.length)
    else if (added) came = after.slice(right, right + value.length)
    else {
      settle()
      for (let index = 0; index < value.length; index += 1) {
        const [was, is] = [before[left + index], after[right + index]]
        if (was && is) found.letters(was.at, was.at + was.text.length, is.at, 0)
      }
    }
    if (!added) left += value.length
    if (!removed) right += value.length
  }
  settle()
}

/** Words and those in their place: a word that was only touched, or cut in two, keeps its first and last letters. */
function swapWords(went: readonly Unit[], came: readonly Unit[], found: Findings): void {
  const [was, is] = [went[0], came[0]]
  if (!was || !is) return
  const [old, now] = [joined(went), joined(came)]
  const swap = { from: was.at, to: endOf(went), at: is.at, until: endOf(came) }
  found.swaps(swap)
  // A line that moved away, or here, may have stood between them.
  if (swap.to - swap.from !== old.length || swap.until - swap.at !== now.length) return
  const shorter = Math.min(old.length, now.length)
  let head = 0
  while (head < shorter && old[head] === now[head]) head += 1
  let tail = 0
  while (tail < shorter - head && old[old.length - 1 - tail] === now[now.length - 1 - tail]) tail += 1
  if ((head + tail) * 2 < shorter) return
  found.letters(was.at, was.at + head, is.at, 0)
  found.letters(was.at + old.length - tail, was.at + old.length, is.at + now.length - tail, 0)
}

const endOf = (units: readonly Unit[]): number => {
  const last = units.at(-1)
  return last ? last.at + last.text.length : 0
}
const joined = (units: readonly Unit[]): string => units.map(({ text }) => text).join('')

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
