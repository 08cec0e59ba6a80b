import type { Article } from '../article/article'
import type { Content } from '../article/content'
import type { FieldPlace, Place } from '../checking/places'
import { sharedWords, wordCounts } from '../comparison/words'
import type { Anchor } from './anchor'
import { contextOf, passageAnchor } from './anchor-at'
import { carryPassage, carryPoint, nearestPoint } from './carry-passage'
import { findAgain, findNodeAgain } from './find-again'
import { fieldText, flatBody, flatField, offsetOf, positionOf } from './flat-text'
import { changeBetween, knownChange, type TextChange } from './text-change'

/** One change that is known letter by letter, such as an accepted suggestion: what stood at `place` is `text` now. */
export interface KnownEdit {
  place: Place & { from: number; to: number }
  text: string
}

type BodyPlace = Extract<Place, { in: 'body' }>
/** What is said about an article and hangs on its words. */
export type Remarks = Pick<Article['review'], 'threads' | 'suggestions' | 'claims'>

/**
 * An anchor after a change of the article: it stays on its words as they are now, or says that none of them is left.
 * Words that were gone are found again when they come back.
 */
export const carryAnchor = (anchor: Anchor, before: Content, after: Content): Anchor =>
  carrierOf(before, after).carry(anchor)

/**
 * Everything said about an article after a change of it. A suggestion that waits for its answer is for its very words:
 * it counts as gone where one of them changed; an answered one is left as it was.
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
  const { carry } = carrierOf(before, after, edit ?? null)
  const carried = <T extends { anchor: Anchor }>(remark: T): T => ({
    ...remark,
    anchor: carry(remark.anchor),
  })
  return {
    ...review,
    threads: threads.map(carried),
    suggestions: suggestions.map((one) =>
      one.answer ? one : { ...one, anchor: exactly(one.anchor, carry(one.anchor)) },
    ),
    claims: claims.map(carried),
  }
}

/** The carried anchor of words that must not have changed. */
const exactly = (was: Anchor, now: Anchor): Anchor =>
  now.quote === was.quote
    ? now
    : { ...now, quote: was.quote, before: was.before, after: was.after, gone: true }

/** Carries anchors over one change; texts are compared when the first anchor in them is carried. */
function carrierOf(
  before: Content,
  after: Content,
  edit: KnownEdit | null = null,
): { carry: (anchor: Anchor) => Anchor } {
  let body: TextChange | null = null
  const changeOfBody = (): TextChange =>
    (body ??= changed(flatBody(before.body), flatBody(after.body), edit?.place.in === 'body' ? edit : null))
  const fields = new Map<FieldPlace, TextChange | null>()
  const changeOfField = (field: FieldPlace): TextChange | null => {
    const found = fields.get(field)
    if (found !== undefined) return found
    const [was, is] = [fieldText(before, field), fieldText(after, field)]
    const here = edit?.place.in === 'field' && edit.place.field === field ? edit : null
    const change =
      was === null && is === null ? null : changed(flatField(was ?? ''), flatField(is ?? ''), here)
    fields.set(field, change)
    return change
  }
  return {
    carry(anchor) {
      const { place } = anchor
      if (place === null) return anchor
      if (place.in === 'body') return carryInBody(anchor, place, changeOfBody())
      if (place.field.startsWith('thumbnail') && !after.thumbnail) return { ...anchor, gone: true }
      const change = changeOfField(place.field)
      const { from, to } = place
      if (!change || from === undefined || to === undefined) return { ...anchor, gone: false }
      return carryText(anchor, { from, to }, change, (run) => ({ in: 'field', field: place.field, ...run }))
    },
  }
}

function changed(
  before: TextChange['before'],
  after: TextChange['after'],
  edit: KnownEdit | null,
): TextChange {
  if (!edit || (edit.place.in === 'body' && edit.place.attribute !== null))
    return changeBetween(before, after)
  const [from, to] = [offsetOf(before, edit.place.from), offsetOf(before, edit.place.to)]
  return knownChange(before, after, { from, to, length: edit.text.length })
}

function carryInBody(anchor: Anchor, place: BodyPlace, change: TextChange): Anchor {
  const isNode = place.attribute !== null || (anchor.quote === '' && place.to === place.from + 1)
  if (isNode) return carryNode(anchor, place, change)
  const range = { from: offsetOf(change.before, place.from), to: offsetOf(change.before, place.to) }
  return carryText(anchor, range, change, ({ from, to }) => ({
    in: 'body',
    attribute: null,
    from: positionOf(change.after, from),
    to: positionOf(change.after, to),
  }))
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
