import { computed, type ComputedRef } from 'vue'
import { useLibrary } from './library-store'

/** A moment in a person's words: `30 August 2022, 14:05`. An unknown time zone counts as UTC. */
function momentFormat(timeZone: string): Intl.DateTimeFormat {
  const parts: Intl.DateTimeFormatOptions = {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  }
  try {
    return new Intl.DateTimeFormat('en-GB', { ...parts, timeZone })
  } catch {
    return new Intl.DateTimeFormat('en-GB', { ...parts, timeZone: 'UTC' })
  }
}

/** Says moments (UTC, ISO 8601) in the site's time zone, as the desk shows them; never used for what is published. */
export function useSiteTime(): ComputedRef<(at: string) => string> {
  const library = useLibrary()
  return computed(() => {
    const format = momentFormat(library.settings?.site.timeZone ?? 'UTC')
    return (at) => format.format(new Date(at)).replace(' at ', ', ')
  })
}

/** A moment's day and its time of day, in the site's time zone, for lists that stand under the day. */
export function useSiteDay(): ComputedRef<(at: string) => { day: string; time: string }> {
  const moment = useSiteTime()
  return computed(() => (at) => {
    const [day = '', time = ''] = moment.value(at).split(', ')
    return { day, time }
  })
}
