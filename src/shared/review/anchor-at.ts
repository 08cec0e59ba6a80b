import type { Content } from '../article/content'
import type { Place } from '../checking/places'
import { wholeArticle, type Anchor } from './anchor'
import { findAgain } from './find-again'
import { fieldText, flatBody, flatField, offsetOf, positionOf, type FlatText } from './flat-text'

/** How many letters around a passage are noted. */
const contextLength = 40
const longestQuote = 20_000

/** The letters just before and just after a stretch of a flat text. */
export const contextOf = (
  { text }: FlatText,
  from: number,
  to: number,
): Pick<Anchor, 'before' | 'after'> => ({
  before: text.slice(Math.max(0, from - contextLength), from),
  after: text.slice(to, to + contextLength),
})

/** The anchor of a passage of a flat text. */
export const passageAnchor = (flat: FlatText, from: number, to: number, place: Place): Anchor => ({
  place,
  quote: flat.text.slice(from, Math.min(to, from + longestQuote)),
  ...contextOf(flat, from, to),
  gone: false,
})

/** The anchor of a place in an article as it stands now; null where there is no such place. */
export function anchorAt(content: Content, place: Place | null): Anchor | null {
  if (place === null) return wholeArticle
  if (place.in === 'body') return anchorInBody(flatBody(content.body), place)
  if (place.field.startsWith('thumbnail') && !content.thumbnail) return null
  const text = fieldText(content, place.field)
  const { from, to } = place
  if (text === null || from === undefined || to === undefined) {
    return { ...wholeArticle, place: { in: 'field', field: place.field } }
  }
  return to > text.length || from > to ? null : passageAnchor(flatField(text), from, to, place)
}

function anchorInBody(flat: FlatText, place: Extract<Place, { in: 'body' }>): Anchor | null {
  const node = flat.nodes.find(({ at }) => at === place.from)
  const offset = offsetOf(flat, place.from)
  if (place.attribute !== null) {
    const text = node?.attrs[place.attribute]
    return typeof text !== 'string'
      ? null
      : { place, quote: text.slice(0, longestQuote), ...contextOf(flat, offset, offset), gone: false }
  }
  if (node && place.to === place.from + 1) {
    return { place, quote: '', ...contextOf(flat, offset, offset), gone: false }
  }
  const to = offsetOf(flat, place.to)
  return place.to < place.from ? null : passageAnchor(flat, offset, to, place)
}

/**
 * An anchor in an article as it stands now: where it says it is, or where its words are found by what stands around
 * them; null where they are not there.
 */
export function settleAnchor(content: Content, anchor: Anchor): Anchor | null {
  const { place, quote } = anchor
  const there = anchorAt(content, place)
  if (there?.quote === quote) return there
  const isText = place !== null && quote !== '' && (place.in === 'field' || place.attribute === null)
  if (!isText) return null
  const text = place.in === 'field' ? fieldText(content, place.field) : null
  const after = place.in === 'body' ? flatBody(content.body) : flatField(text ?? '')
  const nothing = { before: flatField(''), stayed: [], swapped: [], came: [], nodes: new Map() }
  const found = findAgain(anchor, { ...nothing, after })
  if (!found) return null
  const run = { from: positionOf(after, found.from), to: positionOf(after, found.to) }
  return passageAnchor(after, found.from, found.to, { ...place, ...run })
}
