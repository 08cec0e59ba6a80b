import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arbitraryBody } from '../article/arbitraries'
import type { Block, Body } from '../article/body'
import { compareBodies } from './compare-bodies'

const paragraph = (text: string): Block => ({ type: 'paragraph', content: [{ type: 'text', text }] })
const body = (...content: Block[]): Body => ({ type: 'doc', content })
const figure = (media: string, caption: string): Block => ({
  type: 'figure',
  attrs: { media: media.repeat(64), alt: 'A boat', decorative: false, caption, credit: 'Us', width: 'text' },
})
const kinds = (before: Body, after: Body): string[] => compareBodies(before, after).map(({ kind }) => kind)

describe('comparing two bodies', () => {
  it('counts what stayed and shows what changed, came and went in reading order', () => {
    const before = body(paragraph('It rained all day.'), paragraph('Then it stopped.'), paragraph('The end.'))
    const after = body(paragraph('It rained all night.'), paragraph('The end.'), paragraph('Or so they say.'))
    expect(kinds(before, after)).toEqual(['changed', 'removed', 'skipped', 'added'])
    expect(compareBodies(before, after)[0]).toMatchObject({
      lines: [
        { runs: [{ kind: 'same' }, { kind: 'removed', text: 'day' }, { kind: 'added', text: 'night' }, {}] },
      ],
    })
    expect(compareBodies(before, before)).toEqual([])
  })

  it('takes bodies of any length that have nothing in common', () => {
    const paragraphs = (word: string): Block[] =>
      Array.from({ length: 20_000 }, (_, place) => paragraph(`${word} ${word}${place}`))
    const parts = kinds(body(...paragraphs('rain')), body(...paragraphs('sun')))
    expect(new Set(parts)).toEqual(new Set(['removed', 'added']))
    expect(parts).toHaveLength(40_000)
  })

  it('tells a moved block from one that went and one that came', () => {
    const [one, two, three] = [
      paragraph('First words.'),
      paragraph('Second words.'),
      paragraph('Third words.'),
    ]
    expect(kinds(body(one, two, three), body(three, one, two))).toEqual([
      'moved-here',
      'skipped',
      'moved-away',
    ])
  })

  it('says when a paragraph became a heading, and when only its form changed', () => {
    const heading = (level: 2 | 3): Block => ({
      type: 'heading',
      attrs: { level },
      content: [{ type: 'text', text: 'The flood' }],
    })
    expect(compareBodies(body(paragraph('The flood')), body(heading(2)))).toMatchObject([
      { kind: 'changed', note: 'Paragraph became heading' },
    ])
    const list = (start: number): Block => ({
      type: 'orderedList',
      attrs: { start },
      content: [{ type: 'listItem', content: [paragraph('one')] }],
    })
    expect(compareBodies(body(list(1)), body(list(4)))).toMatchObject([
      { note: 'The same words in another form or order' },
    ])
  })

  it('shows a picture that was replaced, and a caption word by word', () => {
    expect(compareBodies(body(figure('a', 'Boats')), body(figure('b', 'Boats')))).toMatchObject([
      { kind: 'changed', pictures: { before: ['a'.repeat(64)], after: ['b'.repeat(64)] } },
    ])
    expect(compareBodies(body(figure('a', 'Three boats')), body(figure('a', 'Four boats')))).toMatchObject([
      { pictures: null, lines: [{ kind: 'skipped' }, { label: 'Caption' }, { kind: 'skipped' }] },
    ])
  })

  it('shows only the items of a list that changed', () => {
    const list = (...items: string[]): Block => ({
      type: 'bulletList',
      content: items.map((text) => ({ type: 'listItem', content: [paragraph(text)] })),
    })
    const [part] = compareBodies(body(list('one', 'two', 'three')), body(list('one', 'two', 'three boats')))
    expect(part).toMatchObject({ lines: [{ kind: 'skipped', lines: 2 }, { label: '•' }] })
  })

  it('finds something to say of any two bodies that differ', () => {
    fc.assert(
      fc.property(arbitraryBody, arbitraryBody, (before, after) => {
        const same = JSON.stringify(before) === JSON.stringify(after)
        expect(compareBodies(before, after).length === 0).toBe(same)
      }),
    )
  })

  it('takes 20,000 words in its stride, whether little or everything changed', () => {
    const words = (seed: number, count: number): string =>
      Array.from({ length: count }, (_, at) => `w${(at * 7919 + seed * 104_729) % 5003}`).join(' ')
    const long = Array.from({ length: 400 }, (_, at) => words(at, 50))
    const texts = {
      touched: long.map((one) => one.replace('w1', 'other')),
      rewritten: long.map((_, at) => words(at + 1000, 50)),
      shuffled: long.toReversed(),
      inOne: [long.join(' ').replaceAll('w2', 'x2')],
    }
    const before = body(...long.map(paragraph))
    for (const [name, after] of Object.entries(texts)) {
      const start = performance.now()
      expect(compareBodies(before, body(...after.map(paragraph))).length, name).toBeGreaterThan(0)
      expect(performance.now() - start, name).toBeLessThan(2000)
    }
  })
})
