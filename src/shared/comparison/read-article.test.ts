import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Block, Body } from '../article/body'
import { arbitraryBody } from '../article/arbitraries'
import { bodyTexts } from '../checking/body-places'
import { readBodies } from './read-article'
import { readableBody, whoBrought } from './who-brought'

const paragraph = (text: string): Block => ({
  type: 'paragraph',
  content: text ? [{ type: 'text', text }] : [],
})
const bodyOf = (...texts: string[]): Body => ({ type: 'doc', content: texts.map(paragraph) })

function read(...versions: Body[]) {
  const origins = whoBrought(versions.map(readableBody))
  const [first, last] = [versions[0] ?? bodyOf(''), versions.at(-1) ?? bodyOf('')]
  return readBodies(first, last, origins)
}

describe('a text as it is read', () => {
  it('is all there, with what came and went and who brought it', () => {
    const blocks = read(
      bodyOf('The ferry sails at noon.', 'Tickets are free.'),
      bodyOf('The old ferry sails at noon.', 'Tickets are free.'),
      bodyOf('The old ferry sails at one.', 'Tickets are free.'),
    )
    expect(blocks.map(({ kind, at }) => [kind, at])).toEqual([
      ['changed', 0],
      ['same', 29],
    ])
    expect(blocks[0]?.lines[0]?.runs.map(({ kind, text, version }) => [kind, text, version])).toEqual([
      ['same', 'The ', 0],
      ['added', 'old ', 1],
      ['same', 'ferry sails at ', 0],
      ['removed', 'noon', 2],
      ['added', 'one', 2],
      ['same', '.', 0],
    ])
  })

  it('parts what two versions wrote next to each other', () => {
    const [block] = read(
      bodyOf('A boat.'),
      bodyOf('A boat. It is red.'),
      bodyOf('A boat. It is red. It is old.'),
    )
    const added = block?.lines[0]?.runs.filter(({ kind }) => kind === 'added')
    expect(added?.map(({ version }) => version)).toEqual([1, 2])
    expect(added?.map(({ text }) => text).join('')).toBe(' It is red. It is old.')
  })

  it('says where each letter stands, footnotes and all', () => {
    const note = { type: 'footnote' as const, content: [{ type: 'text' as const, text: 'See.' }] }
    const body: Body = {
      type: 'doc',
      content: [
        paragraph('One.'),
        {
          type: 'paragraph',
          content: [{ type: 'text', text: 'Two' }, note, { type: 'text', text: ' more.' }],
        },
      ],
    }
    const line = read(body, body)[1]?.lines[0]
    expect(line?.placed?.text).toBe('Two [See.] more.')
    const placeOf = (word: string): number => line?.placed?.places?.[line.placed.text.indexOf(word)] ?? -1
    expect([placeOf('Two'), placeOf('See.'), placeOf('more.')]).toEqual([7, 11, 17])
  })

  it('holds every letter of the present text once and in order, at its place', () => {
    fc.assert(
      fc.property(arbitraryBody, arbitraryBody, (before, after) => {
        const blocks = readBodies(before, after, whoBrought([before, after].map(readableBody)))
        const texts = new Map(bodyTexts(after).map((one) => [`${one.attribute} ${one.at}`, one.text]))
        for (const { placed, runs } of blocks.flatMap(({ lines }) => lines)) {
          if (!placed) continue
          const now = runs.filter(({ kind }) => kind !== 'removed')
          expect(now.map(({ text }) => text).join('')).toBe(placed.text)
          now.forEach(({ from, text }) => expect(placed.text.startsWith(text, from ?? -1)).toBe(true))
          if (placed.attribute) {
            const { name, at } = placed.attribute
            expect(texts.get(`${name} ${at}`) ?? '').toBe(placed.text)
          }
          if (placed.places) expect(placed.places).toHaveLength(placed.text.length + 1)
        }
      }),
      { numRuns: 60 },
    )
  })
})
