import type { Content } from '../article/content'
import { bodyTexts, type WrittenAttribute } from './body-places'
import type { TextRun } from './placeholders'

/** What is written or chosen outside the body: paths within an article’s content, in the order of reading. */
export const fieldPlaces = [
  'headline',
  'standfirst',
  'dateline',
  'authors',
  'category',
  'tags',
  'slug',
  'thumbnail',
  'thumbnail.alt',
  'thumbnail.caption',
  'thumbnail.credit',
  'search.title',
  'search.description',
] as const
export type FieldPlace = (typeof fieldPlaces)[number]

/** Where in an article something stands. */
export type Place =
  | ({ in: 'field'; field: FieldPlace } & Partial<TextRun>)
  /** Positions are the editor’s; see body-places. `attribute` is one of the block that starts at `from`. */
  | ({ in: 'body'; attribute: WrittenAttribute | null } & TextRun)

/** A text of an article with the way from a run of it to its place. */
export interface ArticleText {
  text: string
  placeOf: (run: TextRun) => Place
}

/** Everything that is written in an article and that readers, or machines that read for them, will meet. */
export function articleTexts({
  headline,
  standfirst,
  dateline,
  body,
  thumbnail,
  search,
}: Content): ArticleText[] {
  const field = (name: FieldPlace, text: string): ArticleText => ({
    text,
    placeOf: ({ from, to }) => ({ in: 'field', field: name, from, to }),
  })
  return [
    field('headline', headline),
    field('standfirst', standfirst),
    field('dateline', dateline),
    ...bodyTexts(body).map(({ text, at, attribute }): ArticleText => ({
      text,
      placeOf: ({ from, to }) => ({
        in: 'body',
        attribute,
        from: attribute ? at : at + from,
        to: attribute ? at + 1 : at + to,
      }),
    })),
    ...(thumbnail
      ? [
          field('thumbnail.alt', thumbnail.decorative ? '' : thumbnail.alt),
          field('thumbnail.caption', thumbnail.caption),
          field('thumbnail.credit', thumbnail.credit),
        ]
      : []),
    field('search.title', search.title),
    field('search.description', search.description),
  ].filter(({ text }) => text !== '')
}

/** Puts places in the order a reader meets them: fields above the body, the body, then the others. */
export function inReadingOrder(one: Place, other: Place): number {
  return rank(one) - rank(other) || (one.from ?? 0) - (other.from ?? 0)
}

const bodyRank = fieldPlaces.indexOf('dateline') + 0.5
const rank = (place: Place): number => (place.in === 'body' ? bodyRank : fieldPlaces.indexOf(place.field))
