import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arbitraryContent } from '../article/arbitraries'
import type { Block } from '../article/body'
import { bodyLines } from '../article/body-text'
import { contentSchema, emptyContent, type Content } from '../article/content'
import { canonicalJson } from '../kernel/canonical-json'
import { mergeContents, settleMerge, type Merge } from './merge-contents'
import type { Choice } from './merge-value'

const paragraph = (text: string): Block => ({ type: 'paragraph', content: [{ type: 'text', text }] })
const saying = (...paragraphs: string[]): Content => ({
  ...emptyContent('en'),
  body: { type: 'doc', content: paragraphs.map(paragraph) },
})
const linesOf = (blocks: readonly Block[]): string[] => bodyLines({ type: 'doc', content: [...blocks] })
const merged = (merge: Merge, choice: Choice = 'mine'): string[] =>
  bodyLines(settleMerge(merge, () => choice).body)

describe('merging two texts', () => {
  const base = saying('One. Two. Three.', 'A second paragraph stands here.', 'The end.')

  it('takes what each side changed in another place', () => {
    const mine = saying('One. Two, mended. Three.', 'A second paragraph stands here.', 'The end.', 'Mine.')
    const theirs = saying('Theirs.', 'One. Two. Three, theirs.', 'The end.')
    const merge = mergeContents(base, mine, theirs)
    expect(merge.conflicts).toEqual([])
    expect(merged(merge)).toEqual(['Theirs.', 'One. Two, mended. Three, theirs.', 'The end.', 'Mine.'])
  })

  it('has the two choose where they changed one sentence, and merges the rest of the paragraph', () => {
    const mine = saying('One. Two of mine. Three.', 'A second paragraph stands here.', 'The end.')
    const theirs = saying('One. Two of theirs. Three!', 'A second paragraph stands here.', 'The end.')
    const merge = mergeContents(base, mine, theirs)
    expect(merge.conflicts).toHaveLength(1)
    expect(merged(merge, 'mine')[0]).toBe('One. Two of mine. Three!')
    expect(merged(merge, 'theirs')[0]).toBe('One. Two of theirs. Three!')
    expect(merged(merge, 'both')[0]).toBe('One. Two of mine. Two of theirs. Three!')
  })

  it('does not take away what the other side worked on', () => {
    const mine = saying('One. Two. Three.', 'The end.')
    const theirs = saying('One. Two. Three.', 'A second paragraph stands right here.', 'The end.')
    const [conflict] = mergeContents(base, mine, theirs).conflicts
    expect(conflict).toMatchObject({ kind: 'body', mine: [], theirs: [theirs.body.content[1]] })
  })

  it('moves a paragraph as the other side left it', () => {
    const mine = saying('A second paragraph stands here.', 'One. Two. Three.', 'The end.')
    const theirs = saying('One. Two. Three.', 'A second paragraph stands right here.', 'The end.')
    const merge = mergeContents(base, mine, theirs)
    expect(merge.conflicts).toEqual([])
    expect(merged(merge)).toEqual(['A second paragraph stands right here.', 'One. Two. Three.', 'The end.'])
  })

  it('merges the items of a list one by one', () => {
    const list = (...items: string[]): Content => ({
      ...emptyContent('en'),
      body: {
        type: 'doc',
        content: [
          {
            type: 'bulletList',
            content: items.map((text) => ({ type: 'listItem', content: [paragraph(text)] })),
          },
        ],
      },
    })
    const merge = mergeContents(list('a one', 'b two', 'c'), list('a one', 'b two!', 'c'), list('c', 'd'))
    expect(merge.conflicts).toHaveLength(1)
    expect(merged(merge, 'mine')).toEqual(['b two!', 'c', 'd'])
    expect(merged(merge, 'theirs')).toEqual(['c', 'd'])
  })

  it('merges what is said of one picture, but never mixes two pictures', () => {
    const figure = (media: string, words: { caption?: string; credit?: string }): Content => ({
      ...emptyContent('en'),
      body: {
        type: 'doc',
        content: [
          {
            type: 'figure',
            attrs: {
              media: media.repeat(64),
              alt: 'A boat',
              decorative: false,
              caption: '',
              credit: '',
              width: 'text',
              ...words,
            },
          },
        ],
      },
    })
    const together = mergeContents(
      figure('a', {}),
      figure('a', { caption: 'C' }),
      figure('a', { credit: 'D' }),
    )
    expect(together.conflicts).toEqual([])
    expect(settleMerge(together, () => 'mine').body).toEqual(figure('a', { caption: 'C', credit: 'D' }).body)
    expect(
      mergeContents(figure('a', {}), figure('b', {}), figure('a', { credit: 'D' })).conflicts,
    ).toHaveLength(1)
  })

  it('settles fields one by one', () => {
    const start = { ...emptyContent('en'), headline: 'Rain', tags: ['a', 'b'] }
    const mine = { ...start, headline: 'Snow', tags: ['a', 'b', 'c'], slug: { text: 'snow', follows: true } }
    const theirs = { ...start, headline: 'Hail', tags: ['b', 'd'], slug: { text: 'hail', follows: true } }
    const merge = mergeContents(start, mine, { ...theirs, dateline: 'Hull' })
    expect(merge.conflicts.map(({ id }) => id)).toEqual(['headline'])
    expect(settleMerge(merge, () => 'both')).toMatchObject({
      headline: 'Snow Hail',
      tags: ['b', 'c', 'd'],
      dateline: 'Hull',
    })
  })
})

/** One thing an editor does to a list of paragraphs of sentences. `at` picks the place, `salt` makes words its own. */
type Edit = {
  does: 'rewrite' | 'add' | 'cut' | 'move' | 'new' | 'split' | 'join' | 'touch'
  at: number
  to: number
}
const edits = fc.array(
  fc.record<Edit>({
    does: fc.constantFrom('rewrite', 'add', 'cut', 'move', 'new', 'split', 'join', 'touch'),
    at: fc.nat(40),
    to: fc.nat(40),
  }),
  { maxLength: 6 },
)
/** Paragraphs of sentences, no two of them the same: of two equal ones each side may rightly take away one. */
const texts = fc
  .array(fc.array(fc.lorem({ mode: 'words', maxCount: 7 }), { minLength: 1, maxLength: 4 }), {
    minLength: 1,
    maxLength: 6,
  })
  .map((text) => text.map((one, place) => one.map((words, at) => `${words} ${place} ${at}`)))

function edited(start: readonly (readonly string[])[], doing: readonly Edit[], who: string): string[][] {
  const text = start.map((sentences) => [...sentences])
  doing.forEach(({ does, at, to }, step) => {
    const own = `${who} wrote sentence ${step}`
    const place = at % Math.max(1, text.length)
    const here = text[place]
    const sentence = to % Math.max(1, here?.length ?? 1)
    if (!here || does === 'new') text.splice(place, 0, [own])
    else if (does === 'rewrite') here[sentence] = own
    else if (does === 'touch') here[sentence] = `${here[sentence] ?? 'Now'} ${who}${step}`
    else if (does === 'add') here.splice(sentence, 0, own)
    else if (does === 'cut') here.splice(sentence, 1)
    else if (does === 'split') text.splice(place, 1, here.slice(0, sentence), here.slice(sentence))
    else if (does === 'join') text.splice(place, 2, [...here, ...(text[place + 1] ?? [])])
    else text.splice(to % text.length, 0, ...text.splice(place, 1))
  })
  return text
}
const contentOf = (text: readonly (readonly string[])[]): Content =>
  saying(...text.filter((one) => one.length > 0).map((one) => one.map((words) => `${words}.`).join(' ')))

const sentences = (lines: readonly string[]): string[] =>
  lines.flatMap((line) => line.split(/(?<=\.)\s/)).filter(Boolean)

describe('any merge', () => {
  it('has every sentence of both sides in the result or in a conflict, but those the other side took away', () => {
    fc.assert(
      fc.property(texts, edits, edits, (start, my, their) => {
        const base = contentOf(start)
        const [mine, theirs] = [contentOf(edited(start, my, 'Mo')), contentOf(edited(start, their, 'Theo'))]
        const merge = mergeContents(base, mine, theirs)
        const inConflict = merge.conflicts.flatMap((one) =>
          one.kind === 'body' ? linesOf([...one.mine, ...one.theirs]) : [],
        )
        const there = new Set(sentences([...merged(merge, 'both'), ...inConflict]))
        const [was, ours, others] = [base, mine, theirs].map((one) => new Set(sentences(bodyLines(one.body))))
        for (const [side, other] of [
          [ours, others],
          [others, ours],
        ]) {
          const lost = [...(side ?? [])].filter(
            (sentence) => !there.has(sentence) && !(was?.has(sentence) && !other?.has(sentence)),
          )
          expect(lost).toEqual([])
        }
      }),
      { numRuns: 1500 },
    )
  })

  it('is a text the library takes, whatever is chosen', () => {
    const choice = fc.constantFrom<Choice>('mine', 'theirs', 'both')
    fc.assert(
      fc.property(
        arbitraryContent,
        arbitraryContent,
        arbitraryContent,
        choice,
        (base, mine, theirs, chosen) => {
          const mixed = {
            ...mine,
            body: { ...mine.body, content: [...base.body.content, ...mine.body.content] },
          }
          const result = settleMerge(mergeContents(base, mixed, theirs), () => chosen)
          expect(contentSchema.safeParse(result).error).toBeUndefined()
        },
      ),
    )
  })

  it('of a text with itself, or with what it came from, is that text', () => {
    fc.assert(
      fc.property(arbitraryContent, arbitraryContent, (base, mine) => {
        for (const [one, other] of [
          [mine, mine],
          [mine, base],
          [base, mine],
        ] as const) {
          const merge = mergeContents(base, one, other)
          expect(merge.conflicts).toEqual([])
          expect(canonicalJson(settleMerge(merge, () => 'both'))).toBe(canonicalJson(mine))
        }
      }),
    )
  })

  it('gives all of one side where that side is always chosen and the other only worked on the same sentences', () => {
    fc.assert(
      fc.property(texts, (start) => {
        const base = contentOf(start)
        const [mine, theirs] = ['Mo', 'Theo'].map((who) =>
          contentOf(start.map((one) => one.map((words) => `${words} ${who}`))),
        )
        if (!mine || !theirs) return
        const merge = mergeContents(base, mine, theirs)
        expect(merged(merge, 'mine')).toEqual(bodyLines(mine.body))
        expect(merged(merge, 'theirs')).toEqual(bodyLines(theirs.body))
      }),
    )
  })
})
