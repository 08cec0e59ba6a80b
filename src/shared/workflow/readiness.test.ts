import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arbitraryContent } from '../article/arbitraries'
import { emptyContent, type Content } from '../article/content'
import { placeholdersIn } from '../checking/placeholders'
import { defaultArticleTypes, type ArticleType } from '../site/article-types'
import { missingParts, placeholders, shortcomings, typeOf } from './readiness'

const news = defaultArticleTypes[0] as ArticleType
const written: Content = {
  ...emptyContent('en'),
  headline: 'A headline',
  authors: ['01ARZ3NDEKTSV4RRFFQ69G5FA1'],
  category: 'news',
  body: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Words.' }] }] },
}

describe('what an article lacks', () => {
  it('is what every article needs, however little its type requires', () => {
    expect(missingParts(emptyContent('en'), { ...news, required: [] })).toEqual([
      'The headline is empty.',
      'No author is chosen.',
      'No category is chosen.',
      'The body is empty.',
    ])
    expect(missingParts(written, news)).toEqual([])
  })

  it('is also what its type requires', () => {
    const type: ArticleType = { ...news, required: ['standfirst', 'dateline', 'tags', 'thumbnail'] }
    expect(missingParts(written, type)).toEqual([
      'The standfirst is empty.',
      'The dateline is empty.',
      'No tag is given.',
      'No thumbnail is chosen.',
    ])
  })

  it('is a limit only where the type is strict', () => {
    const long = { ...written, headline: 'x'.repeat(101) }
    expect(missingParts(long, news)).toEqual([])
    expect(missingParts(long, { ...news, strict: true })).toEqual([
      'Headline: 1 character over the most of 100.',
    ])
  })

  it('never grows by the length of a text under the types of a new library', () => {
    fc.assert(
      fc.property(arbitraryContent, (content) => {
        const type = typeOf(content, defaultArticleTypes)
        expect(missingParts(content, type)).toEqual(missingParts(content, { ...type, limits: {} }))
      }),
    )
  })

  it('names every picture without words', () => {
    const figure = {
      type: 'figure' as const,
      attrs: {
        media: 'a'.repeat(64),
        alt: '',
        decorative: false,
        caption: '',
        credit: '',
        width: 'text' as const,
      },
    }
    const content: Content = {
      ...written,
      body: {
        type: 'doc',
        content: [figure, { type: 'blockquote', content: [figure] }, ...written.body.content],
      },
    }
    expect(shortcomings(content, news)).toEqual([
      {
        sentence: '2 picture(s) in the body have no alt text and are not marked as decorative.',
        places: [
          { in: 'body', from: 0, to: 1, attribute: 'alt' },
          { in: 'body', from: 2, to: 3, attribute: 'alt' },
        ],
      },
    ])
  })
})

describe('placeholders', () => {
  it('are found with their offsets, and only as words of their own', () => {
    expect(placeholdersIn('TK said TKTK, not TKO or aTK')).toEqual([
      { from: 0, to: 2 },
      { from: 8, to: 12 },
    ])
  })

  it('are found in fields, captions, alt texts and search texts, each with its place', () => {
    const content: Content = {
      ...written,
      standfirst: 'It cost TK.',
      body: {
        type: 'doc',
        content: [
          { type: 'paragraph', content: [{ type: 'text', text: 'By TK' }] },
          {
            type: 'figure',
            attrs: {
              media: 'a'.repeat(64),
              alt: '',
              decorative: true,
              caption: 'Photo: TK',
              credit: '',
              width: 'text',
            },
          },
        ],
      },
      search: { ...written.search, description: 'TK' },
    }
    expect(placeholders(content)).toEqual([
      { excerpt: 'It cost TK.', place: { in: 'field', field: 'standfirst', from: 8, to: 10 } },
      { excerpt: 'By TK', place: { in: 'body', attribute: null, from: 4, to: 6 } },
      { excerpt: 'Photo: TK', place: { in: 'body', attribute: 'caption', from: 7, to: 8 } },
      { excerpt: 'TK', place: { in: 'field', field: 'search.description', from: 0, to: 2 } },
    ])
  })
})
