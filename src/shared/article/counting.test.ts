import { describe, expect, it } from 'vitest'
import { countText, pictureSeconds, printedReadTime, readingMinutes } from './counting'

const words = (text: string): number => countText([text]).words

describe('words', () => {
  it.each([
    ['', 0],
    ['   ', 0],
    ['one', 1],
    ['it’s a well-known fact', 5],
    ['3,000.5 euros', 2],
    ['U.S.-China', 2],
    ['snake_case stays one', 3],
    ['wörld नमस्ते العربية', 3],
    ['— “ … ” !?', 0],
    ['🙂 🙂', 0],
    ['中文字', 3],
    ['日本語 and English', 5],
    ['한국어', 3],
  ])('%j holds %i', (text, expected) => {
    expect(words(text)).toBe(expected)
  })

  it('counts the characters a reader sees', () => {
    expect(countText(['👩‍👩‍👧 é']).characters).toBe(3)
    expect(countText(['ab', 'c']).characters).toBe(3)
  })
})

describe('reading time', () => {
  const lines = (count: number): string[] => [Array.from({ length: count }, () => 'word').join(' ')]

  it('is at least one minute', () => {
    expect(readingMinutes([], 0, 238)).toBe(1)
  })
  it('rounds half up', () => {
    expect(readingMinutes(lines(238 + 118), 0, 238)).toBe(1)
    expect(readingMinutes(lines(238 + 119), 0, 238)).toBe(2)
  })
  it('reads Chinese, Japanese and Korean text by the character', () => {
    expect(readingMinutes(['字'.repeat(1000)], 0, 238)).toBe(2)
  })
  it('gives the first picture 12 seconds and no picture under 3', () => {
    expect(pictureSeconds(1)).toBe(12)
    expect(pictureSeconds(2)).toBe(23)
    expect(pictureSeconds(12)).toBe(pictureSeconds(11) + 3)
  })
  it('is printed in the house way', () => {
    expect(printedReadTime(1)).toBe('1 Min Read')
    expect(printedReadTime(5)).toBe('5 Mins Read')
  })
})
