import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Inline, Mark } from '../article/body'
import { compareInlines, compareText } from './compare-text'
import { wordUnits } from './words'

const text = (words: string, ...marks: Mark[]): Inline => ({ type: 'text', text: words, marks })
const bold: Mark = { type: 'bold' }
const link = (href: string): Mark => ({ type: 'link', attrs: { href } })

describe('comparing two texts', () => {
  it('marks the words that came and went', () => {
    expect(compareText('The river rose', 'The river fell')).toEqual([
      { kind: 'same', text: 'The river ' },
      { kind: 'removed', text: 'rose' },
      { kind: 'added', text: 'fell' },
    ])
  })

  it('shows a rewritten sentence whole, not its words in turn', () => {
    expect(compareText('and left the lower town dark', 'but spared the upper town, dark')).toEqual([
      { kind: 'removed', text: 'and left the lower' },
      { kind: 'added', text: 'but spared the upper' },
      { kind: 'same', text: ' town' },
      { kind: 'added', text: ',' },
      { kind: 'same', text: ' dark' },
    ])
  })

  it('compares Chinese and Japanese character by character, and keeps every other word whole', () => {
    expect(compareText('日本語の見出し', '日本語の記事')).toEqual([
      { kind: 'same', text: '日本語の' },
      { kind: 'removed', text: '見出し' },
      { kind: 'added', text: '記事' },
    ])
    expect(wordUnits('Élodie’s naïve 3,000-word 👩‍🚒 עברית 🇬🇧')).toEqual(
      ['Élodie’s', 'naïve', '3,000-word', '👩‍🚒', 'עברית', '🇬🇧'].flatMap((word, at) =>
        at === 0 ? [word] : [' ', word],
      ),
    )
  })

  it('tells of formatting and links that changed under the same words', () => {
    expect(compareInlines([text('one two')], [text('one '), text('two', bold)])).toEqual([
      { kind: 'same', text: 'one ' },
      { kind: 'restyled', text: 'two', how: 'now bold' },
    ])
    const [run] = compareInlines([text('site', link('https://a.org'))], [text('site', link('https://b.org'))])
    expect(run).toMatchObject({ how: 'now linked to https://b.org, no longer linked to https://a.org' })
    expect(compareInlines([text('happy', bold)], [text('hap', bold), text('py')])).toMatchObject([
      { kind: 'restyled', how: 'set differently' },
    ])
    expect(compareInlines([text('un'), text('even')], [text('uneven')])).toEqual([
      { kind: 'same', text: 'uneven' },
    ])
  })

  it('gives both texts back', () => {
    const side = fc.oneof(
      fc.lorem({ maxCount: 30 }),
      fc.string({ unit: 'binary' }),
      fc.string({ unit: 'grapheme' }),
    )
    fc.assert(
      fc.property(side, side, (before, after) => {
        const runs = compareText(before, after)
        const without = (gone: string): string =>
          runs.map((run) => (run.kind === gone ? '' : run.text)).join('')
        expect(without('added')).toBe(before)
        expect(without('removed')).toBe(after)
      }),
    )
  })
})
