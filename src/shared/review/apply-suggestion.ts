import type { AnyNode } from '../article/body-text'
import type { Body } from '../article/body'
import type { Content } from '../article/content'
import type { FieldPlace, Place } from '../checking/places'
import { err, ok, type Result } from '../kernel/result'
import { anchorAt } from './anchor-at'
import { fieldText, flatBody, offsetOf, positionOf } from './flat-text'
import type { Suggestion } from './remarks'
import { changeNode, paragraphsIn, replaceRun } from './replace-run'
import { changedText, changesOf, shifted, type WordsChanged } from './suggested-changes'

/** Words that were changed in one text of an article: its body, a field, or what stands beside something in the body. */
export interface KnownEdit {
  place: Place
  /** Offsets in the text as it was: the flat body, the field, or the attribute. */
  changes: readonly WordsChanged[]
}

/** Content with a suggestion in it, and what was changed, letter by letter. */
interface Applied {
  content: Content
  edit: KnownEdit
}

type BodyPlace = Extract<Place, { in: 'body' }>

/**
 * Content with a suggestion accepted, or in a sentence why it cannot be. Only the words that it changes are touched;
 * what is new is set like the words around it.
 */
export function applySuggestion(
  content: Content,
  suggestion: Pick<Suggestion, 'anchor' | 'text' | 'changes'>,
): Result<Applied, string> {
  const { place, quote, gone } = suggestion.anchor
  if (place === null) return err('It is about the article as a whole, not about any words of it.')
  if (gone) return err('Its words are gone or were changed since.')
  if (anchorAt(content, place)?.quote !== quote) return err('Its words were changed since.')
  const isOneLine = place.in === 'field' || place.attribute !== null
  const changes = changesOf({ ...suggestion, text: suggestion.text.replaceAll('\r\n', '\n') }).map(
    (change) => ({ ...change, text: isOneLine ? change.text.replace(/\n/gu, ' ') : change.text }),
  )
  if (place.in === 'field') return inField(content, place, changes)
  if (place.attribute !== null) return inAttribute(content, place, changedText(quote, changes), changes)
  if (quote === '' && place.to > place.from) return err('A picture can be commented on, not rewritten.')
  return inText(content, place, changes)
}

function inField(
  content: Content,
  place: Extract<Place, { in: 'field' }>,
  inQuote: readonly WordsChanged[],
): Result<Applied, string> {
  const { field, from } = place
  const before = fieldText(content, field)
  if (before === null || from === undefined) return err('It is about a choice, not about any words.')
  const changes = shifted(inQuote, from)
  return ok({ content: withField(content, field, changedText(before, changes)), edit: { place, changes } })
}

function withField(content: Content, field: FieldPlace, text: string): Content {
  const [group, name] = field.split('.')
  if (name === undefined) return { ...content, [field]: text }
  return group === 'search'
    ? { ...content, search: { ...content.search, [name]: text } }
    : { ...content, thumbnail: content.thumbnail && { ...content.thumbnail, [name]: text } }
}

function inAttribute(
  content: Content,
  place: BodyPlace,
  text: string,
  changes: readonly WordsChanged[],
): Result<Applied, string> {
  const { attribute, from } = place
  const body = changeNode(content.body, -1, { from, to: from + 1 }, (node, at) =>
    at === from && attribute !== null && 'attrs' in node
      ? ({ ...node, attrs: { ...node.attrs, [attribute]: text } } as AnyNode)
      : null,
  )
  return body
    ? ok({ content: { ...content, body: body as Body }, edit: { place, changes } })
    : err('What it stands beside is gone.')
}

function inText(
  content: Content,
  place: BodyPlace,
  inQuote: readonly WordsChanged[],
): Result<Applied, string> {
  const flat = flatBody(content.body)
  const changes = shifted(inQuote, offsetOf(flat, place.from))
  let { body } = content
  // From the last to the first: so the places of those before stay as they are.
  for (const { from, to, text } of changes.toReversed()) {
    const replaced = replaceRun(body, { from: positionOf(flat, from), to: positionOf(flat, to) }, text)
    if (!replaced.ok) return replaced
    body = replaced.value
  }
  const made = changes.map((change) => ({ ...change, text: paragraphsIn(change.text).join('\n') }))
  return ok({ content: { ...content, body }, edit: { place, changes: made } })
}
