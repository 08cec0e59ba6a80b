import { ok, type Result } from '../../../shared/kernel/result'
import { wrongUsage, type Refusal } from './outcome'

/** A `NAME=VALUE` of the command line. */
export interface Pair<N extends string> {
  name: N
  value: string
}

/**
 * Reads `NAME=VALUE` arguments; only the first `=` parts them.
 * @param known every name there is, to check against and to tell
 * @param what what the names are called, such as `field`
 */
export function readPairs<N extends string>(
  texts: readonly string[],
  known: readonly N[],
  what: string,
): Result<Pair<N>[], Refusal> {
  const pairs: Pair<N>[] = []
  for (const text of texts) {
    const at = text.indexOf('=')
    if (at < 1) return wrongUsage(`“${text}” is not of the form ${what.toUpperCase()}=VALUE.`)
    const given = text.slice(0, at)
    const name = known.find((one) => one.toLowerCase() === given.toLowerCase())
    if (name === undefined) return wrongUsage(`There is no ${what} “${given}”. Known: ${known.join(', ')}.`)
    if (pairs.some((pair) => pair.name === name)) return wrongUsage(`${name} is given twice.`)
    pairs.push({ name, value: text.slice(at + 1) })
  }
  return ok(pairs)
}

/** Comma-separated words, without blanks around them and without empty ones. */
export const listOf = (text: string): string[] =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)
