import fc from 'fast-check'
import { expect, test } from 'vitest'
import { arbitraryBody, arbitraryContent } from '../../shared/article/arbitraries'
import { bodyLines, walkBody } from '../../shared/article/body-text'
import type { Body } from '../../shared/article/body'
import { printable } from '../../shared/render/escape'
import { renderMarkdown } from '../../shared/render/markdown'
import { testPage } from '../../shared/render/testing/pages'
import { fakeImport } from '../importers/fake-import'
import { valueOf } from './testing/newsroom'

const importAgain = async (markdown: string) => valueOf(await fakeImport('article.md', markdown))
const squeezed = (text: string): string => printable(text).replace(/[\s\u0085\ufeff]+/gu, '')
const wordsOf = (body: Body): string => squeezed(bodyLines(body).join(' '))

const hasNamelessCard = (body: Body): boolean => {
  let found = false
  walkBody(body, (node) => {
    if (node.type === 'embedCard' && 'attrs' in node && node.attrs && 'url' in node.attrs)
      found ||= node.attrs.title.trim() === ''
  })
  return found
}

test('an article written as Markdown and imported again has the same words', async () => {
  await fc.assert(
    fc.asyncProperty(
      // A card without a title is a bare address in Markdown.
      arbitraryBody.filter((body) => !hasNamelessCard(body)),
      async (body) => {
        const markdown = renderMarkdown(testPage({ body }))
        expect([wordsOf((await importAgain(markdown)).body), markdown]).toEqual([wordsOf(body), markdown])
      },
    ),
    { numRuns: 150 },
  )
})

test('and the same fields', async () => {
  await fc.assert(
    fc.asyncProperty(
      arbitraryContent.filter(({ headline }) => squeezed(headline) !== ''),
      async (content) => {
        const again = await importAgain(renderMarkdown(testPage(content)))
        expect(squeezed(again.headline)).toBe(squeezed(content.headline))
        // What holds no letter at all is no standfirst.
        const standfirst = content.standfirst.trim() === '' ? '' : content.standfirst
        expect(squeezed(again.standfirst)).toBe(squeezed(standfirst))
        expect(again.readTime).toBe(content.readTime?.minutes ?? null)
        expect(again.authors.length).toBe(content.authors.length)
        expect(again.lang).toBe(content.lang)
      },
    ),
  )
})

test('emphasis, links, lists, boxes and notes come back as they were', async () => {
  const body: Body = {
    type: 'doc',
    content: [
      { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'A heading' }] },
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: 'Plain, ' },
          { type: 'text', text: 'bold', marks: [{ type: 'bold' }] },
          { type: 'text', text: ', in' },
          { type: 'text', text: 'side', marks: [{ type: 'italic' }] },
          { type: 'text', text: ' and H' },
          { type: 'text', text: '2', marks: [{ type: 'subscript' }] },
          { type: 'text', text: 'O ' },
          {
            type: 'text',
            text: 'link',
            marks: [{ type: 'link', attrs: { href: 'https://a.example/?b=1&c=(2)' } }],
          },
          { type: 'footnote', content: [{ type: 'text', text: 'A note.' }] },
        ],
      },
      {
        type: 'factBox',
        attrs: { title: 'In short' },
        content: [
          {
            type: 'bulletList',
            content: ['one', 'two'].map((text) => ({
              type: 'listItem',
              content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
            })),
          },
        ],
      },
      {
        type: 'pullQuote',
        attrs: { attribution: 'Somebody' },
        content: [{ type: 'text', text: 'Well said.' }],
      },
    ],
  }
  expect((await importAgain(renderMarkdown(testPage({ body })))).body).toEqual(body)
})
