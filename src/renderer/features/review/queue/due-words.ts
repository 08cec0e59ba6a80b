const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/**
 * How far away a due time is: `due in 40 min`, `overdue by 2 h`.
 * @param due UTC, ISO 8601
 * @param now milliseconds since 1970
 */
export function dueWords(due: string, now: number): string {
  const left = Date.parse(due) - now
  return left < 0 ? `overdue by ${span(-left)}` : `due in ${span(left)}`
}

function span(milliseconds: number): string {
  if (milliseconds < hour) return `${Math.max(1, Math.floor(milliseconds / minute))} min`
  if (milliseconds < 2 * day) return `${Math.floor(milliseconds / hour)} h`
  return `${Math.floor(milliseconds / day)} days`
}
