/** Where two lists differ: `removed` items of the first, from `start` on, are `added` items of the second. */
export interface ChangedRun {
  start: number
  removed: number
  added: number
}

/** The shortest run that turns one list into another, found by identity from both ends; null when they are alike. */
export function changedRun<T>(before: readonly T[], after: readonly T[]): ChangedRun | null {
  const shorter = Math.min(before.length, after.length)
  let start = 0
  while (start < shorter && before[start] === after[start]) start += 1
  if (start === before.length && start === after.length) return null
  let end = 0
  while (end < shorter - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1
  return { start, removed: before.length - start - end, added: after.length - start - end }
}
