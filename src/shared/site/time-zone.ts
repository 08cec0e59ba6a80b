import { ZoneId, ZoneOffset } from '@js-joda/core'
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

/** An IANA name's rules; an unknown one counts as UTC. */
export const zoneOf = (name: string): ZoneId => (isTimeZone(name) ? ZoneId.of(name) : ZoneOffset.UTC)
