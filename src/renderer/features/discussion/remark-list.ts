import type { Article } from '../../../shared/article/article'
import { inReadingOrder } from '../../../shared/checking/places'
import type { Anchor } from '../../../shared/review/anchor'
import type { Suggestion, Thread } from '../../../shared/review/remarks'

/** A conversation or a suggestion, as one list shows them. */
export type Remark = { kind: 'thread'; thread: Thread } | { kind: 'suggestion'; suggestion: Suggestion }
type Said = Pick<Article['review'], 'threads' | 'suggestions'>

export const anchorOf = (remark: Remark): Anchor =>
  remark.kind === 'thread' ? remark.thread.anchor : remark.suggestion.anchor
export const idOf = (remark: Remark): string =>
  remark.kind === 'thread' ? remark.thread.id : remark.suggestion.id
const isOpen = (remark: Remark): boolean =>
  remark.kind === 'thread'
    ? remark.thread.resolved === null
    : remark.suggestion.answer === null || isUndone(remark.suggestion)

/** Whether a suggestion was accepted and its words stand again as they were before. */
export const isUndone = ({ answer, anchor }: Suggestion): boolean =>
  answer?.kind === 'accepted' && !anchor.gone

/** Conversations and suggestions in the order of reading, those about the article as a whole first. */
export function remarksOf({ threads, suggestions }: Said, which: 'open' | 'all'): Remark[] {
  const all: Remark[] = [
    ...threads.map((thread): Remark => ({ kind: 'thread', thread })),
    ...suggestions.map((suggestion): Remark => ({ kind: 'suggestion', suggestion })),
  ]
  return all
    .filter((remark) => which === 'all' || isOpen(remark))
    .toSorted((one, other) => {
      const [first, second] = [anchorOf(one).place, anchorOf(other).place]
      if (!first || !second) return Number(first !== null) - Number(second !== null)
      return inReadingOrder(first, second)
    })
}

/** How many are to be dealt with. */
export const countOpen = (said: Said): number => remarksOf(said, 'open').length
