import type { TextChange } from './text-change'
import type { Stayed } from './word-change'

export interface Stretch {
  from: number
  to: number
}
export type LettersKept = Omit<TextChange, 'nodes'>

/** Letters of a passage that stand further apart now do not belong together any more. */
const furthestApart = 2000

/** What counts of a passage: its letters and digits; its signs where it has none; its spaces where it is nothing else. */
function counterFor(passage: string): (text: string) => number {
  const kind = /[\p{L}\p{N}]/u.test(passage) ? /[\p{L}\p{N}]/gu : /\S/u.test(passage) ? /\S/gu : /\s/gu
  return (text) => text.match(kind)?.length ?? 0
}

/**
 * Where the words of a passage stand now, with what was written between them or in place of some; null where none is
 * left. `share` is how much of them is, in whole words.
 */
export function carryPassage(
  { from, to }: Stretch,
  change: LettersKept,
): { stretch: Stretch; share: number } | null {
  const parts = partsOf({ from, to }, change)
  const most = parts.toSorted((one, other) => other.letters - one.letters)[0]
  if (!most || most.letters === 0) return null
  const stretch = { from: most.from, to: most.to }
  for (const swap of change.swapped) {
    const within = from <= swap.from && swap.to <= to
    const near = swap.at <= stretch.to + furthestApart && swap.until >= stretch.from - furthestApart
    if (most.group !== 0 || !within || !near) continue
    stretch.from = Math.min(stretch.from, swap.at)
    stretch.to = Math.max(stretch.to, swap.until)
  }
  const passage = change.before.text.slice(from, to)
  const share = most.whole / Math.max(1, counterFor(passage)(passage))
  return { stretch: trimmed(stretch, change, { from, to }), share }
}

/** What is left of a passage, in parts that stand together. */
function partsOf({ from, to }: Stretch, { stayed, before }: LettersKept): (Stretch & PartFacts)[] {
  const parts: (Stretch & PartFacts)[] = []
  const countLetters = counterFor(before.text.slice(from, to))
  for (const run of stayed) {
    if (run.to <= from || run.from >= to) continue
    const [start, end] = [Math.max(from, run.from), Math.min(to, run.to)]
    const now = { from: run.at + start - run.from, to: run.at + end - run.from }
    const letters = countLetters(before.text.slice(start, end))
    const whole = run.touched ? 0 : letters
    const part = parts.findLast(({ group }) => group === run.group)
    if (part && now.from >= part.to && now.from - part.to <= furthestApart) {
      part.to = now.to
      part.letters += letters
      part.whole += whole
    } else parts.push({ ...now, group: run.group, letters, whole })
  }
  return parts.filter(({ letters }) => letters > 0)
}

interface PartFacts {
  group: number
  letters: number
  /** Letters of words that are there as they were. */
  whole: number
}

/** Without white space at its ends, unless the passage had it there. */
function trimmed({ from, to }: Stretch, change: LettersKept, was: Stretch): Stretch {
  const isSpace = (text: string, at: number): boolean => /\s/u.test(text.charAt(at))
  const { text } = change.after
  let [start, end] = [from, to]
  if (!isSpace(change.before.text, was.from)) while (start < end && isSpace(text, start)) start += 1
  if (!isSpace(change.before.text, was.to - 1)) while (end > start && isSpace(text, end - 1)) end -= 1
  return { from: start, to: end }
}

/** Where a point between two letters is now; null where both of them went. */
export function carryPoint(point: number, { stayed, before }: LettersKept): number | null {
  const left = stayed.find((run) => run.from < point && point <= run.to)
  const right = stayed.find((run) => run.from <= point && point < run.to)
  const beginsLine = point === 0 || before.text[point - 1] === '\n'
  const run = beginsLine ? (right ?? left) : (left ?? right)
  return run ? placeIn(run, point) : null
}

/** The point now that is nearest to where one was. */
export function nearestPoint(point: number, change: TextChange): number {
  const carried = carryPoint(point, change)
  if (carried !== null) return carried
  const last = change.stayed.findLast(({ to, group }) => to <= point && group === 0)
  return last ? placeIn(last, last.to) : 0
}

const placeIn = (run: Stayed, point: number): number => run.at + point - run.from
