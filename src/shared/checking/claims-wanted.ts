import type { Content } from '../article/content'
import type { Claim } from '../review/remarks'
import { articleTexts, type Place } from './places'
import { namesIn, numbersIn, quotationsIn } from './statements'
import type { TextRun } from './placeholders'

/** Something that a reader may ask the source of, and that no claim covers yet. */
export interface ClaimWanted {
  kind: 'number' | 'quotation' | 'name'
  text: string
  /** Some words around it, by which it is told from others. */
  before: string
  after: string
  place: Place
}

/** How many letters around it are told, at most. */
const aroundLength = 28
const wordsBefore = (text: string, at: number): string =>
  at <= aroundLength ? text.slice(0, at) : `…${text.slice(at - aroundLength, at).replace(/^\S*\s?/u, '')}`
const wordsAfter = (text: string, at: number): string =>
  text.length - at <= aroundLength
    ? text.slice(at)
    : `${text.slice(at, at + aroundLength).replace(/\s?\S*$/u, '')}…`

/** Nobody works through more at a time. */
const mostWanted = 500

/**
 * The numbers, quotations and proper names of an article that no claim covers, in reading order: in its standfirst, its
 * running text, footnotes and captions. What is looked for in which language, and how, stands with `statements`.
 * A name counts as covered, and is told, once: later mentions of it say nothing new.
 */
export function claimsWanted(content: Content, claims: readonly Pick<Claim, 'anchor'>[]): ClaimWanted[] {
  const covered = claims.flatMap(({ anchor }) => (anchor.gone || !anchor.place ? [] : [anchor.place]))
  const isCovered = (place: Place): boolean => covered.some((one) => overlap(one, place))
  const wanted: ClaimWanted[] = []
  const knownNames = new Set<string>()
  const names: ClaimWanted[] = []
  for (const { text, placeOf } of articleTexts(content)) {
    if (!isLookedAt(placeOf({ from: 0, to: 0 }))) continue
    const quotations = quotationsIn(text)
    // Whoever sources a quotation sources what is said in it.
    const isQuoted = (run: TextRun): boolean =>
      quotations.some((one) => one.from < run.to && run.from < one.to)
    const found = (kind: ClaimWanted['kind'], runs: readonly TextRun[]): ClaimWanted[] =>
      runs.map((run) => ({
        kind,
        text: text.slice(run.from, run.to),
        before: wordsBefore(text, run.from),
        after: wordsAfter(text, run.to),
        place: placeOf(run),
      }))
    const outside = namesIn(text, content.lang).filter((run) => !isQuoted(run))
    const inNames = (run: TextRun): boolean => outside.some((one) => one.from < run.to && run.from < one.to)
    const numbers = numbersIn(text).filter((run) => !isQuoted(run) && !inNames(run))
    names.push(...found('name', outside))
    wanted.push(...[...found('quotation', quotations), ...found('number', numbers)])
  }
  for (const { text, place } of names)
    if (isCovered(place)) wordsOf(text).forEach((word) => knownNames.add(word))
  for (const name of names) {
    const words = wordsOf(name.text)
    if (words.every((word) => knownNames.has(word))) continue
    words.forEach((word) => knownNames.add(word))
    wanted.push(name)
  }
  return wanted
    .filter(({ place }) => !isCovered(place))
    .sort((one, other) => byPlace(one.place, other.place))
    .slice(0, mostWanted)
}

const wordsOf = (name: string): string[] => name.match(/\p{Lu}[\p{L}\p{M}\p{N}]*/gu) ?? []

/** The headline says what the text says, and addresses and search texts repeat it. */
const isLookedAt = (place: Place): boolean =>
  place.in === 'field'
    ? place.field === 'standfirst' || place.field === 'thumbnail.caption'
    : place.attribute === null || place.attribute === 'caption'

function overlap(claim: Place, other: Place): boolean {
  if (claim.in === 'body')
    return (
      other.in === 'body' &&
      claim.attribute === other.attribute &&
      claim.from < other.to &&
      other.from < claim.to
    )
  if (other.in === 'body' || claim.field !== other.field) return false
  const { from = 0, to = Infinity } = claim
  return from < (other.to ?? Infinity) && (other.from ?? 0) < to
}

/** The standfirst, the body, then the caption above it. */
const byPlace = (one: Place, other: Place): number =>
  rankOf(one) - rankOf(other) || (one.from ?? 0) - (other.from ?? 0)

const rankOf = (place: Place): number => (place.in === 'body' ? 1 : place.field === 'standfirst' ? 0 : 2)
