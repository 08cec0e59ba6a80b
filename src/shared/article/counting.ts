import { countGraphemes } from 'unicode-segmenter/grapheme'

/** Words a minute for silent reading of English non-fiction (Brysbaert 2019, doi:10.1016/j.jml.2019.104047). */
export const defaultReadingRate = 238
/** Characters a minute for Chinese, Japanese and Korean text. */
const eastAsianRate = 500

const eastAsian = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu

/**
 * Words by the default word boundaries of UAX #29: letters and digits hold together, across an apostrophe, a
 * middle dot or a full stop between letters (WB6-7) and across a separator between digits (WB11-12), and an
 * underscore joins (WB13). Written as one expression because `Intl.Segmenter` differs between hosts.
 */
const letter = String.raw`[\p{Alphabetic}\p{Nd}\p{M}\p{Pc}\u200c\u200d\u00ad]`
const word = new RegExp(
  String.raw`(?=[\p{Alphabetic}\p{Nd}])${letter}+(?:(?:(?<=\p{Alphabetic}\p{M}*)['’.:·․‧﹕＇．：](?=\p{Alphabetic})|(?<=\p{Nd})['’.,;，．；٬﹐﹔](?=\p{Nd}))${letter}+)*`,
  'gu',
)

export interface Counts {
  /** Words, with each Chinese, Japanese or Korean character counted as one. */
  words: number
  /** User-perceived characters (grapheme clusters), spaces included, line breaks not. */
  characters: number
}

const countMatches = (text: string, pattern: RegExp): number => {
  let count = 0
  pattern.lastIndex = 0
  while (pattern.test(text)) count += 1
  return count
}

/** Characters that are read one by one, and the other words. */
function readingUnits(text: string): { words: number; eastAsianCharacters: number } {
  const eastAsianCharacters = countMatches(text, eastAsian)
  const rest = eastAsianCharacters > 0 ? text.replace(eastAsian, ' ') : text
  return { words: countMatches(rest, word), eastAsianCharacters }
}

/** Words and characters of some lines of text. */
export function countText(lines: readonly string[]): Counts {
  let words = 0
  let characters = 0
  for (const line of lines) {
    const units = readingUnits(line)
    words += units.words + units.eastAsianCharacters
    characters += isAscii(line) ? line.length : countGraphemes(line)
  }
  return { words, characters }
}

const isAscii = (text: string): boolean => /^[ -~]*$/.test(text)

/** Seconds spent on pictures: 12 for the first, one fewer for each further one, never under 3. */
export function pictureSeconds(pictures: number): number {
  let seconds = 0
  for (let index = 0; index < pictures; index += 1) seconds += Math.max(3, 12 - index)
  return seconds
}

/**
 * Minutes to read some lines of text and a number of pictures, rounded half up, at least 1.
 * @param wordsPerMinute the site's reading rate
 */
export function readingMinutes(lines: readonly string[], pictures: number, wordsPerMinute: number): number {
  let minutes = pictureSeconds(pictures) / 60
  for (const line of lines) {
    const units = readingUnits(line)
    minutes += units.words / wordsPerMinute + units.eastAsianCharacters / eastAsianRate
  }
  // A sum of fractions can fall a hair short of a half that it reaches on paper.
  return Math.max(1, Math.floor(minutes + 0.5 + 1e-9))
}

/** As the page prints it: `1 Min Read`, `5 Mins Read`. */
export const printedReadTime = (minutes: number): string =>
  `${minutes} ${minutes === 1 ? 'Min' : 'Mins'} Read`
