const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/**
 * How long something has been waiting, in words.
 * @param since UTC, ISO 8601
 * @param now milliseconds since 1970
 */
export function waitedFor(since: string, now: number): string {
  const waited = now - Date.parse(since)
  if (waited < minute) return 'just now'
  if (waited < hour) return count(waited / minute, 'minute')
  if (waited < 2 * day) return count(waited / hour, 'hour')
  return count(waited / day, 'day')
}

function count(exact: number, unit: string): string {
  const whole = Math.floor(exact)
  return `${whole} ${unit}${whole === 1 ? '' : 's'}`
}
