import { RE2JS, RE2JSException } from 're2js'
import { z } from 'zod'
import { err, ok, type Result } from '../kernel/result'

/** What is looked for, and how. */
export const soughtSchema = z.strictObject({
  text: z.string().min(1).max(2000),
  /** Read as a regular expression: RE2's, which have no look-around and no back references and never run away. */
  regex: z.boolean(),
  wholeWord: z.boolean(),
  matchCase: z.boolean(),
})
export type Sought = z.infer<typeof soughtSchema>

/** A run of a text that was found: offsets in UTF-16 units. */
export interface Found {
  from: number
  to: number
  /** The words found, then what each group of the expression took; '' for a group that took nothing. */
  groups: readonly string[]
}

export type Finder = (text: string) => Found[]

const letter = /[\p{L}\p{M}\p{N}_]/u
/** What stands in a text for a line break or for something that is no letter: nothing found may reach over it. */
const noLetter = /[\n\ufffc]/

/**
 * A finder for a search, or why its expression cannot be read, in words. What it finds is never empty and never
 * overlaps.
 */
export function finderFor({ text, regex, wholeWord, matchCase }: Sought): Result<Finder, string> {
  const compiled = compile(regex ? text : RE2JS.quote(text), matchCase)
  if (!compiled.ok) return compiled
  const pattern = compiled.value
  return ok((within) => {
    const found: Found[] = []
    const matcher = pattern.matcher(within)
    while (matcher.find()) {
      const [from, to] = [matcher.start(), matcher.end()]
      if (from === to || noLetter.test(within.slice(from, to))) continue
      if (wholeWord && !isWhole(within, from, to)) continue
      const groups = Array.from(
        { length: matcher.groupCount() + 1 },
        (_, index) => matcher.group(index) ?? '',
      )
      found.push({ from, to, groups })
    }
    return found
  })
}

function compile(expression: string, matchCase: boolean): Result<RE2JS, string> {
  try {
    return ok(RE2JS.compile(expression, matchCase ? 0 : RE2JS.CASE_INSENSITIVE))
  } catch (failure) {
    if (failure instanceof RE2JSException) return err(failure.message)
    throw failure
  }
}

const isWhole = (text: string, from: number, to: number): boolean =>
  !(letter.test(letterBefore(text, from)) && letter.test(letterAfter(text, from))) &&
  !(letter.test(letterBefore(text, to)) && letter.test(letterAfter(text, to)))

const letterBefore = (text: string, at: number): string =>
  Array.from(text.slice(Math.max(0, at - 2), at)).at(-1) ?? ''
const letterAfter = (text: string, at: number): string => Array.from(text.slice(at, at + 2))[0] ?? ''

/** What stands in place of something found: as it was typed, or with `$1` to `$9`, `$&` and `$$` filled in. */
export function replacementFor(
  { groups }: Found,
  replacement: string,
  { regex }: Pick<Sought, 'regex'>,
): string {
  if (!regex) return replacement
  return replacement.replace(/\$([$&1-9])/g, (_whole, sign: string) =>
    sign === '$' ? '$' : (groups[sign === '&' ? 0 : Number(sign)] ?? ''),
  )
}
