import { isWebAddress } from '../article/address'
import type { Content } from '../article/content'
import { sentenceEnds } from '../comparison/sentences'
import type { ErrorWith } from '../kernel/app-error'
import { hashOf } from '../kernel/hash'
import { err, ok, type Result } from '../kernel/result'
import type { Anchor } from './anchor'
import { fieldText, flatBody, offsetOf } from './flat-text'
import type { Claim, Source } from './remarks'

/** As many as an article takes. */
export const mostClaims = 2000

/** A source’s file is no larger, in bytes. */
export const mostSourceBytes = 25_000_000

/** What is wrong with a source as it was given, in words; null where nothing is. */
export const sourceFault = (source: Source): string | null =>
  source.kind === 'link' && !isWebAddress(source.address)
    ? `“${source.address}” is not a web address: it should begin with https://`
    : null

/** What a source is called on one line. */
export function sourceName(source: Source): string {
  switch (source.kind) {
    case 'link':
      return source.title || source.address
    case 'file':
      return source.name
    case 'on-record':
      return `${source.name}, on record ${source.date}`
  }
}

/** The hash of the sentences that an anchor stands in, as they read now; null where its words are gone. */
export function sentenceHash(content: Content, { place, quote, gone }: Anchor): string | null {
  if (place === null || gone) return null
  if (place.in === 'body') {
    if (place.attribute !== null) return hashOf(quote)
    const flat = flatBody(content.body)
    return hashOf(sentencesAround(flat.text, offsetOf(flat, place.from), offsetOf(flat, place.to)))
  }
  const text = fieldText(content, place.field)
  return text === null ? null : hashOf(sentencesAround(text, place.from ?? 0, place.to ?? text.length))
}

/** The sentences of a text, whose lines end with newlines, that a stretch of it touches. */
function sentencesAround(text: string, from: number, to: number): string {
  const start = text.lastIndexOf('\n', from - 1) + 1
  const newline = text.indexOf('\n', to)
  const lines = text.slice(start, newline < 0 ? text.length : newline)
  const ends = sentenceEnds(lines)
  const begin = ends.findLast((end) => end <= from - start) ?? 0
  return lines
    .slice(
      begin,
      ends.find((end) => end >= to - start),
    )
    .trim()
}

/** Whether somebody compared a claim’s sentence, as it reads now, with its source. */
export const isChecked = (
  content: Content,
  { checked, anchor }: Pick<Claim, 'checked' | 'anchor'>,
): boolean =>
  checked !== null && checked.sentence !== null && checked.sentence === sentenceHash(content, anchor)

/** Claims with one of them changed, or taken out where `change` gives null. */
export function withClaim(
  claims: readonly Claim[],
  id: string,
  change: (claim: Claim) => Claim | null,
): Result<Claim[], ErrorWith<'not-found'>> {
  const found = claims.find((one) => one.id === id)
  if (!found) return err({ code: 'not-found', what: 'claim', id })
  const changed = change(found)
  return ok(claims.flatMap((one) => (one.id !== id ? [one] : changed ? [changed] : [])))
}
