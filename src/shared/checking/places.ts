import type { Content } from '../article/content'
import { bodyTexts, type WrittenAttribute } from './body-places'
import type { TextRun } from './placeholders'

/** What is written or chosen outside the body, as a person can be brought to it. */
export const fieldPlaces = [
  'headline',
  'standfirst',
  'dateline',
  'authors',
  'category',
  'tags',
  'slug',
  'thumbnail',
  'alt',
  'caption',
  'credit',
  'searchTitle',
  'searchDescription',
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
          field('alt', thumbnail.decorative ? '' : thumbnail.alt),
          field('caption', thumbnail.caption),
          field('credit', thumbnail.credit),
        ]
      : []),
    field('searchTitle', search.title),
    field('searchDescription', search.description),
  ].filter(({ text }) => text !== '')
}
