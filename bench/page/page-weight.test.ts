import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { generatedIds } from '../../src/shared/article/arbitraries'
import type { Block } from '../../src/shared/article/body'
import { renderArticlePage } from '../../src/shared/render/article-page'
import { stylesheet } from '../../src/shared/render/stylesheet'
import { testPage, testSite } from '../../src/shared/render/testing/pages'
import { isData, isShareScript, byTag, readPage } from '../../src/shared/render/testing/read-page'
import { generatedParagraphs } from '../words'

const [, media = '', other = ''] = generatedIds.pictures
const alt = {
  alt: 'The harbour at dusk',
  decorative: false,
  caption: 'The harbour at dusk.',
  credit: 'A. Lee',
}
const text = (words: string) => ({ type: 'text' as const, text: words })
const figure = (width: 'text' | 'wide' | 'half'): Block => ({
  type: 'figure',
  attrs: { media: other, ...alt, width },
})

/** An article of 900 words with everything around them that a page has. */
const { article, surroundings } = testPage({
  headline: 'The wall that keeps the harbour dry is moving',
  standfirst: 'A survey found that it has shifted since spring, and nobody knows who pays.',
  authors: [...generatedIds.authors],
  tags: ['harbour', 'flood defence', 'council', 'budget', 'storm'],
  thumbnail: { media, ...alt, licence: 'CC BY 4.0', expires: null, focal: { x: 0.2, y: 0.5 } },
  body: {
    type: 'doc',
    content: [
      ...generatedParagraphs(900).map((words): Block => ({ type: 'paragraph', content: [text(words)] })),
      { type: 'heading', attrs: { level: 2 }, content: [text('What comes next')] },
      ...[figure('text'), figure('wide'), figure('half')],
      {
        type: 'pullQuote',
        attrs: { attribution: 'A harbour master' },
        content: [text('The sea does not wait')],
      },
    ],
  },
})
const page = renderArticlePage({ article, surroundings, asOf: '2026-06-01T00:00:00.000Z' })
const { css } = stylesheet(testSite.branding)

test('a page of 900 words and its stylesheet come in less than 15 KB', () => {
  expect(article.derived.words).toBeGreaterThanOrEqual(900)
  const sizes = { html: gzipSync(page).length, css: gzipSync(css).length }
  expect(sizes.html + sizes.css, JSON.stringify(sizes)).toBeLessThan(15_000)
})

test('it needs no script: the one it has only adds two buttons that are hidden without it', () => {
  const read = readPage(page)
  const scripts = byTag(read, 'script').filter((one) => !isData(one))
  expect(scripts.map(isShareScript)).toEqual([true])
  const hidden = read.elements.filter(({ attrs }) => attrs.some(({ name }) => name === 'hidden'))
  expect(hidden.map(({ tagName }) => tagName)).toEqual(['li', 'li'])
  expect(page).not.toMatch(/<noscript|javascript:|\son\w+=/i)
})

test('it asks other sites for nothing: no font, picture, frame or counter', () => {
  const asked = readPage(page).elements.flatMap(({ tagName, attrs }) =>
    attrs.flatMap(({ name, value }) => {
      const isFetched = ['src', 'srcset', 'poster'].includes(name) || (tagName === 'link' && name === 'href')
      return isFetched && /(^|[\s,])(https?:)?\/\//.test(value) ? [value] : []
    }),
  )
  // The canonical address and the feeds are only named.
  expect(asked.every((address) => address.startsWith('https://herald.example/'))).toBe(true)
  expect(css).not.toMatch(/@import|@font-face|url\(/)
})
