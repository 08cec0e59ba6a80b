/**
 * What a comparison never takes apart: a word with what joins its letters, one Chinese, Japanese or Korean
 * character, one emoji, a stretch of white space, or any other single character.
 */
const eastAsian = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}`
const wordUnit = new RegExp(
  [
    String.raw`[${eastAsian}]\p{M}*`,
    String.raw`\p{Regional_Indicator}{2}`,
    String.raw`\p{Extended_Pictographic}[\p{M}\p{EMod}]*(?:\u200d\p{Extended_Pictographic}[\p{M}\p{EMod}]*)*`,
    String.raw`(?:(?![${eastAsian}])[\p{L}\p{M}\p{N}\p{Pc}])+(?:['’.,:/@&-](?:(?![${eastAsian}])[\p{L}\p{M}\p{N}\p{Pc}])+)*`,
    String.raw`\s+`,
    String.raw`.\p{M}*`,
  ].join('|'),
  'gsu',
)

/** The units of a text in order; joined they are the text again. */
export const wordUnits = (text: string): string[] => text.match(wordUnit) ?? []

/** How often each word of a text stands in it; white space and signs do not count. */
export function wordCounts(text: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const unit of wordUnits(text)) {
    if (!/[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(unit)) continue
    counts.set(unit, (counts.get(unit) ?? 0) + 1)
  }
  return counts
}

/** How much two texts share, from 0 (no word) to 1 (every word): the Dice coefficient of their words. */
export function sharedWords(one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): number {
  const total = sum(one) + sum(other)
  if (total === 0) return 0
  let shared = 0
  for (const [word, count] of one) shared += Math.min(count, other.get(word) ?? 0)
  return (2 * shared) / total
}

const sum = (counts: ReadonlyMap<string, number>): number => {
  let total = 0
  for (const count of counts.values()) total += count
  return total
}
