import type { Place } from '../checking/places'
import type { Anchor } from './anchor'
import { passageAnchor } from './anchor-at'
import type { Suggestion } from './remarks'
import { changedText, changesOf, rebase, shifted, type WordsChanged } from './suggested-changes'
import type { TextChange } from './text-change'

/** Where a suggestion stands in a flat text, and the place that a stretch of the text now is. */
interface Standing {
  from: number
  to: number
  placeOf: (run: { from: number; to: number }) => Place
}

/**
 * A suggestion over words that were changed around those that it is for, which it is still for: what was done already
 * is left out of it. Null where its own words were changed differently.
 * @param made what was changed in the text, in its order
 */
export function carryOverWords(
  suggestion: Suggestion,
  { from, to, placeOf }: Standing,
  { after }: Pick<TextChange, 'after'>,
  made: readonly WordsChanged[],
): Suggestion | null {
  const carried = rebase({ from, to, changes: shifted(changesOf(suggestion), from) }, made)
  if (!carried) return null
  const anchor = passageAnchor(after, carried.from, carried.to, placeOf(carried))
  return proposing(suggestion, anchor, shifted(carried.changes, -carried.from))
}

/** The same for a text that stands beside something in the body. */
export function carryBeside(
  suggestion: Suggestion,
  now: Anchor,
  made: readonly WordsChanged[],
): Suggestion | null {
  const { quote } = suggestion.anchor
  const carried = rebase({ from: 0, to: quote.length, changes: [...changesOf(suggestion)] }, made)
  return carried && proposing(suggestion, { ...now, gone: false }, carried.changes)
}

function proposing(suggestion: Suggestion, anchor: Anchor, changes: WordsChanged[]): Suggestion {
  const text = changedText(anchor.quote, changes)
  const isAsItWas = anchor.quote === suggestion.anchor.quote && text === suggestion.text
  return isAsItWas ? { ...suggestion, anchor } : { ...suggestion, anchor, text, changes }
}

/** What was changed in a text, in its order. Words that moved went from where they were and came where they are. */
export function changesBetween({ before, after, stayed }: TextChange): WordsChanged[] {
  const made: WordsChanged[] = []
  let [at, now] = [0, 0]
  const end = { from: before.text.length, to: before.text.length, at: after.text.length }
  for (const run of [...stayed.filter(({ moved, touched }) => !moved && !touched), end]) {
    if (run.from < at || run.at < now) continue
    if (run.from > at || run.at > now)
      made.push({ from: at, to: run.from, text: after.text.slice(now, run.at) })
    at = run.to
    now = run.at + run.to - run.from
  }
  return made
}
