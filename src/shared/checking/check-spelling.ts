import { spellingRule, type Finding } from './finding'
import type { Speller } from './speller'
import { wordsToCheck } from './words'

/** Every word of a text that a speller does not know. */
export const checkSpelling = (text: string, { knows }: Pick<Speller, 'knows'>): Finding[] =>
  wordsToCheck(text)
    .filter(({ word }) => !knows(word))
    .map(({ from, to }) => {
      const written = text.slice(from, to)
      return {
        kind: 'spelling' as const,
        rule: spellingRule,
        severity: 'should' as const,
        message: `“${written}” is not in the dictionary.`,
        from,
        to,
        text: written,
        replacements: [],
      }
    })

/** A suggestion written as the misspelt word is: at a sentence’s start, or with curly apostrophes. */
export function writtenLike(suggestion: string, word: string): string {
  const curly = word.includes('’') ? suggestion.replaceAll("'", '’') : suggestion
  return startsWithCapital(word) ? capitalised(curly) : curly
}

/** Whether a text begins with a capital letter. */
export const startsWithCapital = (text: string): boolean => /^\p{Lu}/u.test(text)

/** A text with its first letter as a capital. */
export const capitalised = (text: string): string =>
  text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase())
