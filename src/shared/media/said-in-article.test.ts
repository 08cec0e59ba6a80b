import { expect, it } from 'vitest'
import { emptyContent, type Content } from '../article/content'
import { emptyDescription } from './picture-details'
import { descriptionsIn, isDescribed } from './said-in-article'

const [a, b] = ['a', 'b'].map((letter) => letter.repeat(64)) as [string, string]
const figure = (media: string, alt: string) => ({
  type: 'figure' as const,
  attrs: { media, alt, decorative: false, caption: '', credit: '', width: 'text' as const },
})

it('gathers what an article says of its pictures, the first words of each', () => {
  const rights = { licence: 'CC', expires: '2027-01-01', focal: { x: 0.2, y: 0.3 } }
  const content: Pick<Content, 'thumbnail' | 'body'> = {
    thumbnail: { media: a, alt: 'A pier', decorative: false, caption: 'The pier', credit: 'Ann', ...rights },
    body: { type: 'doc', content: [figure(a, 'Again'), figure(b, 'A gull'), figure('c'.repeat(64), '')] },
  }
  expect([...descriptionsIn(content)]).toEqual([
    [a, { alt: 'A pier', caption: 'The pier', credit: 'Ann', ...rights }],
    [b, { alt: 'A gull', caption: '', credit: '' }],
  ])
  expect(descriptionsIn(emptyContent('en')).size).toBe(0)
})

it('tells a picture that something is said of', () => {
  expect(isDescribed(emptyDescription())).toBe(false)
  expect(isDescribed({ ...emptyDescription(), creator: 'Ann' })).toBe(true)
})
