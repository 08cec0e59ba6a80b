import type { ErrorWith } from '../../shared/kernel/app-error'
import { err, ok, type Result } from '../../shared/kernel/result'
import type { Clock } from './ports'

const freeTries = 5
const firstWait = 5
const longestWait = 900

/** Slows down guessing: from the fifth wrong try in a row on, each one doubles the wait before the next. */
export interface Throttle {
  /** Counts a try as wrong before it is judged, so that many at once are not each free; or says how long to wait. */
  begin(person: string): Result<void, ErrorWith<'too-many-tries'>>
  /** A right passphrase forgives the wrong ones before it. */
  clear(person: string): void
}

/** Wrong tries by person, forgotten when Galley closes. Waits are in seconds, 15 minutes at most. */
export function createThrottle(now: Clock): Throttle {
  const tries = new Map<string, { wrong: number; openFrom: number }>()
  return {
    begin(person) {
      const before = tries.get(person) ?? { wrong: 0, openFrom: 0 }
      const time = now().getTime()
      if (time < before.openFrom) {
        return err({ code: 'too-many-tries', seconds: Math.ceil((before.openFrom - time) / 1000) })
      }
      const wrong = before.wrong + 1
      const wait =
        wrong < freeTries ? 0 : Math.min(longestWait, firstWait * 2 ** Math.min(20, wrong - freeTries))
      tries.set(person, { wrong, openFrom: time + wait * 1000 })
      return ok(undefined)
    },
    clear(person) {
      tries.delete(person)
    },
  }
}
