import { describe, expect, it } from 'vitest'
import type { Block } from '../article/body'
import { emptyContent, type Content } from '../article/content'
import type { Place } from '../checking/places'
import type { Anchor } from './anchor'
import { anchorAt, settleAnchor } from './anchor-at'
import { carryAnchor, carryRemarks } from './carry-anchors'

const paragraph = (text: string): Block => ({
  type: 'paragraph',
  ...(text && { content: [{ type: 'text', text }] }),
})
const figure = (media: string, alt = ''): Block => ({
  type: 'figure',
  attrs: { media: media.repeat(64), alt, decorative: false, caption: '', credit: '', width: 'text' },
})
const contentOf = (...content: Block[]): Content => ({
  ...emptyContent('en'),
  headline: 'Rain in May',
  body: { type: 'doc', content },
})
function anchorOf(content: Content, place: Place): Anchor {
  const anchor = anchorAt(content, place)
  if (!anchor) throw new Error('No such place')
  return anchor
}
const inBody = (from: number, to: number, attribute: 'alt' | null = null): Place => ({
  in: 'body',
  attribute,
  from,
  to,
})

describe('anchors of other things than words', () => {
  const before = contentOf(paragraph('It rained.'), figure('a', 'A boat'), paragraph('Then it stopped.'))

  it('stay on a picture that moves, or becomes another one in its place; say when it is gone and find it again', () => {
    const anchor = anchorOf(before, inBody(12, 13))
    const moved = contentOf(paragraph('It rained.'), paragraph('Then it stopped.'), figure('a', 'A boat'))
    expect(carryAnchor(anchor, before, moved)).toMatchObject({ place: inBody(30, 31), gone: false })
    const other = contentOf(paragraph('Now.'), ...before.body.content.with(1, figure('b')))
    expect(carryAnchor(anchor, before, other)).toMatchObject({ place: inBody(18, 19), gone: false })
    const without = contentOf(...before.body.content.toSpliced(1, 1))
    const gone = carryAnchor(anchor, before, without)
    expect(gone.gone).toBe(true)
    expect(carryAnchor(gone, without, before)).toMatchObject({ place: inBody(12, 13), gone: false })
  })

  it('stay on a text beside a picture, with what it says now', () => {
    const anchor = anchorOf(before, inBody(12, 13, 'alt'))
    const after = contentOf(...before.body.content.with(1, figure('a', 'A white boat')))
    expect(carryAnchor(anchor, before, after)).toMatchObject({ quote: 'A white boat', gone: false })
    const emptied = contentOf(...before.body.content.with(1, figure('a')))
    expect(carryAnchor(anchor, before, emptied)).toMatchObject({ quote: 'A boat', gone: true })
  })

  it('stay between two letters, until both went', () => {
    const anchor = anchorOf(before, inBody(4, 4))
    const after = contentOf(paragraph('Yesterday it rained.'), paragraph('It poured.'))
    expect(carryAnchor(anchor, before, after).gone).toBe(false)
    expect(carryAnchor(anchor, before, contentOf(paragraph('Snow!'))).gone).toBe(true)
  })

  it('stay on words of a field, on a whole field and on the article as a whole', () => {
    const words = anchorOf(before, { in: 'field', field: 'headline', from: 8, to: 11 })
    const after = { ...before, headline: 'Heavy rain in May' }
    expect(carryAnchor(words, before, after).place).toMatchObject({ from: 14, to: 17 })
    expect(carryAnchor(words, before, { ...before, headline: 'Sun' }).gone).toBe(true)
    const whole = anchorOf(before, { in: 'field', field: 'tags' })
    expect(carryAnchor(whole, before, { ...before, tags: ['rain'] })).toEqual(whole)
    expect(carryAnchor(anchorAt(before, null) ?? words, before, after).place).toBeNull()
  })

  it('are found by their words where those moved before anybody knew', () => {
    const anchor = anchorOf(before, inBody(19, 21))
    const later = contentOf(paragraph('Look:'), ...before.body.content)
    expect(settleAnchor(later, anchor)?.place).toEqual(inBody(26, 28))
    expect(settleAnchor(contentOf(paragraph('Nothing.')), anchor)).toBeNull()
  })
})

describe('a long article', () => {
  const words = Array.from({ length: 100 }, (_, index) => `word${index}`).join(' ')
  const long = (change: (text: string, index: number) => string): Content =>
    contentOf(...Array.from({ length: 200 }, (_, index) => paragraph(change(`${index} ${words}.`, index))))
  const before = long((text) => text)
  const threads = Array.from({ length: 50 }, (_, index) => ({
    id: String(index),
    anchor: anchorOf(before, inBody(1 + index * 400, 11 + index * 400)),
    blocking: false,
    comments: [],
    resolved: null,
  }))
  const review = { threads, suggestions: [], claims: [] }
  /** The shortest of three times in milliseconds: the machine may be busy. */
  const timeOf = (after: Content): number =>
    Math.min(
      ...[1, 2, 3].map(() => {
        const start = performance.now()
        carryRemarks(review, before, after)
        return performance.now() - start
      }),
    )

  it('of 20,000 words costs little to carry, however much of it changed', () => {
    expect(timeOf(long((text, index) => (index === 100 ? `${text} More.` : text)))).toBeLessThan(100)
    expect(timeOf(long((text) => text.replaceAll('word7 ', 'other ')))).toBeLessThan(1500)
  })

  it('costs nothing where nothing is said', () => {
    const silent = { threads: [], suggestions: [], claims: [] }
    expect(carryRemarks(silent, before, before)).toBe(silent)
  })
})
