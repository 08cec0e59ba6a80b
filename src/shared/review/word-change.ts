import { diffArrays } from 'diff'
import { wordUnits } from '../comparison/words'
import type { Line } from './flat-text'

/** Letters that stayed. Offsets in the flat texts before and after. */
export interface Stayed {
  from: number
  to: number
  /** Where they begin now. */
  at: number
  /** Letters of one group are still in their order; each moved line is a group of its own. */
  group: number
  /** Whether they are only a part of a word, the rest of which was changed. */
  touched?: boolean
}

/** Words that others took the place of. */
export interface Swapped {
  from: number
  to: number
  at: number
  until: number
}

/** Beyond so many words that came and went, a stretch was written anew. */
const mostEdits = 2500

/** Collects what stayed and what was swapped, joining what goes on. */
export class Findings {
  private readonly stayed: Stayed[] = []
  private readonly swapped: Swapped[] = []

  /** @param wholeWords whether only words that are there letter by letter count */
  constructor(readonly wholeWords = false) {}

  /** A whole line, with its end. */
  stays(line: Line, now: Line | undefined, group: number): void {
    if (now) this.letters(line.start, line.start + line.text.length + 1, now.start, group)
  }

  letters(from: number, to: number, at: number, group: number): void {
    const last = this.stayed.at(-1)
    const goesOn = last?.group === group && last.to === from && last.at + last.to - last.from === at
    if (last && goesOn && !last.touched) last.to = to
    else this.stayed.push({ from, to, at, group })
  }

  partOfWord(from: number, to: number, at: number): void {
    if (from < to) this.stayed.push({ from, to, at, group: 0, touched: true })
  }

  swaps(swap: Swapped): void {
    this.swapped.push(swap)
  }

  sorted(): { stayed: Stayed[]; swapped: Swapped[] } {
    const byFrom = (one: { from: number }, other: { from: number }): number => one.from - other.from
    return { stayed: this.stayed.toSorted(byFrom), swapped: this.swapped.toSorted(byFrom) }
  }
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

/** Compares some lines with others word by word. */
export function compareWords(
  linesBefore: readonly Line[],
  linesAfter: readonly Line[],
  found: Findings,
): void {
  if (linesBefore.length === 0 || linesAfter.length === 0) return
  const [before, after] = [unitsOf(linesBefore), unitsOf(linesAfter)]
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
  if (!was || !is || found.wholeWords) return
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
  found.partOfWord(was.at, was.at + head, is.at)
  found.partOfWord(was.at + old.length - tail, was.at + old.length, is.at + now.length - tail)
}

const endOf = (units: readonly Unit[]): number => {
  const last = units.at(-1)
  return last ? last.at + last.text.length : 0
}
const joined = (units: readonly Unit[]): string => units.map(({ text }) => text).join('')
