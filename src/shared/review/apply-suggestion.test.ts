import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Block } from '../article/body'
import { emptyContent, type Content } from '../article/content'
import type { Place } from '../checking/places'
import type { Result } from '../kernel/result'
import type { Anchor } from './anchor'
import { anchorAt } from './anchor-at'
import { applySuggestion } from './apply-suggestion'
import { carryRemarks } from './carry-anchors'
import { flatBody } from './flat-text'
import type { Suggestion } from './remarks'

const paragraph = (text: string): Block => ({ type: 'paragraph', content: [{ type: 'text', text }] })
const contentOf = (...content: Block[]): Content => ({
  ...emptyContent('en'),
  headline: 'Rain in May',
  body: { type: 'doc', content },
})
const inBody = (from: number, to: number): Place => ({ in: 'body', attribute: null, from, to })
function anchorOf(content: Content, place: Place): Anchor {
  const anchor = anchorAt(content, place)
  if (!anchor) throw new Error('No such place')
  return anchor
}
function good<T>(result: Result<T, string>): T {
  if (!result.ok) throw new Error(result.error)
  return result.value
}
const apply = (content: Content, place: Place, text: string): Result<{ content: Content }, string> =>
  applySuggestion(content, { anchor: anchorOf(content, place), text })
const textOf = ({ body }: Content): string => flatBody(body).text

describe('putting a suggestion into a text', () => {
  it('replaces, inserts and deletes in a paragraph and in a field', () => {
    const content = contentOf(paragraph('The old ferry.'))
    expect(textOf(good(apply(content, inBody(5, 8), 'new')).content)).toBe('The new ferry.\n')
    expect(textOf(good(apply(content, inBody(5, 5), 'very ')).content)).toBe('The very old ferry.\n')
    expect(textOf(good(apply(content, inBody(5, 9), '')).content)).toBe('The ferry.\n')
    const field: Place = { in: 'field', field: 'headline', from: 8, to: 11 }
    expect(good(apply(content, field, 'June')).content.headline).toBe('Rain in June')
  })

  it('sets new words like those they replace, or like those on both sides of them', () => {
    const bold = [{ type: 'bold' as const }]
    const content = contentOf({
      type: 'paragraph',
      content: [
        { type: 'text', text: 'The ' },
        { type: 'text', text: 'old ferry', marks: bold },
      ],
    })
    const inlines = (place: Place, text: string): unknown =>
      (good(apply(content, place, text)).content.body.content[0] as { content: unknown }).content
    expect(inlines(inBody(5, 8), 'new')).toContainEqual({ type: 'text', text: 'new ferry', marks: bold })
    expect(inlines(inBody(8, 8), 'ish')).toContainEqual({ type: 'text', text: 'oldish ferry', marks: bold })
    expect(inlines(inBody(5, 5), 'big ')).toContainEqual({ type: 'text', text: 'The big ' })
  })

  it('deletes and replaces from one paragraph into another; an empty line begins a new one', () => {
    const content = contentOf(paragraph('First here.'), paragraph('Then.'), paragraph('Last here.'))
    const across = inBody(6, 25)
    expect(textOf(good(apply(content, across, '')).content)).toBe('First here.\n')
    expect(textOf(good(apply(content, across, ' word stands')).content)).toBe('First word stands here.\n')
    const parted = good(apply(content, across, ' one.\n\nOther\n\nThird')).content
    expect(textOf(parted)).toBe('First one.\nOther\nThird here.\n')
    expect(parted.body.content).toHaveLength(3)
    // Only the words that differ are touched: what stands between them keeps its own block.
    const kept = good(apply(content, across, ' there.\nThen.\nNot')).content
    expect(textOf(kept)).toBe('First there.\nThen.\nNot here.\n')
    expect(kept.body.content).toHaveLength(3)
    const within = good(apply(content, inBody(1, 6), 'One.\n\nTwo')).content
    expect(textOf(within)).toBe('One.\nTwo here.\nThen.\nLast here.\n')
  })

  it('does not reach over what is no text', () => {
    const content = contentOf(paragraph('First.'), { type: 'horizontalRule' }, paragraph('Last.'))
    expect(apply(content, inBody(1, 15), 'Other')).toMatchObject({ ok: false })
  })

  it('says why it cannot be', () => {
    const content = contentOf(paragraph('The old ferry.'))
    const anchor = anchorOf(content, inBody(5, 8))
    const other = contentOf(paragraph('The red ferry.'))
    expect(applySuggestion(other, { anchor, text: 'new' })).toEqual({
      ok: false,
      error: 'Its words were changed since.',
    })
    expect(applySuggestion(content, { anchor: { ...anchor, gone: true }, text: 'new' }).ok).toBe(false)
    const tags: Place = { in: 'field', field: 'tags' }
    expect(apply(content, tags, 'new')).toMatchObject({ ok: false })
  })
})

/** Repeated words on purpose: an accepted suggestion is carried letter by letter, so that none is mistaken. */
const words = 'very very good and very good and good'
const content = contentOf(paragraph(words), paragraph(words))
const runArbitrary = fc
  .record({ line: fc.nat(1), from: fc.nat(words.length), length: fc.integer({ min: 1, max: 9 }) })
  .map(({ line, from, length }) => {
    const start = 1 + line * (words.length + 2)
    return { from: start + from, to: start + Math.min(words.length, from + length) }
  })
  .filter(({ from, to }) => from < to)

interface Wanted {
  from: number
  to: number
  text: string
}
const suggestionOf = ({ from, to, text }: Wanted, index: number): Suggestion => ({
  id: String(index),
  by: index % 2 ? 'one' : 'other',
  at: '2026-03-01T09:00:00Z',
  anchor: anchorOf(content, inBody(from, to)),
  text,
  note: '',
  answer: null,
})

/** Accepts suggestions in an order; gives the text and which could not be accepted. */
function acceptAll(
  suggestions: readonly Suggestion[],
  order: readonly number[],
): { text: string; left: number[] } {
  let now = content
  let said = { threads: [], suggestions: [...suggestions], claims: [] }
  const left: number[] = []
  for (const index of order) {
    const found = said.suggestions[index]
    const applied = found && applySuggestion(now, found)
    if (!found || !applied?.ok) {
      left.push(index)
      continue
    }
    const answer = { kind: 'accepted' as const, by: 'x', at: '' }
    said.suggestions[index] = { ...found, answer }
    said = carryRemarks(said, now, applied.value.content, applied.value.edit)
    now = applied.value.content
  }
  return { text: textOf(now), left }
}

describe('suggestions of two people', () => {
  it('that do not touch give the same text in any order, with all of them in it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ run: runArbitrary, text: fc.constantFrom('', 'X', 'good', 'very ') }), {
          minLength: 1,
          maxLength: 6,
        }),
        fc.infiniteStream(fc.nat()),
        (all, numbers) => {
          const apart: Wanted[] = []
          for (const { run, text } of all)
            if (apart.every((one) => run.to < one.from || run.from > one.to)) apart.push({ ...run, text })
          const suggestions = apart.map(suggestionOf)
          const flat = textOf(content)
          const expected = apart
            .toSorted((one, other) => other.from - one.from)
            .reduce((text, { from, to, text: put }) => {
              const shift = from > words.length + 1 ? 2 : 1
              return text.slice(0, from - shift) + put + text.slice(to - shift)
            }, flat)
          const order = apart.map((_, index) => index)
          const shuffled = order
            .map((index) => ({ index, by: numbers.next().value ?? 0 }))
            .toSorted((one, other) => one.by - other.by)
            .map(({ index }) => index)
          expect(acceptAll(suggestions, order)).toEqual({ text: expected, left: [] })
          expect(acceptAll(suggestions, shuffled)).toEqual({ text: expected, left: [] })
        },
      ),
      { numRuns: 300 },
    )
  })

  it('that change the same words differently: the second has lost its words', () => {
    const suggestions = [
      { from: 1, to: 10, text: 'not' },
      { from: 6, to: 15, text: 'bad' },
    ].map(suggestionOf)
    expect(acceptAll(suggestions, [0, 1]).left).toEqual([1])
    expect(acceptAll(suggestions, [1, 0]).left).toEqual([0])
  })
})
