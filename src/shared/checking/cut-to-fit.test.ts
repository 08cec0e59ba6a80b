import fc from 'fast-check'
import { countGraphemes, splitGraphemes } from 'unicode-segmenter/grapheme'
import { expect, it } from 'vitest'
import { cutToFit } from './cut-to-fit'

const cut = (text: string, most: number): string => cutToFit(text, most, countGraphemes)

it('leaves what fits as it is, but for white space', () => {
  expect(cut('  A short\nline ', 12)).toBe('A short line')
})

it('ends between words where one is near', () => {
  expect(cut('The harbour wall gives way', 20)).toBe('The harbour wall…')
  expect(cut('The harbour wall gives way', 17)).toBe('The harbour wall…')
  expect(cut('Donaudampfschifffahrtsgesellschaft', 10)).toBe('Donaudamp…')
})

it('never takes a character apart', () => {
  expect(cut('👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦', 2)).toBe('👨‍👩‍👧‍👦…')
})

it('always fits, and is always the beginning of the text', () => {
  const any = fc.oneof(fc.string({ unit: 'grapheme' }), fc.lorem(), fc.string({ unit: 'binary' }))
  fc.assert(
    fc.property(any, fc.integer({ min: 1, max: 60 }), (text, most) => {
      const line = text.replace(/\s+/gu, ' ').trim()
      const shown = cut(text, most)
      if (shown === line) {
        expect(countGraphemes(line)).toBeLessThanOrEqual(most)
        return
      }
      expect(countGraphemes(shown)).toBeLessThanOrEqual(Math.max(most, 1))
      const kept = [...splitGraphemes(shown.slice(0, -1))]
      expect([...splitGraphemes(line)].slice(0, kept.length).join('')).toBe(kept.join(''))
    }),
  )
})
