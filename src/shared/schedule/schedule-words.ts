import { assertNever } from '../kernel/assert-never'
import { zonedWords } from '../site/zoned-time'
import type { When } from './schedule'

const dayNames = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

/** The name of a day of the week; 1 is Monday. */
export const dayName = (day: number): string => dayNames[day - 1] ?? ''

/** When a schedule runs, in words that can begin a sentence or follow a comma: `every day at 06:30 (Europe/London)`. */
export function whenWords(when: When, timeZone: string): string {
  switch (when.kind) {
    case 'once':
      return `once, on ${zonedWords(when.at, timeZone)}`
    case 'every':
      return `every ${pauseWords(when.minutes)}`
    case 'daily':
      return `${daysWords(when.days)} at ${when.time} (${timeZone})`
    case 'embargoes':
      return 'whenever the embargo of an approved article passes'
    default:
      return assertNever(when)
  }
}

function pauseWords(minutes: number): string {
  if (minutes % 60 !== 0) return `${minutes} minutes`
  return minutes === 60 ? 'hour' : `${minutes / 60} hours`
}

function daysWords(days: readonly number[]): string {
  if (days.length === 7) return 'every day'
  if (days.join() === '1,2,3,4,5') return 'Monday to Friday'
  const names = days.map(dayName)
  return names.length === 1 ? `every ${names[0]}` : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}
