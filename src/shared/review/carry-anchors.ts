import type { Article } from '../article/article'
import type { Content } from '../article/content'
import type { FieldPlace, Place } from '../checking/places'
import { sharedWords, wordCounts } from '../comparison/words'
import type { Anchor } from './anchor'
import type { KnownEdit } from './apply-suggestion'
import { contextOf, passageAnchor } from './anchor-at'
import { carryPassage, carryPoint, nearestPoint } from './carry-passage'
import { findAgain, findNodeAgain } from './find-again'
import { carryBeside, carryOverWords, changesBetween } from './carry-suggestion'
import { fieldText, flatBody, flatField, offsetOf, positionOf, type FlatText } from './flat-text'
import type { Suggestion } from './remarks'
import type { WordsChanged } from './suggested-changes'
import { changeBetween, knownChange, type TextChange } from './text-change'

type BodyPlace = Extract<Place, { in: 'body' }>
/** What is said about an article and hangs on its words. */
export type Remarks = Pick<Article['review'], 'threads' | 'suggestions' | 'claims'>

/**
 * An anchor after a change of the article: it stays on its words as they are now, or says that none of them is left.
 * Words that were gone are found again when they come back.
 */
export const carryAnchor = (anchor: Anchor, before: Content, after: Content): Anchor =>
  carrierOf(before, after, null).carry(anchor)

/**
 * Everything said about an article after a change of it. A suggestion is for the words that it changes: it goes along
 * with what was changed around those, and counts as gone where one of them was changed.
 * @param edit the change, where it is known letter by letter
 */
export function carryRemarks<R extends Remarks>(
  review: R,
  before: Content,
  after: Content,
  edit?: KnownEdit | null,
): R {
  const { threads, suggestions, claims } = review
  if (threads.length + suggestions.length + claims.length === 0) return review
  const { carry, suggestion } = carrierOf(before, after, edit ?? null)
  const carried = <T extends { anchor: Anchor }>(remark: T): T => ({
    ...remark,
    anchor: carry(remark.anchor),
  })
  return {
    ...review,
    threads: threads.map(carried),
    suggestions: suggestions.map(suggestion),
    claims: claims.map(carried),
  }
}

/** The carried anchor of words that must not have changed. */
const exactly = (was: Anchor, now: Anchor): Anchor =>
  now.quote === was.quote
    ? now
    : { ...now, quote: was.quote, before: was.before, after: was.after, gone: true }

interface Carrier {
  carry: (anchor: Anchor) => Anchor
  suggestion: (suggestion: Suggestion) => Suggestion
}

/** Carries anchors over one change; texts are compared when the first anchor in them is carried. */
function carrierOf(before: Content, after: Content, edit: KnownEdit | null): Carrier {
  const known = (place: Place): readonly WordsChanged[] | null =>
    edit && isSameText(edit.place, place) ? edit.changes : null
  let body: TextChange | null = null
  const changeOfBody = (place: BodyPlace): TextChange =>
    (body ??= changed(flatBody(before.body), flatBody(after.body), known({ ...place, attribute: null })))
  const fields = new Map<FieldPlace, TextChange | null>()
  const changeOfField = (place: Extract<Place, { in: 'field' }>): TextChange | null => {
    const found = fields.get(place.field)
    if (found !== undefined) return found
    const [was, is] = [fieldText(before, place.field), fieldText(after, place.field)]
    const change =
      was === null && is === null ? null : changed(flatField(was ?? ''), flatField(is ?? ''), known(place))
    fields.set(place.field, change)
    return change
  }
  const carry = (anchor: Anchor): Anchor => {
    const { place } = anchor
    if (place === null) return anchor
    if (place.in === 'body') return carryInBody(anchor, place, changeOfBody(place))
    if (place.field.startsWith('thumbnail') && !after.thumbnail) return { ...anchor, gone: true }
    const change = changeOfField(place)
    const { from, to } = place
    if (!change || from === undefined || to === undefined) return { ...anchor, gone: false }
    return carryText(anchor, { from, to }, change, inField(place.field))
  }
  /** A suggestion on its words where something else was changed around them; null where it is for none of its own. */
  const overWords = (one: Suggestion, place: Place, now: Anchor): Suggestion | null => {
    const made = known(place)
    if (place.in === 'body' && place.attribute !== null) return made && carryBeside(one, now, made)
    const change = place.in === 'body' ? changeOfBody(place) : changeOfField(place)
    const run = change && runOf(place, change.before)
    if (!run) return null
    const placeOf = place.in === 'body' ? inBody(change) : inField(place.field)
    return carryOverWords(one, { ...run, placeOf }, change, made ?? changesBetween(change))
  }
  return {
    carry,
    suggestion(one) {
      const { against: _settled, ...open } = one
      const { place, gone, quote } = one.anchor
      const now = carry(one.anchor)
      if (gone || place === null || (now.quote === quote && !known(place))) {
        const isBack = !gone || standsAlike(one.anchor, now)
        const anchor = isBack ? exactly(one.anchor, now) : lost(one.anchor, now)
        return anchor.gone ? { ...one, anchor } : { ...open, anchor }
      }
      const carried = overWords(one, place, now)
      const isDone = carried?.changes?.length === 0 && !known(place)
      return carried && !isDone ? carried : { ...one, anchor: lost(one.anchor, now) }
    },
  }
}

/** So many letters on either side have to be the same before a suggestion’s words count as back. */
const lettersBeside = 8
const standsAlike = (was: Anchor, now: Anchor): boolean =>
  now.before.slice(-lettersBeside) === was.before.slice(-lettersBeside) &&
  now.after.slice(0, lettersBeside) === was.after.slice(0, lettersBeside)

/** An anchor whose words are gone, where they stood. */
const lost = ({ quote, before, after }: Anchor, now: Anchor): Anchor => ({
  ...now,
  quote,
  before,
  after,
  gone: true,
})

/** Whether two places are in one text: the body, one field, or the same text beside the same thing. */
function isSameText(one: Place, other: Place): boolean {
  if (one.in === 'field' || other.in === 'field')
    return one.in === 'field' && other.in === 'field' && one.field === other.field
  if (one.attribute !== other.attribute) return false
  return one.attribute === null || one.from === other.from
}

function runOf(place: Place, flat: FlatText): Run | null {
  const { from, to } = place
  if (from === undefined || to === undefined) return null
  if (place.in === 'field') return { from, to }
  return { from: offsetOf(flat, from), to: offsetOf(flat, to) }
}

const inField =
  (field: FieldPlace) =>
  (run: Run): Place => ({ in: 'field', field, ...run })

const inBody =
  ({ after }: TextChange) =>
  ({ from, to }: Run): Place => ({
    in: 'body',
    attribute: null,
    from: positionOf(after, from),
    to: positionOf(after, to),
  })

const changed = (before: FlatText, after: FlatText, changes: readonly WordsChanged[] | null): TextChange =>
  (changes && knownChange(before, after, changes)) ?? changeBetween(before, after)

function carryInBody(anchor: Anchor, place: BodyPlace, change: TextChange): Anchor {
  const isNode = place.attribute !== null || (anchor.quote === '' && place.to === place.from + 1)
  if (isNode) return carryNode(anchor, place, change)
  const range = { from: offsetOf(change.before, place.from), to: offsetOf(change.before, place.to) }
  return carryText(anchor, range, change, inBody(change))
}

interface Run {
  from: number
  to: number
}

/** Carries a passage, or a point between letters; `placeOf` turns offsets of the text into places. */
function carryText(
  anchor: Anchor,
  { from, to }: Run,
  change: TextChange,
  placeOf: (run: Run) => Place,
): Anchor {
  const at = (run: Run): Anchor => passageAnchor(change.after, run.from, run.to, placeOf(run))
  const now = anchor.gone ? findAgain(anchor, change) : carryRun({ from, to }, anchor, change)
  if (now) return at(now)
  const point = nearestPoint(from, change)
  return { ...anchor, place: placeOf({ from: point, to: point }), gone: true }
}

/** Where a passage is now: on most of its words; where it was found anew; or on what is left of it in its place. */
function carryRun(run: Run, anchor: Anchor, change: TextChange): Run | null {
  if (anchor.quote === '') {
    const point = carryPoint(run.from, change)
    return point === null ? findAgain(anchor, change) : { from: point, to: point }
  }
  const carried = carryPassage(run, change)
  if (carried && carried.share >= 0.5) return carried.stretch
  const inPlace = { ...change, stayed: change.stayed.filter(({ moved }) => !moved) }
  return findAgain(anchor, change) ?? carryPassage(run, inPlace)?.stretch ?? null
}

/** Carries a picture, or a text that stands beside something: it goes with what it belongs to. */
function carryNode(anchor: Anchor, place: BodyPlace, change: TextChange): Anchor {
  // Where what it belonged to went, its place is only where that stood.
  const isAway = anchor.gone && (place.attribute === null || place.from === place.to)
  const was = isAway ? undefined : change.before.nodes.find(({ at }) => at === place.from)
  const kept = was && change.nodes.get(was)
  const node = kept ?? findNodeAgain(anchor, change)
  if (!node) {
    const from = positionOf(change.after, nearestPoint(offsetOf(change.before, place.from), change))
    const to = place.attribute === null ? from + 1 : from
    return { ...anchor, place: { ...place, from, to }, gone: true }
  }
  const here: BodyPlace = { ...place, from: node.at, to: node.at + 1 }
  const offset = offsetOf(change.after, node.at)
  const around = contextOf(change.after, offset, offset)
  if (place.attribute === null) return { place: here, quote: '', ...around, gone: false }
  const text = node.attrs[place.attribute]
  const words = typeof text === 'string' ? text : ''
  const isGone = anchor.quote !== '' && sharedWords(wordCounts(anchor.quote), wordCounts(words)) === 0
  return isGone
    ? { ...anchor, place: here, gone: true }
    : { place: here, quote: words.slice(0, 20_000), ...around, gone: false }
}
