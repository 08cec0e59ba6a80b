import { z } from 'zod'

/** A word of the house dictionary: one run of characters without spaces, such as `Wednesbury` or `e-bike`. */
export const houseWordSchema = z
  .string()
  .trim()
  .min(2, 'is too short for the dictionary')
  .max(80, 'is too long for a word')
  .regex(/^[^\s#]+$/, 'must be one word without spaces')

/** The words of a house dictionary's text: one a line; what follows a # is a remark. */
export function readHouseWords(text: string): string[] {
  const lines = text
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .map((line) => line.replace(/#.*/, '').trim())
  return sorted(lines.filter((line) => houseWordSchema.safeParse(line).success))
}

/** A house dictionary as its file holds it. */
export const writeHouseWords = (words: readonly string[]): string =>
  sorted(words)
    .map((word) => `${word}\n`)
    .join('')

/** Once each, in an order that depends on no machine's language. */
function sorted(words: readonly string[]): string[] {
  const key = (word: string): string => word.toLowerCase()
  return [...new Set(words.map((word) => word.replaceAll('’', "'")))].sort((one, other) =>
    key(one) < key(other) ? -1 : key(one) > key(other) ? 1 : one < other ? -1 : one > other ? 1 : 0,
  )
}
