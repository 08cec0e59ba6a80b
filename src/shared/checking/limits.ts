import { countBody } from '../article/block-facts'
import type { Content } from '../article/content'
import { countText } from '../article/counting'
import { limitedFields, type ArticleType, type Limit, type LimitedField } from '../site/article-types'
import type { FieldPlace, Place } from './places'

/** Each limited text's name as people know it. */
export const limitedFieldNames: Record<LimitedField, string> = {
  headline: 'Headline',
  standfirst: 'Standfirst',
  dateline: 'Dateline',
  body: 'Body',
  caption: 'Caption',
  searchTitle: 'Search title',
  searchDescription: 'Search description',
}

/** How a length stands to a limit: `by` is how much is too little or too much. */
export type LimitStanding = { state: 'under' | 'over'; by: number } | { state: 'within' }

/** How many words or characters a line of text has. */
export const lengthIn = (text: string, unit: Limit['unit']): number => countText([text])[unit]

/** Nothing written is not too short: whether it may be missing is what a type requires. */
export function standingOf(length: number, { least, most }: Pick<Limit, 'least' | 'most'>): LimitStanding {
  if (most !== null && length > most) return { state: 'over', by: length - most }
  if (least !== null && length > 0 && length < least) return { state: 'under', by: least - length }
  return { state: 'within' }
}

/** A length beside its limit, as a counter shows it: `84 / 100`, `12 over`, `20 under`. */
export function lengthInWords(length: number, limit: Limit): string {
  const standing = standingOf(length, limit)
  if (standing.state !== 'within') return `${counted(standing.by, limit.unit)} ${standing.state}`
  const shown = grouped(length)
  if (limit.most === null) return counted(length, limit.unit)
  const most = grouped(limit.most)
  return limit.unit === 'words' ? `${shown} / ${most} words` : `${shown} / ${most}`
}

/** Characters go without saying, as in most counters. */
const counted = (count: number, unit: Limit['unit']): string =>
  unit === 'characters' ? grouped(count) : `${grouped(count)} ${count === 1 ? 'word' : 'words'}`

/** `12,000`. Written by hand, because what the host knows of numbers differs. */
const grouped = (number: number): string => String(number).replace(/\B(?=(?:\d{3})+$)/g, ',')

/** A text that is outside its limits, in a sentence. */
export interface BrokenLimit {
  sentence: string
  place: Place
}

/** Every text of an article that is outside the limits of its type. */
export function brokenLimits(content: Content, { limits }: Pick<ArticleType, 'limits'>): BrokenLimit[] {
  return limitedFields.flatMap((field) => {
    const limit = limits[field]
    if (!limit) return []
    const standing = standingOf(lengthOf(content, field, limit.unit), limit)
    if (standing.state === 'within') return []
    const { state, by } = standing
    const unit = by === 1 ? limit.unit.slice(0, -1) : limit.unit
    const bound =
      state === 'over' ? `most of ${grouped(limit.most ?? 0)}` : `least of ${grouped(limit.least ?? 0)}`
    const sentence = `${limitedFieldNames[field]}: ${grouped(by)} ${unit} ${state} the ${bound}.`
    return [{ sentence, place: placeOf(field) }]
  })
}

/** How long a limited text of an article is. */
function lengthOf(content: Content, field: LimitedField, unit: Limit['unit']): number {
  switch (field) {
    case 'body':
      return countBody(content.body)[unit]
    case 'caption':
      return lengthIn(content.thumbnail?.caption ?? '', unit)
    case 'searchTitle':
      return lengthIn(content.search.title, unit)
    case 'searchDescription':
      return lengthIn(content.search.description, unit)
    case 'headline':
    case 'standfirst':
    case 'dateline':
      return lengthIn(content[field], unit)
  }
}

const placeOf = (field: LimitedField): Place =>
  field === 'body' ? bodyStart : { in: 'field', field: fieldPlaceOf[field] }

const fieldPlaceOf = {
  headline: 'headline',
  standfirst: 'standfirst',
  dateline: 'dateline',
  caption: 'thumbnail.caption',
  searchTitle: 'search.title',
  searchDescription: 'search.description',
} as const satisfies Record<Exclude<LimitedField, 'body'>, FieldPlace>

/** Where the body's first words stand. */
export const bodyStart: Place = { in: 'body', from: 1, to: 1, attribute: null }
