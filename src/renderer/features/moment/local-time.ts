import { Instant, LocalDateTime, ZoneId, ZoneOffset } from '@js-joda/core'
import '@js-joda/timezone'

const zoneOf = (name: string): ZoneId => {
  try {
    return ZoneId.of(name)
  } catch {
    return ZoneOffset.UTC
  }
}

/** A moment (UTC, ISO 8601) as a time zone's date and time: `2026-01-05T10:30`. */
export function localTime(moment: string, timeZone: string): string {
  const local = LocalDateTime.ofInstant(Instant.parse(moment), zoneOf(timeZone))
  return local.toString().slice(0, 16)
}

/** The moment (UTC, ISO 8601) of a date and time as `localTime` writes them, or null when it is none. */
export function momentOf(text: string, timeZone: string): string | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/.test(text)) return null
  try {
    const instant = LocalDateTime.parse(text).atZone(zoneOf(timeZone)).toInstant()
    return new Date(instant.toEpochMilli()).toISOString()
  } catch {
    return null
  }
}
