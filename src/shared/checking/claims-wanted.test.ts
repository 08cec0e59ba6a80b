import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arbitraryContent } from '../article/arbitraries'
import { emptyContent, type Content } from '../article/content'
import { anchorAt } from '../review/anchor-at'
import { claimsWanted, type ClaimWanted } from './claims-wanted'
import { articleTexts } from './places'
import { namesIn, numbersIn, quotationsIn } from './statements'

const written = (...paragraphs: string[]): Content => ({
  ...emptyContent('en'),
  body: {
    type: 'doc',
    content: paragraphs.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
  },
})
const wanted = (text: string): string[] => claimsWanted(written(text), []).map((one) => one.text)
const cut = (text: string, runs: { from: number; to: number }[]) =>
  runs.map(({ from, to }) => text.slice(from, to))
const names = (text: string, lang = 'en') => cut(text, namesIn(text, lang))
const numbers = (text: string) => cut(text, numbersIn(text))

describe('numbers', () => {
  it('are found with what belongs to them', () => {
    expect(numbers('It cost £3.5 million, 12% more than the 1,200 of 1998.')).toEqual([
      '£3.5 million',
      '12%',
      '1,200',
      '1998',
    ])
    expect(numbers('Forty thousand came; ten per cent left. Two did not.')).toEqual([
      'Forty thousand',
      'ten per cent',
    ])
    expect(numbers('كانت ١٢٣ سفينة')).toEqual(['١٢٣'])
  })
})

describe('quotations', () => {
  const quoted = (text: string) => cut(text, quotationsIn(text))
  it('are found in the marks of many languages, and not single words', () => {
    expect(quoted('“We saw it,” she said, a “scoop” or "a real one".')).toEqual([
      '“We saw it,”',
      '"a real one"',
    ])
    expect(quoted('Er sagte: „Das ist wahr“. Elle dit « bien sûr ».')).toEqual([
      '„Das ist wahr“',
      '« bien sûr »',
    ])
    expect(quoted('彼は「そうだ」と言った。')).toEqual(['「そうだ」'])
    expect(quoted('‘I don’t know,’ he said of the boys’ boat.')).toEqual(['‘I don’t know,’'])
  })
})

it('come with the words around them', () => {
  const text =
    'From next month the number 7 runs later, the 12 runs straighter and the 3 does not run at all.'
  const [first, , last] = claimsWanted(written(text), [])
  expect(first).toMatchObject({
    text: '7',
    before: 'From next month the number ',
    after: ' runs later, the 12 runs…',
  })
  expect(last).toMatchObject({
    text: '3',
    before: '…12 runs straighter and the ',
    after: ' does not run at all.',
  })
})

describe('names', () => {
  it('are capitals within a sentence, or several at its beginning', () => {
    expect(names('The ferry left. Jane van der Berg saw Tom in Hull on Monday.')).toEqual([
      'Jane van der Berg',
      'Tom',
      'Hull',
    ])
    expect(names('In London the Bank of England met J. K. Rowling’s agent.')).toEqual([
      'London',
      'Bank of England',
      'J. K. Rowling',
    ])
    expect(names('Nothing happened. But I waited. However, it rained.')).toEqual([])
  })

  it('are only several words in a row in other languages', () => {
    expect(names('Mais le maire Paul Durand a vu Paris.', 'fr')).toEqual(['Paul Durand'])
  })
})

describe('what wants a source', () => {
  it('is told once for a name, and not again within a quotation', () => {
    expect(wanted('Anna Smith spoke. “Anna has 5 boats here,” said Smith.')).toEqual([
      'Anna Smith',
      '“Anna has 5 boats here,”',
    ])
  })

  it('is not told any more once a claim covers it, for all mentions of a name', () => {
    const content = written('There Anna Smith saw 12 boats.', 'There was Anna Smith again, and 13 boats.')
    const anchor = anchorAt(content, { in: 'body', attribute: null, from: 1, to: 31 })
    if (!anchor) throw new Error('There is no such place')
    expect(claimsWanted(content, [{ anchor }]).map(({ text }) => text)).toEqual(['13'])
    expect(claimsWanted(content, [{ anchor: { ...anchor, gone: true } }])).toHaveLength(3)
  })

  it('stands where it is said to stand, in any article', () => {
    fc.assert(
      fc.property(arbitraryContent, (content) => {
        const texts = articleTexts(content)
        for (const { text, place } of claimsWanted(content, [])) {
          if (place.in === 'body' && place.attribute !== null) continue
          expect(texts.some((one) => standsIn(one, text, place))).toBe(true)
        }
      }),
    )
  })

  it('is all settled when each of it is covered', () => {
    fc.assert(
      fc.property(arbitraryContent, (content) => {
        const claims = claimsWanted(content, []).map(({ place, text }) => ({
          anchor: { place, quote: text, before: '', after: '', gone: false },
        }))
        expect(claimsWanted(content, claims)).toEqual([])
      }),
    )
  })

  it('is found in no time, however odd the text', () => {
    const start = performance.now()
    for (const sign of ['A', 'A ', '“', '‘a’b', '"a', '1,', '1 ', 'Aa-', 'A.', "A'"])
      claimsWanted(written(sign.repeat(20_000)), [])
    expect(performance.now() - start).toBeLessThan(3000)
  })
})

function standsIn(
  one: ReturnType<typeof articleTexts>[number],
  text: string,
  place: ClaimWanted['place'],
): boolean {
  for (let at = one.text.indexOf(text); at >= 0; at = one.text.indexOf(text, at + 1)) {
    if (JSON.stringify(one.placeOf({ from: at, to: at + text.length })) === JSON.stringify(place)) return true
  }
  return false
}
