import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arbitraryBody } from '../../../shared/article/arbitraries'
import type { Block } from '../../../shared/article/body'
import { emptyContent } from '../../../shared/article/content'
import { defaultSettings } from '../../../shared/site/settings'
import { createLivePage, renderWholePage, type PageSource } from './live-page'
import { showsPage } from './page-frame'
import type { BodyBlock, BodyDocument } from './preview-source'

const { body: _empty, ...fields } = emptyContent('en')

/** A document of blocks that keep their identity, as the editor's do. */
const docFrom = (blocks: readonly BodyBlock[]): BodyDocument => {
  const content = blocks.length > 0 ? blocks : [blockOf({ type: 'paragraph' })]
  return {
    content: { content },
    toJSON: () => ({ type: 'doc', content: content.map((block) => block.toJSON()) }),
  }
}
const blockOf = (block: Block): BodyBlock => ({ toJSON: () => block })
const docOf = (content: readonly Block[]): BodyDocument => docFrom(content.map(blockOf))

const source = (doc: BodyDocument, headline = 'A headline'): PageSource => ({
  article: {
    id: '01ARZ3NDEKTSV4RRFFQ69G5FAV',
    publishedAt: null,
    public: {
      state: 'never-exported',
      exported: null,
      firstExportedAt: null,
      updatedAt: null,
      formerPaths: [],
      corrections: [],
      withdrawal: null,
    },
  },
  fields: { ...fields, headline },
  doc,
  surroundings: { site: defaultSettings('The Test Post').site, authors: {}, pictures: {}, related: {} },
})

const emptyFrame = (): Document => document.implementation.createHTMLDocument('')
const show = (state: PageSource): { frame: Document; page: ReturnType<typeof createLivePage> } => {
  const frame = emptyFrame()
  const page = createLivePage(frame)
  page.showAll(state)
  return { frame, page }
}

/** One edit of a body: blocks taken out at a place and others put in. */
const anyEdit = fc.record({ at: fc.nat(20), removed: fc.nat(3), put: arbitraryBody })

// The stand-in for a browser loads no stylesheets, and need not complain.
declare const happyDOM: { settings: { handleDisabledFileLoadingAsSuccess: boolean } }
happyDOM.settings.handleDisabledFileLoadingAsSuccess = true

describe('the page in the frame', { timeout: 60_000 }, () => {
  it('shows the whole page in a document that held another one', () => {
    fc.assert(
      fc.property(arbitraryBody, arbitraryBody, (one, other) => {
        const { frame, page } = show(source(docOf(one.content), 'Before'))
        const state = source(docOf(other.content), 'After')
        page.showAll(state)
        expect(showsPage(frame, renderWholePage(state))).toBe(true)
        expect(page.showAll(state)).toBe(false)
      }),
      { numRuns: 12 },
    )
  })

  it('equals the freshly rendered page’s body after any sequence of edits', () => {
    fc.assert(
      fc.property(arbitraryBody, fc.array(anyEdit, { minLength: 1, maxLength: 5 }), (start, edits) => {
        let doc = docOf(start.content)
        const { frame, page } = show(source(doc))
        for (const { at, removed, put } of edits) {
          const blocks = [...doc.content.content]
          blocks.splice(at % (blocks.length + 1), removed, ...put.content.slice(0, 2).map(blockOf))
          doc = docFrom(blocks)
          const state = source(doc)
          page.showBody(state)
          const fresh = emptyFrame()
          createLivePage(fresh).showAll(state)
          expect(bodyAndNotes(frame)).toEqual(bodyAndNotes(fresh))
        }
        // Counts in the byline wait for the idle moment; after it everything is equal.
        page.showAll(source(doc))
        expect(showsPage(frame, renderWholePage(source(doc)))).toBe(true)
      }),
      { numRuns: 15 },
    )
  })

  it('changes letters where letters are typed, and keeps the element they stand in', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (before, after) => {
        const paragraph = (text: string): Block => ({
          type: 'paragraph',
          ...(text === '' ? {} : { content: [{ type: 'text' as const, text }] }),
        })
        const { frame, page } = show(source(docOf([paragraph(before)])))
        const element = frame.querySelector('.body p')
        const state = source(docOf([paragraph(after)]))
        page.showBody(state)
        expect(frame.querySelector('.body p')).toBe(element)
        page.showAll(state)
        expect(frame.querySelector('.body p')).toBe(element)
        expect(showsPage(frame, renderWholePage(state))).toBe(true)
      }),
      { numRuns: 30 },
    )
  })

  it('touches no element of a block that did not change', () => {
    const blocks: Block[] = ['One', 'Two', 'Three'].map((text) => ({
      type: 'paragraph',
      content: [{ type: 'text', text }],
    }))
    const doc = docOf(blocks)
    const { frame, page } = show(source(doc))
    const elements = [...(frame.getElementById('body')?.children ?? [])]
    const [first, , third] = doc.content.content
    const changed = blockOf({ type: 'paragraph', content: [{ type: 'text', text: 'Changed' }] })
    page.showBody(source(docFrom([first!, changed, third!])))
    const now = [...(frame.getElementById('body')?.children ?? [])]
    expect(now.map((element) => element.textContent)).toEqual(['One', 'Changed', 'Three'])
    expect(now[0]).toBe(elements[0])
    expect(now[2]).toBe(elements[2])
  })

  it('mends a frame that somebody changed', () => {
    const state = source(docOf([{ type: 'paragraph' }]))
    const { frame, page } = show(state)
    frame.getElementById('body')?.remove()
    page.showBody(source(docOf([{ type: 'horizontalRule' }])))
    expect(showsPage(frame, renderWholePage(source(docOf([{ type: 'horizontalRule' }]))))).toBe(true)
  })

  it('leaves the frame’s own light or dark alone', () => {
    const { frame, page } = show(source(docOf([])))
    frame.documentElement.setAttribute('data-theme', 'dark')
    page.showAll(source(docOf([]), 'Another'))
    expect(frame.documentElement.getAttribute('data-theme')).toBe('dark')
  })
})

const bodyAndNotes = (frame: Document): unknown[] => [
  frame.getElementById('body')?.outerHTML,
  frame.getElementById('notes')?.outerHTML,
]
