import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arbitraryContent } from '../article/arbitraries'
import { emptyContent, type Content } from '../article/content'
import { defaultArticleTypes, type ArticleType, type Limit } from '../site/article-types'
import { brokenLimits, lengthIn, lengthInWords, standingOf } from './limits'

const characters = (least: number | null, most: number | null): Limit => ({
  unit: 'characters',
  least,
  most,
})
const words = (least: number | null, most: number | null): Limit => ({ unit: 'words', least, most })

describe('a counter', () => {
  it('shows a length beside its limit, and in words where it is outside', () => {
    expect(lengthInWords(84, characters(null, 100))).toBe('84 / 100')
    expect(lengthInWords(112, characters(null, 100))).toBe('12 over')
    expect(lengthInWords(5, characters(20, 100))).toBe('15 under')
    expect(lengthInWords(12, words(10, 40))).toBe('12 / 40 words')
    expect(lengthInWords(41, words(10, 40))).toBe('1 word over')
    expect(lengthInWords(1500, words(10, null))).toBe('1,500 words')
  })

  it('says nothing of what is not written yet', () => {
    expect(standingOf(0, characters(20, 100))).toEqual({ state: 'within' })
  })

  it('counts a family of emoji as one character and a Chinese character as one word', () => {
    expect(lengthIn('👨‍👩‍👧‍👦', 'characters')).toBe(1)
    expect(lengthIn('日本語', 'words')).toBe(3)
  })
})

describe('broken limits', () => {
  const type: ArticleType = {
    ...(defaultArticleTypes[0] as ArticleType),
    limits: { headline: characters(null, 10), body: words(2, null), caption: characters(null, 3) },
  }
  const content: Content = {
    ...emptyContent('en'),
    headline: 'Eleven char',
    body: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'One' }] }] },
  }

  it('are told with the place to mend them', () => {
    expect(brokenLimits(content, type)).toEqual([
      {
        sentence: 'Headline: 1 character over the most of 10.',
        place: { in: 'field', field: 'headline' },
      },
      {
        sentence: 'Body: 1 word under the least of 2.',
        place: { in: 'body', from: 1, to: 1, attribute: null },
      },
    ])
  })

  it('are none where every length is within', () => {
    fc.assert(
      fc.property(arbitraryContent, (any) => {
        expect(
          brokenLimits(any, { limits: { headline: characters(1, null), body: words(1, null) } }),
        ).toEqual([])
      }),
    )
  })
})
