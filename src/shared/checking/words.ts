/** A word as it stands in a text, for a dictionary to know or not. */
export interface WrittenWord {
  word: string
  from: number
  to: number
}

/**
 * Runs of characters that hold no words of a language, whatever letters are in them. Each kind is looked for where such
 * a run can begin and nowhere within it: otherwise a long text without spaces would take minutes.
 */
const notWords = new RegExp(
  [
    /(?<![a-z0-9+.-])[a-z0-9+.-]+:\/\/\S+/,
    /(?:mailto|tel):\S+/,
    /\bwww\.\S+/,
    /(?<![^\s@])[^\s@]+@[^\s@]+\.[^\s@]+/,
    /[@#][\p{L}\p{N}_][\p{L}\p{N}_.-]*/u,
    /(?<![a-z0-9-]|[a-z0-9-]\.)[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:com|org|net|info|gov|edu|int|eu|uk|io)\b(?:\/\S*)?/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'giu',
)
/** Letters with their accents; an apostrophe or a hyphen between letters belongs to the word. */
const words = /[\p{L}\p{M}]+(?:['’‐-][\p{L}\p{M}]+)*/gu

const scripts = [
  'Latin',
  'Cyrillic',
  'Greek',
  'Armenian',
  'Georgian',
  'Hebrew',
  'Arabic',
  'Devanagari',
  'Bengali',
].concat(['Tamil', 'Telugu', 'Thai', 'Ethiopic', 'Hangul', 'Han', 'Hiragana', 'Katakana'])
const scriptPatterns = scripts.map((script) => new RegExp(`\\p{Script=${script}}`, 'u'))

/** Which scripts a text is written in, as bits; 0 for one without letters that are known here. */
export const scriptsOf = (text: string): number =>
  scriptPatterns.reduce((bits, pattern, place) => (pattern.test(text) ? bits | (1 << place) : bits), 0)

/**
 * The words of a text that a dictionary can be asked about. Left out: addresses, numbers and what is joined to
 * them, names such as `@desk`, single letters, acronyms and words with capitals inside.
 */
export function wordsToCheck(text: string): WrittenWord[] {
  const plain = text.replace(notWords, (found) => ' '.repeat(found.length))
  const found: WrittenWord[] = []
  for (const { 0: word, index } of plain.matchAll(words)) {
    const to = index + word.length
    if (touchesNumber(plain, index, to) || isLeftAlone(word)) continue
    found.push({ word: word.replaceAll('’', "'"), from: index, to })
  }
  return found
}

const touchesNumber = (text: string, from: number, to: number): boolean =>
  /[\p{N}_]/u.test(text.charAt(from - 1)) || /[\p{N}_]/u.test(text.charAt(to))

/** `I`, `NATO`, `MPs`, `iPhone`: no dictionary settles these. */
function isLeftAlone(word: string): boolean {
  const base = word.replace(/['’]?s$/u, '')
  return [...base].length < 2 || /\p{Lu}\p{Lu}|\p{Ll}\p{Lu}/u.test(base)
}
