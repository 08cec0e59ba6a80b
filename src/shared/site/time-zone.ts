import { Instant, ZoneId, ZoneOffset } from '@js-joda/core'
import '@js-joda/timezone'

/** Whether a time zone's rules are known, such as `Europe/London` or `UTC`. */
export function isTimeZone(name: string): boolean {
  try {
    ZoneId.of(name)
    return true
  } catch {
    return false
  }
}

const known = new Map<string, ZoneId>()

/** An IANA name's rules; an unknown one counts as UTC. */
export function zoneOf(name: string): ZoneId {
  const zone = known.get(name) ?? (isTimeZone(name) ? ZoneId.of(name) : ZoneOffset.UTC)
  // Found anew, a name costs more than what is asked of it.
  known.set(name, zone)
  return zone
}

/**
 * A moment (UTC, ISO 8601) to the millisecond.
 * @throws when it is none
 */
export function instantOf(moment: string): Instant {
  const milliseconds = Date.parse(moment)
  return Number.isNaN(milliseconds) ? Instant.parse(moment) : Instant.ofEpochMilli(milliseconds)
}
