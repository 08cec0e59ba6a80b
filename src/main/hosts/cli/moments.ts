import { err, ok, type Result } from '../../../shared/kernel/result'

/**
 * A moment as UTC, ISO 8601, from what a person wrote: with an offset or `Z` it stands as it is; a day, or a day and
 * a time, is read in the site's time zone.
 * @param timeZone an IANA name
 * @param hour what a day without a time means: its start for a limit, noon for a date that is printed
 */
export async function readMoment(
  text: string,
  timeZone: string,
  hour: 'start' | 'noon',
): Promise<Result<string, string>> {
  const written = text.trim().replace(/^(\d{4}-\d{2}-\d{2}) (?=\d)/, '$1T')
  const wrong = err(`“${text}” is not a time such as 2026-05-17, 2026-05-17T09:30 or 2026-05-17T09:30:00Z.`)
  if (!/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})?)?$/i.test(written))
    return wrong
  if (/(z|[+-]\d{2}:?\d{2})$/i.test(written.slice(10))) {
    const moment = new Date(written)
    // The calendar is checked too: `Date` takes 30 February for 1 or 2 March.
    return Number.isNaN(moment.getTime()) || !isDay(written) ? wrong : ok(moment.toISOString())
  }
  // Zone rules are large: only who needs them loads them.
  const { readClockTime, offsetAt } = await import('../../../shared/site/zoned-time')
  const isDayAlone = written.length === 10
  const time = isDayAlone ? `${written}T${hour === 'noon' ? '12' : '00'}:00` : written.toUpperCase()
  const read = readClockTime(time, timeZone)
  if (!read) return wrong
  if (read.kind === 'once') return ok(read.moment)
  if (isDayAlone) return ok(read.kind === 'twice' ? read.first : read.moment)
  if (read.kind === 'never')
    return err(`“${text}” does not exist in ${timeZone}: the clocks go forward past it on that day.`)
  const [first, second] = [read.first, read.second].map((moment) => `${time}${offsetAt(moment, timeZone)}`)
  return err(`“${text}” comes twice in ${timeZone}, where the clocks go back: write ${first} or ${second}.`)
}

/** Whether the calendar has the day that an ISO text starts with. */
export function isDay(text: string): boolean {
  const day = text.slice(0, 10)
  const read = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(day)
}
