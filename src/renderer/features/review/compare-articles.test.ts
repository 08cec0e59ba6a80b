import { expect, it } from 'vitest'
import { compareArticles } from './compare-articles'
import { fakeArticle } from './fake-view'

const context = { authorName: String, categoryName: String, moment: String }

it('compares what stands only on one side too', () => {
  const before = fakeArticle()
  const picture = {
    media: 'a'.repeat(64),
    alt: 'A river in flood',
    decorative: false,
    caption: '',
    credit: '',
    licence: '',
    expires: null,
    focal: { x: 0.5, y: 0.5 },
  }
  const after = fakeArticle({
    content: { ...before.content, slug: { text: 'river', follows: false }, thumbnail: picture },
  })
  const differing = compareArticles(before, after, context).map((field) => field.name)
  expect(differing).toEqual(['Slug', 'Thumbnail alt text', 'Thumbnail file'])
  expect(compareArticles(before, before, context)).toEqual([])
})
