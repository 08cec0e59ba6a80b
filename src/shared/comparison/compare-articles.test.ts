import { expect, it } from 'vitest'
import { emptyContent, type Content } from '../article/content'
import { compareArticles } from './compare-articles'

const context = { authorName: String, categoryName: String, moment: String, typeName: String }
const compared = (content: Partial<Content>) => ({
  content: { ...emptyContent('en'), ...content },
  publishedAt: null,
})
const thumbnail = {
  media: 'a'.repeat(64),
  alt: 'A river in flood',
  decorative: false,
  caption: '',
  credit: '',
  licence: '',
  expires: null,
  focal: { x: 0.5, y: 0.5 },
}
const namesOf = (...[before, after]: Partial<Content>[]): string[] =>
  compareArticles(compared(before ?? {}), compared(after ?? {}), context).fields.map(({ name }) => name)

it('compares what stands only on one side too', () => {
  expect(namesOf({}, { slug: { text: 'river', follows: false }, thumbnail })).toEqual([
    'Thumbnail',
    'Slug',
    'Thumbnail alt text',
    'Thumbnail focus',
  ])
})

it('shows another thumbnail as two pictures, and words that changed as words', () => {
  const other = { ...thumbnail, media: 'b'.repeat(64), caption: 'The Humber' }
  const { fields } = compareArticles(compared({ thumbnail }), compared({ thumbnail: other }), context)
  expect(fields).toEqual([
    { name: 'Thumbnail', runs: [], pictures: { before: [thumbnail.media], after: [other.media] } },
    { name: 'Thumbnail caption', runs: [{ kind: 'added', text: 'The Humber' }], pictures: null },
  ])
})

it('compares what the newsroom notes, and finds nothing between equal articles', () => {
  expect(namesOf({}, { desk: { type: 'feature', words: 900, ignored: [] } })).toEqual([
    'Article type',
    'Commissioned length',
  ])
  expect(compareArticles(compared({}), compared({}), context)).toEqual({ fields: [], body: [] })
})
