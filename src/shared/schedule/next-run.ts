import { assertNever } from '../kernel/assert-never'
import { clockTime, readClockTime } from '../site/zoned-time'
import type { When } from './schedule'

/** What the moments of a schedule depend on besides itself. */
export interface Calendar {
  /** The site's, an IANA name. */
  timeZone: string
  /** When it was signed. UTC, ISO 8601, as all moments here. */
  since: string
  /** When embargoes of approved articles pass. */
  embargoes: readonly string[]
}

/** The first moment after another at which a schedule is due; null where none comes any more. */
export function nextRun(when: When, after: string, calendar: Calendar): string | null {
  switch (when.kind) {
    case 'once':
      return when.at > after ? when.at : null
    case 'every':
      return nextInStep(when.minutes * 60_000, after, calendar.since)
    case 'daily':
      return nextOnClock(when, after, calendar.timeZone)
    case 'embargoes':
      return calendar.embargoes.filter((at) => at > after).sort()[0] ?? null
    default:
      return assertNever(when)
  }
}

/**
 * The last moment at which a schedule was due, after one and up to another, and how many there were: a desk that was
 * closed or asleep makes up for all of them with one run. Null where none was due.
 */
export function lastDue(
  when: When,
  after: string,
  now: string,
  calendar: Calendar,
): { due: string; count: number } | null {
  let due: string | null = null
  let count = 0
  let next = nextRun(when, after, calendar)
  while (next !== null && next <= now) {
    due = next
    count += 1
    next = nextRun(when, next, calendar)
  }
  return due === null ? null : { due, count }
}

function nextInStep(step: number, after: string, since: string): string {
  const from = Date.parse(since)
  const passed = Math.max(0, Math.floor((Date.parse(after) - from) / step))
  return new Date(from + (passed + 1) * step).toISOString()
}

/**
 * A time that the clocks leave out is due when they have been put forward; one that they show twice is due the first
 * time only.
 */
function nextOnClock(
  { time, days }: Extract<When, { kind: 'daily' }>,
  after: string,
  timeZone: string,
): string | null {
  const today = Date.parse(`${clockTime(after, timeZone).slice(0, 10)}T00:00:00Z`)
  // A week on is the same day of the week again, which counts where today's time has passed.
  for (let ahead = 0; ahead <= 7; ahead += 1) {
    const day = new Date(today + ahead * dayMs)
    if (!days.includes(day.getUTCDay() || 7)) continue
    const read = readClockTime(`${day.toISOString().slice(0, 10)}T${time}`, timeZone)
    const due = read && (read.kind === 'twice' ? read.first : read.moment)
    if (due !== null && due > after) return due
  }
  return null
}

const dayMs = 24 * 60 * 60_000
