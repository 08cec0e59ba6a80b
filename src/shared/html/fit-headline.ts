import type { Warnings } from './warnings'

const longest = 10_000

/** Text as one line. */
export const oneLine = (text: string): string => text.replace(/[\s\u0085]+/g, ' ').trim()

/**
 * A headline on one line and within the article's limit. When it has to be cut, `rest` holds the whole text for the
 * body, so that no word is lost.
 */
export function fitHeadline(text: string, warnings: Warnings): { headline: string; rest: string } {
  const line = oneLine(text)
  if (line.length <= longest) return { headline: line, rest: '' }
  warnings.add(
    'The first line is too long for a headline: its beginning stands there, and all of it in the body.',
  )
  return { headline: cutText(line, 200), rest: line }
}

/** At most so many UTF-16 units of a text, without cutting a character in two. */
export const cutText = (text: string, units: number): string =>
  text.length <= units ? text : text.slice(0, units).replace(/[\ud800-\udbff]$/, '')

/** Names on one line each, without empty, endless and repeated ones, and no more than so many. */
export const namesIn = (written: readonly string[], most: number): string[] =>
  [...new Set(written.map(oneLine))].filter((name) => name !== '' && name.length <= 1000).slice(0, most)
