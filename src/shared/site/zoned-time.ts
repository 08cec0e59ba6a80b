import { ChronoUnit, DateTimeFormatter, LocalDateTime, type Instant } from '@js-joda/core'
import { printedDate } from '../article/printed-date'
import { instantOf, zoneOf } from './time-zone'

/**
 * Moments as the clocks of the site's time zone show them. Twice a year they make it hard: an hour that is left out,
 * and one that comes twice.
 */

/** What a date and time on the clocks of a time zone stands for. Moments are UTC, ISO 8601. */
export type ClockTime =
  | { kind: 'once'; moment: string }
  /** The clocks go back over it. */
  | { kind: 'twice'; first: string; second: string }
  /** The clocks go forward past it: by then they show as much later as they were put forward. */
  | { kind: 'never'; moment: string }

/**
 * Reads a date and time of a time zone; null where the calendar has none such.
 * @param text `2026-01-05T10:30`, with or without seconds
 */
export function readClockTime(text: string, timeZone: string): ClockTime | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?$/.test(text)) return null
  try {
    const local = LocalDateTime.parse(text)
    const zone = zoneOf(timeZone)
    const [first, second] = zone
      .rules()
      .validOffsets(local)
      .map((offset) => isoOf(local.toInstant(offset)))
    if (first !== undefined && second !== undefined) return { kind: 'twice', first, second }
    const moment = isoOf(local.atZone(zone).toInstant())
    return { kind: first === undefined ? 'never' : 'once', moment }
  } catch {
    return null
  }
}

const isoOf = (instant: Instant): string => new Date(instant.toEpochMilli()).toISOString()

/** A moment (UTC, ISO 8601) as a time zone's date and time: `2026-01-05T10:30`. */
export function clockTime(moment: string, timeZone: string): string {
  const local = LocalDateTime.ofInstant(instantOf(moment), zoneOf(timeZone))
  return local.toString().slice(0, 16)
}

/** How far a time zone's clocks are from UTC at a moment: `+01:00`. */
export function offsetAt(moment: string, timeZone: string): string {
  const offset = zoneOf(timeZone).rules().offset(instantOf(moment)).id()
  return offset === 'Z' ? '+00:00' : offset
}

/** A moment (UTC, ISO 8601) as machines are told it: to the second, with the offset of a time zone at that moment. */
export function zonedMoment(moment: string, timeZone: string): string {
  const local = LocalDateTime.ofInstant(instantOf(moment), zoneOf(timeZone))
  return `${local.truncatedTo(ChronoUnit.SECONDS).format(DateTimeFormatter.ISO_LOCAL_DATE_TIME)}${offsetAt(moment, timeZone)}`
}

/**
 * A moment in words, with the time zone it is told in: `29 March 2026, 03:30 (Europe/London)`. An hour that comes
 * twice says which it is: `25 October 2026, 01:30 (Europe/London, UTC+01:00)`.
 */
export function zonedWords(moment: string, timeZone: string): string {
  const shown = clockTime(moment, timeZone)
  const isTwice = readClockTime(shown, timeZone)?.kind === 'twice'
  const zone = isTwice ? `${timeZone}, UTC${offsetAt(moment, timeZone)}` : timeZone
  return `${printedDate(moment, timeZone, 'en')}, ${shown.slice(11)} (${zone})`
}
