import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arbitraryContent } from '../article/arbitraries'
import { contentSchema, emptyContent, type Content } from '../article/content'
import { excerptOf, findInContent } from './find-in-content'
import { finderFor, replacementFor, type Finder, type Sought } from './finder'
import { replaceInContent } from './replace-in-content'

const plain: Sought = { text: '', regex: false, wholeWord: false, matchCase: false }

function finder(sought: Partial<Sought>): Finder {
  const made = finderFor({ ...plain, ...sought })
  if (!made.ok) throw new Error(made.error)
  return made.value
}
const wordsFound = (sought: Partial<Sought>, text: string): string[] =>
  finder(sought)(text).map(({ from, to }) => text.slice(from, to))

const article = (more: Partial<Content>): Content => ({ ...emptyContent('en'), ...more })
const paragraph = (...content: object[]): Content['body'] =>
  ({ type: 'doc', content: [{ type: 'paragraph', content }] }) as Content['body']

describe('finding', () => {
  it('takes words as they are written, and their case where that matters', () => {
    expect(wordsFound({ text: 'a.c' }, 'abc a.c A.C')).toEqual(['a.c', 'A.C'])
    expect(wordsFound({ text: 'a.c', matchCase: true }, 'abc a.c A.C')).toEqual(['a.c'])
  })

  it('finds whole words by the letters around them, in any script', () => {
    expect(wordsFound({ text: 'sea', wholeWord: true }, 'sea seaside oversea Sea. “sea”')).toHaveLength(3)
    expect(wordsFound({ text: 'над', wholeWord: true }, 'над надо')).toEqual(['над'])
    expect(finder({ text: '𐐷', wholeWord: true })('a𐐷 𐐷')).toMatchObject([{ from: 4, to: 6 }])
  })

  it('reads regular expressions, never finds nothing, and ends whatever is asked', () => {
    expect(wordsFound({ text: '[0-9]+ (km|miles)', regex: true }, '3 km or 12 miles')).toEqual([
      '3 km',
      '12 miles',
    ])
    expect(wordsFound({ text: 'x*', regex: true }, 'axxb')).toEqual(['xx'])
    expect(wordsFound({ text: '(a+)+$', regex: true }, `${'a'.repeat(5000)}b`)).toEqual([])
  })

  it('says in words why an expression cannot be read', () => {
    expect(finderFor({ ...plain, text: '(', regex: true })).toMatchObject({
      ok: false,
      error: expect.stringMatching(/./),
    })
    expect(finderFor({ ...plain, text: '(?=a)', regex: true }).ok).toBe(false)
  })

  it('fills in what the groups took', () => {
    const [found] = finder({ text: '(\\w+) (\\w+)', regex: true })('Ada Lovelace')
    expect(found && replacementFor(found, '$2, $1 ($&) $$', { regex: true })).toBe(
      'Lovelace, Ada (Ada Lovelace) $',
    )
    expect(found && replacementFor(found, '$2', { regex: false })).toBe('$2')
  })

  it('shows some words around what it found', () => {
    const text = `${'before '.repeat(20)}needle${' after'.repeat(20)}`
    const content = article({ headline: text })
    const [hit] = findInContent(content, finder({ text: 'needle' }))
    expect(hit && excerptOf(hit)).toEqual({
      before: `…${'before '.repeat(20).slice(-40)}`,
      match: 'needle',
      after: `${' after'.repeat(20).slice(0, 40)}…`,
    })
  })
})

describe('replacing', () => {
  it('reaches over marks, and takes those of the first word', () => {
    const body = paragraph(
      { type: 'text', text: 'The old ' },
      { type: 'text', text: 'harbour', marks: [{ type: 'bold' }] },
      { type: 'text', text: ' wall fell.' },
    )
    const { content, replaced } = replaceInContent(article({ body }), {
      find: finder({ text: 'harbour wall' }),
      replacement: 'quay',
      sought: plain,
    })
    expect(replaced).toBe(1)
    expect(content.body).toEqual(
      paragraph(
        { type: 'text', text: 'The old ' },
        { type: 'text', text: 'quay', marks: [{ type: 'bold' }] },
        { type: 'text', text: ' fell.' },
      ),
    )
  })

  it('can leave a paragraph empty', () => {
    const { content } = replaceInContent(article({ body: paragraph({ type: 'text', text: 'gone' }) }), {
      find: finder({ text: 'gone' }),
      replacement: '',
      sought: plain,
    })
    expect(content.body).toEqual({ type: 'doc', content: [{ type: 'paragraph' }] })
  })

  it('replaces as often as it finds, leaves content the library takes, and nothing of it to be found again', () => {
    const letters = fc.constantFrom('a', 'e', ' ', '<', 'ب', '.', 'the')
    fc.assert(
      fc.property(arbitraryContent, letters, fc.boolean(), (content, text, matchCase) => {
        const find = finder({ text, matchCase })
        const before = findInContent(content, find).length
        const after = replaceInContent(content, { find, replacement: '№', sought: plain })
        expect(after.replaced).toBe(before)
        expect(contentSchema.safeParse(after.content).success).toBe(true)
        expect(findInContent(after.content, find)).toEqual([])
        expect(findInContent(after.content, finder({ text: '№' })).length).toBeGreaterThanOrEqual(before)
      }),
      { numRuns: 150 },
    )
  })

  it('changes nothing where nothing is found', () => {
    fc.assert(
      fc.property(arbitraryContent, (content) => {
        const find = finder({ text: 'words that nobody generated' })
        expect(replaceInContent(content, { find, replacement: 'x', sought: plain })).toEqual({
          content,
          replaced: 0,
        })
      }),
      { numRuns: 60 },
    )
  })
})
