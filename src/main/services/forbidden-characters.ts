import { findForbidden } from '../../shared/render/escape'

/**
 * A warning when texts hold code points that no page can show.
 * @param what whose texts they are, as a sentence begins
 * @param value anything with texts in it
 */
export function forbiddenIn(what: string, value: unknown): string[] {
  const found = findForbidden(wordsIn(value).join(' '))
  return found.length === 0
    ? []
    : [`${what} holds characters no page may hold (${found.join(', ')}); they print as U+FFFD.`]
}

const wordsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(wordsIn) : []
}
