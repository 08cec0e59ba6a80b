import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { arbitraryBody, arbitraryContent } from '../article/arbitraries'
import type { Block, Body, Inline } from '../article/body'
import { inlineText } from '../article/body-text'
import { renderArticlePage } from './article-page'
import { bodyElementId, countFootnotes, hasHeading, renderBlock, renderBlocks, renderNotes } from './blocks'
import { pageContext } from './context'
import { printable } from './escape'
import { testPage, testSurroundings } from './testing/pages'
import {
  activeParts,
  attribute,
  byId,
  byTag,
  childrenOf,
  readFragment,
  readPage,
  textOf,
} from './testing/read-page'

const context = pageContext(testSurroundings(), 'news/a-headline/index.html')
const render = (...content: Block[]): string => renderBlocks({ type: 'doc', content }, context).join('')
const paragraph = (...content: Inline[]): Block => ({ type: 'paragraph', content })
const text = (words: string, ...marks: NonNullable<Inline['marks']>): Inline => ({
  type: 'text',
  text: words,
  marks,
})

describe('blocks', () => {
  test('are one element each, which a parser reads without an error', () => {
    fc.assert(
      fc.property(arbitraryBody, (body) => {
        for (const block of renderBlocks(body, context)) {
          const { roots, stray, errors } = readFragment(block)
          expect([roots.length, stray, errors]).toEqual([1, '', []])
        }
      }),
    )
  })

  test('joined are the page’s body', () => {
    fc.assert(
      fc.property(arbitraryContent, (content) => {
        const model = testPage(content)
        const page = renderArticlePage(model)
        const blocks = renderBlocks(
          content.body,
          pageContext(model.surroundings, model.article.path, content.lang),
        )
        expect(page).toContain(
          `<div class="body" id="${bodyElementId}">${blocks.map((block) => `${block}\n`).join('')}</div>`,
        )
        const body = byId(readPage(page), bodyElementId)
        expect(body && childrenOf(body).length).toBe(blocks.length)
      }),
    )
  })

  test('rendered alone are the same as together', () => {
    fc.assert(
      fc.property(arbitraryBody, (body) => {
        let [firstNote, headed] = [1, false]
        const alone = body.content.map((block) => {
          const rendered = renderBlock(block, context, firstNote, headed)
          firstNote += countFootnotes(block)
          headed ||= hasHeading(block)
          return rendered
        })
        expect(alone).toEqual(renderBlocks(body, context))
      }),
    )
  })

  const wordsOf = (text: string): string[] => text.split(/\s+/u).filter((word) => word !== '')

  test('keep every word of a paragraph', () => {
    fc.assert(
      fc.property(arbitraryBody, ({ content }) => {
        for (const block of content) {
          if (block.type !== 'paragraph' || countFootnotes(block) > 0) continue
          const [root] = readFragment(render(block)).roots
          // White space alone is no word: a link or emphasis of nothing but line ends is left out.
          expect(wordsOf(root ? textOf(root) : '')).toEqual(wordsOf(printable(inlineText(block.content))))
        }
      }),
    )
  })
})

describe('inline content', () => {
  test('shares the elements of marks that go on', () => {
    expect(
      render(
        paragraph(
          text('one ', { type: 'bold' }),
          text('two', { type: 'italic' }, { type: 'bold' }),
          text(' three', { type: 'italic' }),
        ),
      ),
    ).toBe('<p><strong>one <em>two</em></strong><em> three</em></p>')
  })

  test('makes one link of neighbours with one address', () => {
    const link = { type: 'link' as const, attrs: { href: 'https://a.example/?x=1&y=2' } }
    expect(render(paragraph(text('a', link), text('b', { type: 'bold' }, link)))).toBe(
      '<p><a href="https://a.example/?x=1&amp;y=2" rel="noopener">a<strong>b</strong></a></p>',
    )
  })

  test('drops a link to an address no page may link to, and keeps its words', () => {
    for (const href of [
      'javascript:alert(1)',
      'JAVASCRIPT:x',
      'data:text/html,x',
      '//evil.example',
      'java\tscript:x',
    ])
      expect(render(paragraph(text('words', { type: 'link', attrs: { href } })))).toBe('<p>words</p>')
  })

  test('numbers footnotes through the page and prints them below the body', () => {
    const note = (words: string): Inline => ({ type: 'footnote', content: [{ type: 'text', text: words }] })
    const body: Body = {
      type: 'doc',
      content: [paragraph(text('a'), note('first')), paragraph(text('b'), note('second'))],
    }
    const [first, second] = renderBlocks(body, context).map((block) => readFragment(block))
    expect(byTag(first!, 'a').map((link) => attribute(link, 'href'))).toEqual(['#note-1'])
    expect(byTag(second!, 'a').map((link) => attribute(link, 'href'))).toEqual(['#note-2'])
    const notes = readFragment(renderNotes(body, context))
    expect(byTag(notes, 'li').map((item) => [attribute(item, 'id'), textOf(item)])).toEqual([
      ['note-1', 'first ↩'],
      ['note-2', 'second ↩'],
    ])
    expect(renderNotes({ type: 'doc', content: [paragraph(text('a'))] }, context)).toBe('')
  })
})

describe('what is not there', () => {
  test('an article that is not on the site is an element that nobody sees', () => {
    expect(render({ type: 'relatedArticle', attrs: { article: '01ARZ3NDEKTSV4RRFFQ69G5FB2' } })).toBe(
      '<p class="related" hidden></p>',
    )
  })

  test('a link to such an article is its words alone; to one that is, its address from here', () => {
    const to = (id: string): string =>
      render(paragraph(text('See '), text('this', { type: 'link', attrs: { href: `article:${id}` } })))
    expect(to('01ARZ3NDEKTSV4RRFFQ69G5FB2')).toBe('<p>See this</p>')
    expect(to('01ARZ3NDEKTSV4RRFFQ69G5FB1')).toBe(
      '<p>See <a href="../../news/another-one/index.html">this</a></p>',
    )
  })

  test('a picture that is not known leaves its caption', () => {
    const attrs = { media: 'f'.repeat(64), alt: 'x', decorative: false, credit: '', width: 'text' as const }
    expect(render({ type: 'figure', attrs: { ...attrs, caption: 'What it showed' } })).toBe(
      '<figure class="figure text"><figcaption>What it showed</figcaption></figure>',
    )
    expect(render({ type: 'figure', attrs: { ...attrs, caption: '' } })).toContain(' hidden>')
  })
})

describe('hostile words', () => {
  test('never become anything that acts', () => {
    fc.assert(
      fc.property(arbitraryContent, (content) => {
        const page = readPage(renderArticlePage(testPage(content)))
        expect([activeParts(page), page.errors]).toEqual([[], []])
      }),
    )
  })

  const corpus = new URL('../../../../shared/corpus/xss/dompurify.json', import.meta.url)
  test.skipIf(!existsSync(corpus))('of a collection of attacks stay words, wherever they stand', () => {
    const payloads = (JSON.parse(readFileSync(corpus, 'utf8')) as { payload: string }[]).map(
      (one) => one.payload,
    )
    const link = (href: string) => ({ type: 'link' as const, attrs: { href } })
    for (const payload of payloads) {
      const page = renderArticlePage(
        testPage({
          headline: payload,
          standfirst: payload,
          dateline: payload,
          tags: [payload],
          search: { title: payload, description: payload, canonical: null, noindex: false },
          body: {
            type: 'doc',
            content: [
              paragraph(text(payload), text(payload, link(payload))),
              { type: 'factBox', attrs: { title: payload }, content: [paragraph(text(payload))] },
              { type: 'pullQuote', attrs: { attribution: payload }, content: [text(payload)] },
            ],
          },
        }),
      )
      expect(activeParts(readPage(page))).toEqual([])
    }
  })
})
