import type { Anchor } from './anchor'
import { carryPassage, type Stretch } from './carry-passage'
import { flatField, offsetOf, type Standing } from './flat-text'
import { enoughLetters, movedWords } from './moved-words'
import type { TextChange } from './text-change'
import { unitsOf } from './word-change'

/** Beyond so many places, words are too common to be told apart. */
const mostPlaces = 500

/**
 * Where words that are looked for came in with a change, or came between words of theirs; not where both stood all
 * along. They are found as they were, where enough letters of them and of what is around them agree; or else at least
 * half of them, in their order.
 */
export const findAgain = (anchor: Anchor, change: TextChange): Stretch | null =>
  findExactly(anchor, change) ?? findAlike(anchor, change)

/** Of several places the one whose surroundings are most like the anchor’s. */
function findExactly({ quote, before, after }: Anchor, change: TextChange): Stretch | null {
  const { text } = change.after
  // A point between two letters is found by those on either side of it.
  const sought = quote === '' ? before + after : quote
  const lead = quote === '' ? before.length : 0
  if (sought.trim() === '') return null
  const needed = Math.min(enoughLetters, quote.length + before.length + after.length)
  let best: Stretch | null = null
  let bestAlike = needed - 1
  let at = text.indexOf(sought)
  for (let place = 0; at >= 0 && place < mostPlaces; place += 1) {
    const end = at + sought.length
    const [alikeBefore, alikeAfter] =
      quote === '' ? [0, 0] : [likeBefore(before, text, at), likeAfter(after, text, end)]
    const alike = alikeBefore + sought.length + alikeAfter
    if (alike > bestAlike && !stoodThere(change, at - alikeBefore, end + alikeAfter)) {
      bestAlike = alike
      best = quote === '' ? { from: at + lead, to: at + lead } : { from: at, to: end }
    }
    at = text.indexOf(sought, at + 1)
  }
  return best
}

/** Where at least half of a passage came in with a change, in its order, though not as it was. */
function findAlike({ quote }: Anchor, { after, came }: TextChange): Stretch | null {
  const before = flatField(quote)
  const stayed = movedWords(unitsOf(before.lines), came)
  const found = carryPassage({ from: 0, to: quote.length }, { before, after, stayed, swapped: [] })
  return found && found.share >= 0.5 ? found.stretch : null
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
  let bestAlike = Math.min(enoughLetters, before.length + after.length) - 1
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
