import type { Clock } from '../services/ports'

const hour = 3_600_000

/** A clock that stands still until it is set. */
export interface StoryClock {
  now: Clock
  setHoursAgo(hours: number): void
}

/** A clock for what happened before a present moment. */
export function storyClock(present: Date): StoryClock {
  let moment = present
  return {
    now: () => moment,
    setHoursAgo(hours) {
      moment = new Date(present.getTime() - hours * hour)
    },
  }
}
