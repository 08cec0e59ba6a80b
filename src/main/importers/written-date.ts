import { LocalDate, LocalTime, ZoneId, ZonedDateTime } from '@js-joda/core'
import '@js-joda/timezone'
import type { PublishTime } from '../../shared/article/content'

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/**
 * The publish time that a file's date means: `none` or `undated`, `on-approval`, a day (`2022-08-30`,
 * `30 August 2022`, `August 30, 2022`), which counts as noon in the site's time zone, or a moment
 * (`2022-08-30 14:05`, with or without an offset). Null when it is none of these.
 */
export function readWrittenDate(written: string, timeZone: string): PublishTime | null {
  const text = written.trim()
  if (/^(none|undated)$/i.test(text)) return { kind: 'none' }
  if (/^on[- ]approval$/i.test(text)) return { kind: 'on-approval' }
  const clocked =
    /^(\d{4}-\d{2}-\d{2})[T ]+(\d{1,2}:\d{2})(:\d{2})?(?:\.\d+)?\s*(Z|[+-]\d{2}(?::?\d{2})?)?$/i.exec(text)
  try {
    if (clocked) return readMoment(clocked, timeZone)
    const day = readDay(text)
    return day && atTime(day, LocalTime.NOON, timeZone)
  } catch {
    // js-joda throws at a day or an hour that no calendar has.
    return null
  }
}

function readMoment(parts: RegExpExecArray, timeZone: string): PublishTime {
  const [, day = '', hour = '', seconds = '', offset] = parts
  const time = LocalTime.parse(`${hour.padStart(5, '0')}${seconds}`)
  return atTime(LocalDate.parse(day), time, offset === undefined ? timeZone : zoneOf(offset))
}

const zoneOf = (offset: string): string =>
  /^z$/i.test(offset)
    ? 'UTC'
    : offset.replace(
        /^([+-]\d{2}):?(\d{2})?$/,
        (_, hours: string, minutes?: string) => `${hours}:${minutes ?? '00'}`,
      )

function atTime(day: LocalDate, time: LocalTime, zone: string): PublishTime {
  const moment = ZonedDateTime.of(day, time, ZoneId.of(zone)).toInstant()
  return { kind: 'at', at: new Date(moment.toEpochMilli()).toISOString() }
}

function readDay(text: string): LocalDate | null {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return LocalDate.parse(text)
  const dayFirst = /^(\d{1,2})(?:st|nd|rd|th)?\s+([A-Za-z]{3,9})\.?,?\s+(\d{4})$/.exec(text)
  if (dayFirst) return dayOf(dayFirst[3], dayFirst[2], dayFirst[1])
  const monthFirst = /^([A-Za-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/.exec(text)
  return monthFirst && dayOf(monthFirst[3], monthFirst[1], monthFirst[2])
}

function dayOf(year = '', month = '', day = ''): LocalDate | null {
  const index = months.indexOf(month.slice(0, 3).toLowerCase())
  return index === -1 ? null : LocalDate.of(Number(year), index + 1, Number(day))
}
