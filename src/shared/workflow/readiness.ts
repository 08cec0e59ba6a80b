import type { Content } from '../article/content'
import { deskNotes } from '../article/content'
import { bodyLines } from '../article/body-text'
import { placedBlocks, walkPlaced } from '../checking/body-places'
import { bodyStart, brokenLimits } from '../checking/limits'
import { placeholdersIn } from '../checking/placeholders'
import { articleTexts, type Place } from '../checking/places'
import { articleTypeFor, type ArticleType, type RequirableField } from '../site/article-types'

/** Something that is wrong or missing in an article, and the places where it can be settled. */
export interface Shortcoming {
  sentence: string
  places: Place[]
}

/** The type of some content among a library’s. */
export const typeOf = (content: Pick<Content, 'desk'>, types: readonly ArticleType[]): ArticleType =>
  articleTypeFor(deskNotes(content).type, types)

/** What no article can do without, whatever its type requires. */
const always: readonly RequirableField[] = ['headline', 'authors', 'category', 'body']

/** Each field that can be required, in the order people meet them: whether it is empty, and what is said then. */
const requirable: Record<RequirableField, { sentence: string; isEmpty: (content: Content) => boolean }> = {
  headline: { sentence: 'The headline is empty.', isEmpty: ({ headline }) => isBlank(headline) },
  standfirst: { sentence: 'The standfirst is empty.', isEmpty: ({ standfirst }) => isBlank(standfirst) },
  authors: { sentence: 'No author is chosen.', isEmpty: ({ authors }) => authors.length === 0 },
  category: { sentence: 'No category is chosen.', isEmpty: ({ category }) => category === null },
  dateline: { sentence: 'The dateline is empty.', isEmpty: ({ dateline }) => isBlank(dateline) },
  body: { sentence: 'The body is empty.', isEmpty: ({ body }) => bodyLines(body).every(isBlank) },
  tags: { sentence: 'No tag is given.', isEmpty: ({ tags }) => tags.length === 0 },
  thumbnail: { sentence: 'No thumbnail is chosen.', isEmpty: ({ thumbnail }) => thumbnail === null },
}

const isBlank = (text: string): boolean => text.trim() === ''

/** What an article of a type still lacks before it can be submitted: fields, alt texts, and limits that are strict. */
export const shortcomings = (content: Content, type: ArticleType): Shortcoming[] => [
  ...emptyFields(content, type),
  ...withoutAlt(content),
  ...(type.strict ? outsideLimits(content, type) : []),
]

/** The fields that an article of a type needs and that are empty. */
export function emptyFields(content: Content, type: Pick<ArticleType, 'required'>): Shortcoming[] {
  const needed = new Set([...always, ...type.required])
  return (Object.keys(requirable) as RequirableField[])
    .filter((field) => needed.has(field) && requirable[field].isEmpty(content))
    .map((field) => ({
      sentence: requirable[field].sentence,
      places: [field === 'body' ? bodyStart : { in: 'field', field }],
    }))
}

/** Every text that is outside the limits of a type, whether it is strict or only advises. */
export const outsideLimits = (content: Content, type: Pick<ArticleType, 'limits'>): Shortcoming[] =>
  brokenLimits(content, type).map(({ sentence, place }) => ({ sentence, places: [place] }))

/** The same, a sentence each. */
export const missingParts = (content: Content, type: ArticleType): string[] =>
  shortcomings(content, type).map(({ sentence }) => sentence)

/** Pictures that say nothing to who cannot see them. */
export function withoutAlt(content: Content): Shortcoming[] {
  const { thumbnail } = content
  const figures = figuresWithoutAlt(content)
  return [
    ...(thumbnail && !thumbnail.decorative && isBlank(thumbnail.alt)
      ? [
          {
            sentence: 'The thumbnail has no alt text and is not marked as decorative.',
            places: [{ in: 'field', field: 'thumbnail.alt' } as const],
          },
        ]
      : []),
    ...(figures.length > 0
      ? [
          {
            sentence: `${figures.length} picture(s) in the body have no alt text and are not marked as decorative.`,
            places: figures,
          },
        ]
      : []),
  ]
}

function figuresWithoutAlt({ body }: Content): Place[] {
  const places: Place[] = []
  for (const { block, at: start } of placedBlocks(body)) {
    walkPlaced(block, start, (node, at) => {
      if (node.type !== 'figure' || !('attrs' in node) || !node.attrs || !('decorative' in node.attrs)) return
      if (!node.attrs.decorative && isBlank(node.attrs.alt))
        places.push({ in: 'body', from: at, to: at + 1, attribute: 'alt' })
    })
  }
  return places
}

/** A placeholder that still stands somewhere, with some words around it. */
export interface PlaceholderFound {
  excerpt: string
  place: Place
}

/** Every placeholder of an article, in reading order: in its texts, captions, alt texts and search texts. */
export const placeholders = (content: Content): PlaceholderFound[] =>
  articleTexts(content).flatMap(({ text, placeOf }) =>
    placeholdersIn(text).map((run) => ({ excerpt: excerptAt(text, run.from), place: placeOf(run) })),
  )

/** The same, a sentence each. */
export const placeholdersLeft = (content: Content): Shortcoming[] =>
  placeholders(content).map(({ excerpt, place }) => ({
    sentence: `A placeholder is still there: “${excerpt}”.`,
    places: [place],
  }))

/** The same, as short excerpts. */
export const findPlaceholders = (content: Content): string[] =>
  placeholders(content).map(({ excerpt }) => excerpt)

const excerptAt = (line: string, index: number): string =>
  line
    .slice(Math.max(0, index - 20), index + 20)
    .replaceAll('\ufffc', '')
    .trim()
