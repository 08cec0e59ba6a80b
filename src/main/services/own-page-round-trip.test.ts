import fc from 'fast-check'
import { expect, test } from 'vitest'
import { arbitraryBody, arbitraryContent, generatedIds } from '../../shared/article/arbitraries'
import { bodyLines, walkBody } from '../../shared/article/body-text'
import type { Block, Body } from '../../shared/article/body'
import { printable } from '../../shared/render/escape'
import { renderArticlePage } from '../../shared/render/article-page'
import { renderFragment, renderSinglePage } from '../../shared/render/single-file'
import { testPage, testSurroundings } from '../../shared/render/testing/pages'
import { fakeImport, importedOf, keptHash } from '../importers/fake-import'

const importAgain = async (html: string) => importedOf(await fakeImport('index.html', html))
const squeezed = (text: string): string => printable(text).replace(/[\s\u0085\ufeff]+/gu, '')
const text = (words: string): { type: 'text'; text: string } => ({ type: 'text', text: words })
const p = (words: string): Block => ({ type: 'paragraph', content: [text(words)] })

/** Each picture as a data address of its own. */
const inlined = Object.fromEntries(
  generatedIds.pictures.map((hash) => [
    hash,
    `data:image/png;base64,${Buffer.from(hash).toString('base64')}`,
  ]),
)
const [, second = '', third = ''] = generatedIds.pictures

/** A body without what a page does not print: pictures it lacks, related articles, bare cards. */
function hasOnlyPrintedWords(body: Body): boolean {
  let only = true
  walkBody(body, ({ type }) => {
    if (['figure', 'gallery', 'relatedArticle', 'embedCard'].includes(type)) only = false
  })
  return only
}

test('our own page gives back the article and nothing that stands around it', async () => {
  const figure = (media: string, credit: string, width: 'text' | 'wide' | 'half'): Block => ({
    type: 'figure',
    attrs: { media, alt: 'Gulls', decorative: false, caption: 'The quay', credit, width },
  })
  const gallery: Block = {
    type: 'gallery',
    content: [figure(second, '', 'text'), figure(third, 'Bo', 'text')] as never,
  }
  const body: Body = {
    type: 'doc',
    content: [
      { type: 'paragraph', content: [text('A'), { type: 'footnote', content: [text('A note')] }, text('.')] },
      { type: 'heading', attrs: { level: 2 }, content: [text('Sub')] },
      figure(third, 'Ann Lee', 'wide'),
      gallery,
      { type: 'pullQuote', attrs: { attribution: 'Cy' }, content: [text('Loud')] },
      { type: 'factBox', attrs: { title: 'Facts' }, content: [p('One')] },
      { type: 'embedCard', attrs: { url: 'https://example.com/film', title: 'A film' } },
      {
        type: 'orderedList',
        attrs: { start: 3, type: null },
        content: [{ type: 'listItem', content: [p('x')] }],
      },
    ],
  }
  const page = testPage({
    body,
    headline: 'Quiet, loud',
    standfirst: 'A walk',
    dateline: 'Hamburg',
    tags: ['gulls', 'water'],
    authors: [generatedIds.authors[0] ?? '', generatedIds.authors[1] ?? ''],
    publishTime: { kind: 'at', at: '2022-08-30T12:00:00.000Z' },
    thumbnail: {
      ...{ media: second, alt: 'A quay', decorative: false, caption: 'Dawn', credit: 'Cy Day' },
      ...{ licence: '', expires: null, focal: { x: 0.5, y: 0.5 } },
    },
  })
  const kept = (hash: string): string => keptHash(hash)
  const again = await importAgain(renderSinglePage(page, inlined))
  const expected = JSON.parse(
    JSON.stringify(body, (_, value: unknown) =>
      typeof value === 'string' && generatedIds.pictures.includes(value) ? kept(value) : value,
    ),
  ) as Body
  expect(again.body).toEqual(expected)
  expect(again).toMatchObject({
    headline: 'Quiet, loud',
    standfirst: 'A walk',
    dateline: 'Hamburg',
    authors: ['Author “0” & Sons', 'Author “1” & Sons'],
    tags: ['gulls', 'water'],
    categories: ['News'],
    lang: 'en',
    publishTime: { kind: 'at', at: '2022-08-30T12:00:00.000Z' },
    thumbnail: { media: kept(second), alt: 'A quay', caption: 'Dawn', credit: 'Cy Day' },
  })
  const fragment = await importAgain(renderFragment(page, inlined))
  expect(fragment.body).toEqual(expected)
  expect(fragment).toMatchObject({ headline: 'Quiet, loud', tags: ['gulls', 'water'], warnings: [] })
})

test('the words of any text come back from the exported page', async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryBody.filter(hasOnlyPrintedWords), async (body) => {
      const again = await importAgain(renderArticlePage(testPage({ body }, undefined, testSurroundings())))
      expect(squeezed(bodyLines(again.body).join(''))).toBe(squeezed(bodyLines(body).join('')))
    }),
    { numRuns: 150 },
  )
})

test('and its fields', async () => {
  await fc.assert(
    fc.asyncProperty(
      arbitraryContent.filter(({ headline }) => squeezed(headline) !== ''),
      async (content) => {
        const again = await importAgain(renderArticlePage(testPage(content)))
        expect(squeezed(again.headline)).toBe(squeezed(content.headline))
        expect(squeezed(again.standfirst)).toBe(squeezed(content.standfirst))
        expect(again.authors.length).toBe(new Set(content.authors).size)
      },
    ),
  )
})
