import { diffArrays } from 'diff'
import { wordUnits } from '../comparison/words'

/** A stretch of a text that becomes other words. Where `from` is `to`, words come in between. */
export interface WordsChanged {
  from: number
  to: number
  text: string
}

/** What a suggestion is for, as far as its words go. */
interface Proposed {
  anchor: { quote: string }
  text: string
  /** Known where it was carried over another one: comparing again might pair other words of the same name. */
  changes?: WordsChanged[] | undefined
}

/** Words and signs; the end of a line is never part of the white space beside it. */
const unitsOf = (text: string): string[] => text.split(/(\n+)/u).flatMap(wordUnits)

/** The fewest words that a suggestion changes in its quote, in their order. None touches the next. */
export function changesOf({ anchor: { quote }, text, changes }: Proposed): readonly WordsChanged[] {
  if (changes) return changes
  if (quote === '' || text === '') return [{ from: 0, to: quote.length, text }]
  const found: WordsChanged[] = []
  let at = 0
  for (const { added, removed, value } of diffArrays(unitsOf(quote), unitsOf(text))) {
    const words = value.join('')
    const last = found.at(-1)
    const open = last?.to === at ? last : { from: at, to: at, text: '' }
    if ((added || removed) && open !== last) found.push(open)
    if (added) open.text += words
    else at += words.length
    if (removed) open.to = at
  }
  return found
}

/** A text with changes in it. */
export const changedText = (text: string, changes: readonly WordsChanged[]): string =>
  changes
    .toReversed()
    .reduce((now, { from, to, text: put }) => now.slice(0, from) + put + now.slice(to), text)

/** A text’s changes as they stand in a text around it, or the other way round. */
export const shifted = (changes: readonly WordsChanged[], by: number): WordsChanged[] =>
  changes.map(({ from, to, text }) => ({ from: from + by, to: to + by, text }))

const isSame = (one: WordsChanged, other: WordsChanged): boolean =>
  one.from === other.from && one.to === other.to && one.text === other.text

/** Whether two changes are about the same words, or put words into the same place. */
function meet(one: WordsChanged, other: WordsChanged): boolean {
  if (one.from === other.from && one.to === other.to) return true
  return one.from < other.to && other.from < one.to
}

/** A suggestion after others were made to the text around it: where it stands, and what it is still for. */
interface Rebased {
  from: number
  to: number
  /** Offsets in the text as it is now. None: all it was for is done. */
  changes: WordsChanged[]
}

/**
 * A stretch of a text with what is to change in it, over changes that were made: what was done already is left out.
 * Null where both change the same words differently.
 * @param made in the order of the text, as `wanted`
 */
export function rebase(
  { from, to, changes: wanted }: Rebased,
  made: readonly WordsChanged[],
): Rebased | null {
  const left = wanted.filter((change) => !made.some((other) => isSame(change, other)))
  if (left.some((change) => made.some((other) => meet(change, other)))) return null
  /** How far a point is moved by what was changed before it. */
  const movedBy = (point: number, isBefore: (change: WordsChanged) => boolean): number =>
    made.filter(isBefore).reduce((sum, change) => sum + change.text.length - (change.to - change.from), point)
  const start = (point: number): number => movedBy(point, (change) => change.to <= point)
  const end = (point: number): number => movedBy(point, (change) => change.to <= point && change.from < point)
  const first = made.find((change) => change.from < from && from < change.to)?.to ?? from
  const last = made.find((change) => change.from < to && to < change.to)?.from ?? to
  const changes = left.map((change) => {
    const begins = start(change.from)
    return { ...change, from: begins, to: begins + change.to - change.from }
  })
  const stretch = { from: start(first), to: from === to ? start(first) : end(last) }
  return { ...stretch, changes }
}
