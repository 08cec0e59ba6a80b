import { differenceInCalendarDays, differenceInHours, differenceInMinutes, format } from 'date-fns'

/** How long ago something was, as short as a column wants it: `17 min ago`, `3 h ago`, `yesterday`, `6 Jan`. */
export function updatedWords(at: Date, now: Date): string {
  const minutes = differenceInMinutes(now, at)
  if (minutes < 1) return 'just now'
  if (minutes < 60) return `${minutes} min ago`
  const hours = differenceInHours(now, at)
  if (hours < 12) return `${hours} h ago`
  const days = differenceInCalendarDays(now, at)
  if (days === 0) return `${hours} h ago`
  if (days === 1) return 'yesterday'
  if (days < 7) return `${days} days ago`
  return format(at, at.getFullYear() === now.getFullYear() ? 'd MMM' : 'd MMM yyyy')
}
