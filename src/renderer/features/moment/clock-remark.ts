import { clockTime, offsetAt, readClockTime } from '../../../shared/site/zoned-time'

/** What a person has to know of a moment where the clocks change, and the other moment that the clocks call the same. */
export interface ClockRemark {
  words: string
  other: { moment: string; title: string } | null
}

/**
 * @param moment UTC, ISO 8601, or null
 * @param skipped a date and time that was typed and that the clocks leave out, or ''
 */
export function clockRemark(moment: string | null, timeZone: string, skipped: string): ClockRemark {
  if (moment === null) return { words: '', other: null }
  const shown = clockTime(moment, timeZone)
  const hour = shown.slice(11)
  if (skipped !== '') {
    const words = `${skipped.slice(11, 16)} does not exist on that day: the clocks go forward past it. ${hour} is taken.`
    return { words, other: null }
  }
  const read = readClockTime(shown, timeZone)
  if (read?.kind !== 'twice') return { words: '', other: null }
  const isFirst = moment < read.second
  const words = `The clocks go back, so ${hour} comes twice: this is the ${isFirst ? 'first' : 'second'}, at UTC${offsetAt(moment, timeZone)}.`
  return {
    words,
    other: isFirst
      ? { moment: read.second, title: `Take the second ${hour}` }
      : { moment: read.first, title: `Take the first ${hour}` },
  }
}
