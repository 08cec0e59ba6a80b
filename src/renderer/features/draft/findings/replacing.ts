import type { FieldPlace, Place } from '../../../../shared/checking/places'
import type { Fields } from '../text'

/** A text with a run of it replaced. */
export const replacedIn = (text: string, { from, to }: { from: number; to: number }, words: string): string =>
  text.slice(0, from) + words + text.slice(to)

/** What a field says; null where it holds something else than a text. */
export function textOfField(fields: Fields, field: FieldPlace): string | null {
  const [head, part] = pathOf(field)
  const value: unknown = fields[head]
  const text = part === undefined ? value : (value as Record<string, unknown> | null)?.[part]
  return typeof text === 'string' ? text : null
}

/** The change that gives a field that holds a text another one. */
export function fieldChange(fields: Fields, field: FieldPlace, text: string): Partial<Fields> {
  const [head, part] = pathOf(field)
  return { [head]: part === undefined ? text : { ...(fields[head] as object), [part]: text } }
}

const pathOf = (field: FieldPlace): [keyof Fields, string | undefined] => {
  const [head, part] = field.split('.')
  return [head as keyof Fields, part]
}

/** Where something stands, as a person would say it. */
export function placeInWords(place: Place): string {
  if (place.in === 'field') return fieldWords[place.field]
  return place.attribute === null ? 'Body' : attributeWords[place.attribute]
}

const attributeWords = {
  alt: 'Alt text in the body',
  caption: 'Caption in the body',
  credit: 'Credit in the body',
  attribution: 'Attribution',
  title: 'Title in the body',
}
const fieldWords: Record<FieldPlace, string> = {
  headline: 'Headline',
  standfirst: 'Standfirst',
  dateline: 'Dateline',
  authors: 'Author',
  category: 'Category',
  tags: 'Tags',
  slug: 'Slug',
  thumbnail: 'Thumbnail',
  'thumbnail.alt': 'Alt text',
  'thumbnail.caption': 'Caption',
  'thumbnail.credit': 'Credit',
  'search.title': 'Search title',
  'search.description': 'Search description',
}
