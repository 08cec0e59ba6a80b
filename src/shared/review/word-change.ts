import { diffArrays } from 'diff'
import { wordUnits } from '../comparison/words'
import type { Line } from './flat-text'
import { movedWords, type Stayed, type Unit } from './moved-words'

/** Words that others took the place of. */
export interface Swapped {
  from: number
  to: number
  at: number
  until: number
}

/** Words that went from between others that stayed, and those that came there. */
interface Gap {
  went: readonly Unit[]
  came: readonly Unit[]
}

/** Beyond so many words that came and went, a stretch was written anew. */
const mostEdits = 2500

/** The words of some lines, with the ends of those. */
export function unitsOf(lines: readonly Line[]): Unit[] {
  return lines.flatMap(({ text, start }) => {
    let at = start
    return [...wordUnits(text), '\n'].map((unit) => {
      const placed = { text: unit, at }
      at += unit.length
      return placed
    })
  })
}

/** Collects what stayed of a text while it is gone through from its beginning to its end. */
export class Findings {
  private readonly stayed: Stayed[] = []
  private readonly gaps: Gap[] = []

  /** A whole line, with its end. */
  stays(line: Line, now: Line | undefined, moved = false): void {
    if (now) this.run({ from: line.start, to: line.start + line.text.length + 1, at: now.start, moved })
  }

  /** Lines that became others: compared word by word. */
  lines(linesBefore: readonly Line[], linesAfter: readonly Line[]): void {
    const [before, after] = [unitsOf(linesBefore), unitsOf(linesAfter)]
    const compared = diffArrays(
      before.map(({ text }) => text),
      after.map(({ text }) => text),
      { maxEditLength: mostEdits },
    ) as ReturnType<typeof diffArrays<string>> | undefined
    if (!compared) {
      this.gaps.push({ went: before, came: after })
      return
    }
    let [left, right] = [0, 0]
    let gap: Gap = { went: [], came: [] }
    for (const { added, removed, value } of compared) {
      if (removed) gap = { ...gap, went: before.slice(left, left + value.length) }
      else if (added) gap = { ...gap, came: after.slice(right, right + value.length) }
      else {
        this.gaps.push(gap)
        gap = { went: [], came: [] }
        this.units(before.slice(left, left + value.length), after.slice(right, right + value.length))
      }
      if (!added) left += value.length
      if (!removed) right += value.length
    }
    this.gaps.push(gap)
  }

  private units(before: readonly Unit[], after: readonly Unit[]): void {
    for (const [index, { text, at }] of before.entries()) {
      const now = after[index]
      if (now) this.run({ from: at, to: at + text.length, at: now.at, moved: false })
    }
  }

  /** Joins what goes on. */
  private run(run: Stayed): void {
    const last = this.stayed.at(-1)
    const goesOn =
      last?.moved === run.moved && last?.to === run.from && last.at + last.to - last.from === run.at
    if (last && goesOn) last.to = run.to
    else this.stayed.push(run)
  }

  /** All that stayed and was swapped, in the order of `from`; and the words that are new in the text, in theirs. */
  all(): { stayed: Stayed[]; swapped: Swapped[]; came: Unit[] } {
    const went = this.gaps.flatMap((gap) => gap.went)
    const came = this.gaps.flatMap((gap) => gap.came)
    const moved = movedWords(went, came)
    const isAway = coveredBy(moved.map(({ from, to }) => ({ from, to })))
    const isMoved = coveredBy(moved.map(({ from, to, at }) => ({ from: at, to: at + to - from })))
    const swaps = this.gaps.filter((gap) => !gap.went.some(isAway) && !gap.came.some(isMoved)).flatMap(swapOf)
    const byFrom = (one: { from: number }, other: { from: number }): number => one.from - other.from
    return {
      stayed: [...this.stayed, ...moved, ...swaps.flatMap(({ parts }) => parts)].toSorted(byFrom),
      swapped: swaps.map(({ swap }) => swap).toSorted(byFrom),
      came: came.filter((unit) => !isMoved(unit)),
    }
  }
}

function coveredBy(stretches: readonly { from: number; to: number }[]): (unit: Unit) => boolean {
  const starts = new Set<number>()
  for (const { from, to } of stretches) for (let at = from; at < to; at += 1) starts.add(at)
  return ({ at }) => starts.has(at)
}

/** Words and those in their place: a word that was only touched, or cut in two, keeps its first and last letters. */
function swapOf({ went, came }: Gap): { swap: Swapped; parts: Stayed[] }[] {
  const [was, is] = [went[0], came[0]]
  if (!was || !is) return []
  const [old, now] = [joined(went), joined(came)]
  const swap = { from: was.at, to: endOf(went), at: is.at, until: endOf(came) }
  // A line that moved away, or here, may have stood between them.
  if (swap.to - swap.from !== old.length || swap.until - swap.at !== now.length) return [{ swap, parts: [] }]
  const shorter = Math.min(old.length, now.length)
  let head = 0
  while (head < shorter && old[head] === now[head]) head += 1
  let tail = 0
  while (tail < shorter - head && old[old.length - 1 - tail] === now[now.length - 1 - tail]) tail += 1
  if ((head + tail) * 2 < shorter) return [{ swap, parts: [] }]
  const parts = [
    { from: was.at, to: was.at + head, at: is.at, touched: true },
    { from: swap.to - tail, to: swap.to, at: swap.until - tail, touched: true },
  ]
  return [{ swap, parts: parts.filter(({ from, to }) => from < to) }]
}

const endOf = (units: readonly Unit[]): number => {
  const last = units.at(-1)
  return last ? last.at + last.text.length : 0
}
const joined = (units: readonly Unit[]): string => units.map(({ text }) => text).join('')
