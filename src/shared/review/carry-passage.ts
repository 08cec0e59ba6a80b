import { furthestApart, type Stayed } from './moved-words'
import type { TextChange } from './text-change'

export interface Stretch {
  from: number
  to: number
}
export type LettersKept = Pick<TextChange, 'before' | 'after' | 'stayed' | 'swapped'>

/** What is left of a passage in one stretch. */
interface Piece extends Stretch {
  letters: number
  /** Those of words that are there as they were. */
  whole: number
}

/** What counts of a passage: its letters and digits; its signs where it has none; its spaces where it is nothing else. */
function counterFor(passage: string): (text: string) => number {
  const kind = /[\p{L}\p{N}]/u.test(passage) ? /[\p{L}\p{N}]/gu : /\S/u.test(passage) ? /\S/gu : /\s/gu
  return (text) => text.match(kind)?.length ?? 0
}

/**
 * Where most of a passage stands in its order now, with what was written between its words or in place of some; null
 * where none of it is left. `share` is how much of it that is, in whole words.
 */
export function carryPassage(
  { from, to }: Stretch,
  change: LettersKept,
): { stretch: Stretch; share: number } | null {
  const passage = change.before.text.slice(from, to)
  const count = counterFor(passage)
  const pieces = change.stayed.flatMap((run): Piece[] => {
    const [start, end] = [Math.max(from, run.from), Math.min(to, run.to)]
    const letters = start < end ? count(change.before.text.slice(start, end)) : 0
    const shift = run.at - run.from
    const whole = run.touched ? 0 : letters
    return letters > 0 ? [{ from: start + shift, to: end + shift, letters, whole }] : []
  })
  const left = mostInOrder(pieces)
  if (!left) return null
  const stretch = withSwaps(left, { from, to }, change)
  return { stretch: trimmed(stretch, change, { from, to }), share: left.whole / count(passage) }
}

/** The row of pieces that holds the most letters while each stands after the one before it, and not far from it. */
function mostInOrder(pieces: readonly Piece[]): Piece | null {
  const rows: Piece[] = []
  let most: Piece | null = null
  for (const piece of pieces) {
    let row = piece
    for (const before of rows) {
      const apart = piece.from - before.to
      const letters = before.letters + piece.letters
      if (apart < 0 || apart > furthestApart || letters <= row.letters) continue
      row = { from: before.from, to: piece.to, letters, whole: before.whole + piece.whole }
    }
    rows.push(row)
    if (row.letters > (most?.letters ?? 0)) most = row
  }
  return most
}

/** A stretch with the words beside it that came in place of some of the passage. */
function withSwaps(stretch: Stretch, passage: Stretch, { swapped, after }: LettersKept): Stretch {
  const isBeside = (from: number, to: number): boolean =>
    from <= to && !/\S/u.test(after.text.slice(from, to))
  const own = swapped.filter(({ from, to }) => passage.from <= from && to <= passage.to)
  let { from, to } = stretch
  for (const swap of own) if (isBeside(to, swap.at)) to = swap.until
  for (const swap of own.toReversed()) if (isBeside(swap.until, from)) from = swap.at
  return { from, to }
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
export function nearestPoint(point: number, change: LettersKept): number {
  const carried = carryPoint(point, change)
  if (carried !== null) return carried
  const last = change.stayed.findLast(({ to, moved }) => to <= point && !moved)
  return last ? placeIn(last, last.to) : 0
}

const placeIn = (run: Stayed, point: number): number => run.at + point - run.from
