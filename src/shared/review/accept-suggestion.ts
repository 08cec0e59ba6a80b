import type { Content } from '../article/content'
import { ok, type Result } from '../kernel/result'
import { applySuggestion } from './apply-suggestion'
import { carryRemarks, type Remarks } from './carry-anchors'
import type { Suggestion } from './remarks'

type Answer = NonNullable<Suggestion['answer']>

/** An article with a suggestion accepted, and which ones were: those that asked for the very same along with it. */
interface Accepted<R extends Remarks> {
  content: Content
  review: R
  accepted: Suggestion[]
}

/**
 * Accepts a suggestion. Every other open one goes along as far as it changes other words; one that changes the same
 * words differently stays with its quote, its words gone `against` this one. In a sentence why it cannot be accepted.
 */
export function acceptSuggestion<R extends Remarks>(
  content: Content,
  review: R,
  suggestion: Suggestion,
  answer: Answer,
): Result<Accepted<R>, string> {
  const applied = applySuggestion(content, suggestion)
  if (!applied.ok) return applied
  const carried = carryRemarks(review, content, applied.value.content, applied.value.edit)
  const accepted: Suggestion[] = []
  const suggestions = carried.suggestions.map((now, index): Suggestion => {
    const was = review.suggestions[index]
    if (!was) return now
    if (was.id === suggestion.id || (!was.answer && isDone(now))) {
      accepted.push(was)
      // Its words gave way to those it asked for: they are found when they come back.
      return { ...was, anchor: { ...was.anchor, place: now.anchor.place, gone: true }, answer }
    }
    const isLost = now.anchor.gone && !was.anchor.gone && !was.answer
    return isLost ? { ...now, against: suggestion.id } : now
  })
  return ok({ content: applied.value.content, review: { ...carried, suggestions }, accepted })
}

const isDone = ({ anchor, changes }: Suggestion): boolean => !anchor.gone && changes?.length === 0

/** What a suggestion whose words are gone is against, in words; null where it is against none. */
export function contradiction(
  { anchor, against }: Suggestion,
  suggestions: readonly Suggestion[],
  nameOf: (person: string) => string,
): string | null {
  const other = anchor.gone ? suggestions.find(({ id }) => id === against) : undefined
  if (!other) return null
  const words = other.text === '' ? `without ‘${other.anchor.quote}’` : `‘${other.text}’`
  return `It contradicts what was accepted (by ${nameOf(other.by)}: ${words}).`
}
