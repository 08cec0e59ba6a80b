import type { Anchor } from './anchor'
import { carryPassage, type Stretch } from './carry-passage'
import { flatField, offsetOf, type Line, type Standing } from './flat-text'
import type { TextChange } from './text-change'
import { compareWords, Findings } from './word-change'

/** So many letters, of the words and of those around them, have to agree before a passage counts as found again. */
const enough = 16
/** Beyond so many places, words are too common to be told apart. */
const mostPlaces = 500

/**
 * Where words that are looked for came in with a change: not where they stood all along. Of several places the one
 * whose surroundings are most like the anchor’s.
 */
export function findAgain({ quote, before, after }: Anchor, change: TextChange): Stretch | null {
  const { text } = change.after
  // A point between two letters is found by those on either side of it.
  const sought = quote === '' ? before + after : quote
  const lead = quote === '' ? before.length : 0
  if (sought.trim() === '') return null
  const needed = Math.min(enough, quote.length + before.length + after.length)
  let best: Stretch | null = null
  let bestAlike = needed - 1
  let at = text.indexOf(sought)
  for (let place = 0; at >= 0 && place < mostPlaces; place += 1) {
    const end = at + sought.length
    if (!stoodThere(change, at, end)) {
      const alike =
        sought.length + (lead > 0 ? 0 : likeBefore(before, text, at) + likeAfter(after, text, end))
      if (alike > bestAlike) {
        bestAlike = alike
        best = quote === '' ? { from: at + lead, to: at + lead } : { from: at, to: end }
      }
    }
    at = text.indexOf(sought, at + 1)
  }
  return best
}

/**
 * Where most words of a passage came in with a change, though not all or with others between them: of a paragraph that
 * was moved and edited, or that came back in an earlier form.
 */
export function findAlike({ quote }: Anchor, change: TextChange): Stretch | null {
  const sought = flatField(quote)
  let best: Stretch | null = null
  let bestShare = 0.5
  for (const lines of cameIn(change)) {
    const found = new Findings(true)
    compareWords(sought.lines, lines, found)
    const kept = { before: sought, after: change.after, ...found.sorted() }
    const carried = carryPassage({ from: 0, to: quote.length }, kept)
    if (!carried || carried.share < bestShare) continue
    if (stoodThere(change, carried.stretch.from, carried.stretch.to)) continue
    best = carried.stretch
    bestShare = carried.share
  }
  return best
}

const stretches = new WeakMap<TextChange, Line[][]>()

/** Lines that are not what they were, those together that stand together. */
function cameIn(change: TextChange): Line[][] {
  const known = stretches.get(change)
  if (known) return known
  const found: Line[][] = []
  let goesOn = false
  for (const line of change.after.lines) {
    const isNew = line.text !== '' && !stoodThere(change, line.start, line.start + line.text.length)
    if (isNew && goesOn) found.at(-1)?.push(line)
    else if (isNew) found.push([line])
    goesOn = isNew
  }
  stretches.set(change, found)
  return found
}

/** Whether a stretch of the text now stood in the text before, letter by letter. */
const stoodThere = ({ stayed, swapped }: TextChange, from: number, to: number): boolean =>
  stayed.some((run) => run.at <= from && to <= run.at + run.to - run.from) &&
  !swapped.some((swap) => swap.at < to && swap.until > from)

/** The node among those that came in whose surroundings are the anchor’s. */
export function findNodeAgain({ before, after }: Anchor, change: TextChange): Standing | null {
  const paired = new Set(change.nodes.values())
  const { text } = change.after
  let best: Standing | null = null
  let bestAlike = Math.min(enough, before.length + after.length) - 1
  for (const node of change.after.nodes) {
    if (paired.has(node)) continue
    const at = offsetOf(change.after, node.at)
    const alike = likeBefore(before, text, at) + likeAfter(after, text, at)
    if (alike > bestAlike) [best, bestAlike] = [node, alike]
  }
  return best
}

function likeBefore(before: string, text: string, at: number): number {
  let alike = 0
  while (alike < before.length && before[before.length - 1 - alike] === text[at - 1 - alike]) alike += 1
  return alike
}

function likeAfter(after: string, text: string, at: number): number {
  let alike = 0
  while (alike < after.length && after[alike] === text[at + alike]) alike += 1
  return alike
}
