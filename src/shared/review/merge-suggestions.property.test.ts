import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Block } from '../article/body'
import { emptyContent, type Content } from '../article/content'
import type { Place } from '../checking/places'
import { sha256Hex } from '../kernel/hash'
import { acceptSuggestion } from './accept-suggestion'
import { anchorAt } from './anchor-at'
import { flatBody, positionOf } from './flat-text'
import type { Suggestion, Thread } from './remarks'

const paragraph = (text: string): Block => ({
  type: 'paragraph',
  ...(text !== '' && { content: [{ type: 'text', text }] }),
})
const textOf = ({ body }: Content): string => flatBody(body).text

/** Few words, so that most of them stand in a text more than once. */
const wordArbitrary = fc.constantFrom('a', 'fox', 'very', 'good', 'dog', 'rain')
const lineArbitrary = fc.array(wordArbitrary, { minLength: 1, maxLength: 7 }).map((words) => words.join(' '))
const contentArbitrary = fc.array(lineArbitrary, { minLength: 1, maxLength: 3 }).map((lines): Content => ({
  ...emptyContent('en'),
  body: { type: 'doc', content: lines.map(paragraph) },
}))

const figureAttrs = {
  media: sha256Hex(new Uint8Array()),
  ...{ alt: '', decorative: false, caption: '', credit: '', width: 'text' as const },
}

interface Edit {
  at: number
  count: number
  words: string[]
}
interface Wanted {
  from: number
  length: number
  edits: Edit[]
}
/** A suggestion changes some of the words that were selected: each one it puts in is like no other. */
const wantedArbitrary = (index: number): fc.Arbitrary<Wanted> => {
  const edit = fc.record({
    at: fc.nat(8),
    count: fc.nat(3),
    words: fc.array(fc.nat(99), { maxLength: 2 }).map((all) => all.map((n) => `new${index}x${n}`)),
  })
  return fc.record({
    from: fc.nat(60),
    length: fc.integer({ min: 1, max: 30 }),
    edits: fc.array(edit, { minLength: 1, maxLength: 2 }),
  })
}

function suggestionOf(content: Content, { from, length, edits }: Wanted, index: number): Suggestion | null {
  const flat = flatBody(content.body)
  const start = from % flat.text.length
  const place = {
    from: positionOf(flat, start),
    to: positionOf(flat, Math.min(flat.text.length - 1, start + length)),
  }
  const anchor = place.from < place.to ? anchorAt(content, { in: 'body', attribute: null, ...place }) : null
  if (!anchor) return null
  let words = anchor.quote.split(/(?<=[ \n])/u)
  for (const { at, count, words: put } of edits)
    words = words.toSpliced(at % (words.length + 1), count, ...put.map((word) => `${word} `))
  const text = words.join('')
  if (text === anchor.quote) return null
  const by = index % 2 ? 'one' : 'other'
  return { id: String(index), by, at: '2026-03-01T09:00:00Z', anchor, text, note: '', answer: null }
}

interface Outcome {
  text: string
  told: string[]
  threads: Thread[]
  content: Content
}

function acceptInOrder(content: Content, review: Said, order: readonly string[]): Outcome {
  let now = { content, review }
  const told: string[] = []
  for (const id of order) {
    const found = now.review.suggestions.find((one) => one.id === id)
    if (!found || found.answer) continue
    const accepted = acceptSuggestion(now.content, now.review, found, { kind: 'accepted', by: 'x', at: '' })
    if (accepted.ok) now = accepted.value
    else {
      told.push(id)
      // Nothing is lost: its quote and words are there still, and it says which one it is against.
      expect(found).toMatchObject({ anchor: { gone: true }, against: expect.any(String) as string })
    }
  }
  return { text: textOf(now.content), told, threads: now.review.threads, content: now.content }
}

interface Said {
  suggestions: Suggestion[]
  threads: Thread[]
  claims: never[]
}

const newWords = (text: string): string[] => text.match(/new\d+x\d+/gu) ?? []

function expectMerged(content: Content, all: readonly Wanted[], isPair: boolean): void {
  const suggestions = all.flatMap((wanted, index) => suggestionOf(content, wanted, index) ?? [])
  const anchor = anchorAt(content, { in: 'body', attribute: null, from: 1, to: 2 })
  const thread = anchor && { id: 't', anchor, blocking: false, comments: [], resolved: null }
  const review: Said = { suggestions, threads: thread ? [thread] : [], claims: [] }
  const order = suggestions.map(({ id }) => id)
  const outcomes = [order, order.toReversed()].map((one) => acceptInOrder(content, review, one))
  const old = new Set(textOf(content).split(/\s+/u))
  for (const { text, told, threads, content: after } of outcomes) {
    for (const one of suggestions)
      if (!told.includes(one.id)) for (const word of newWords(one.text)) expect(text).toContain(word)
    // No word is cut in two, or run into another, but where somebody asked for that.
    const known = new Set([...old, ...suggestions.flatMap((one) => one.text.split(/\s+/u))])
    if (
      suggestions.every(
        ({ anchor: { quote, before } }) => /(?:^|\s)$/u.test(before) && /^\S.*\s$/su.test(quote),
      )
    )
      for (const word of text.trim().split(/\s+/u)) expect(known).toContain(word)
    for (const { anchor: now } of threads)
      if (!now.gone && now.place) expect(anchorAt(after, now.place)?.quote).toBe(now.quote)
  }
  const [one, other] = outcomes
  if (isPair) expect(one?.told.length).toBe(other?.told.length)
  if (one?.told.length === 0 && other?.told.length === 0) expect(other.text).toBe(one.text)
}

describe('suggestions of two people that overlap', () => {
  it('give the same text in either order, or the second is told what it contradicts', () => {
    fc.assert(
      fc.property(contentArbitrary, wantedArbitrary(0), wantedArbitrary(1), (content, one, other) =>
        expectMerged(content, [one, other], true),
      ),
      { numRuns: 1000 },
    )
  })

  it('merge in sets as far as they do not contradict', () => {
    const set = fc.tuple(...[0, 1, 2, 3].map(wantedArbitrary))
    fc.assert(
      fc.property(contentArbitrary, set, (content, all) => expectMerged(content, all, false)),
      { numRuns: 1000 },
    )
  })

  it('change only the words that each is about', () => {
    const content: Content = {
      ...emptyContent('en'),
      body: { type: 'doc', content: [paragraph('The quick brown fox runs.')] },
    }
    const on = (quote: string, text: string, id: string): Suggestion => {
      const from = textOf(content).indexOf(quote) + 1
      const place = { in: 'body' as const, attribute: null, from, to: from + quote.length }
      const anchor = anchorAt(content, place)
      if (!anchor) throw new Error(`No “${quote}”`)
      return { id, by: id, at: '2026-03-01T09:00:00Z', anchor, text, note: '', answer: null }
    }
    const suggestions = [on('quick brown', 'fast brown', '0'), on('brown fox', 'brown dog', '1')]
    for (const order of [
      ['0', '1'],
      ['1', '0'],
    ])
      expect(acceptInOrder(content, { suggestions, threads: [], claims: [] }, order)).toMatchObject({
        text: 'The fast brown dog runs.\n',
        told: [],
      })
  })

  it('merge in a headline and in a caption as well', () => {
    const figure: Block = {
      type: 'figure',
      attrs: { ...figureAttrs, caption: 'The old ferry at dawn' },
    }
    const content: Content = {
      ...emptyContent('en'),
      headline: 'The old ferry at dawn',
      body: { type: 'doc', content: [figure] },
    }
    const places: Place[] = [
      { in: 'field', field: 'headline', from: 0, to: 21 },
      { in: 'body', attribute: 'caption', from: 0, to: 1 },
    ]
    for (const place of places) {
      const anchor = anchorAt(content, place)
      if (!anchor) throw new Error('No such place')
      const suggestions = ['The new ferry at dawn', 'The old ferry at noon', 'The red ferry at dawn'].map(
        (text, id): Suggestion => ({
          ...{ id: String(id), by: 'one', at: '2026-03-01T09:00:00Z', anchor, text, note: '', answer: null },
        }),
      )
      const done = acceptInOrder(content, { suggestions, threads: [], claims: [] }, ['0', '1', '2'])
      expect(done.told).toEqual(['2'])
      const [after] = done.content.body.content
      const words =
        place.in === 'field' ? done.content.headline : after?.type === 'figure' && after.attrs.caption
      expect(words).toBe('The new ferry at noon')
    }
  })
})
