import type { ErrorWith } from '../../shared/kernel/app-error'
import { err, ok, type Result } from '../../shared/kernel/result'
import { Turns } from '../../shared/kernel/turns'
import type { Clock, TryStore } from './ports'

const freeTries = 5
const firstWait = 5
const longestWait = 900

/** Slows down guessing: from the fifth wrong try in a row on, each one doubles the wait before the next. */
export interface Throttle {
  /**
   * Judges a try and counts it where it is wrong, or says how long to wait. One person's tries are judged one after
   * another, so that many at once are not each free.
   */
  judge(
    person: string,
    isRight: () => Promise<boolean>,
  ): Promise<Result<void, ErrorWith<'wrong-passphrase' | 'too-many-tries'>>>
  /** Forgives the wrong tries so far. */
  clear(person: string): Promise<void>
}

/** Wrong tries by person, kept in a store. Waits are in seconds, 15 minutes at most. */
export function createThrottle(now: Clock, store: TryStore): Throttle {
  const turns = new Turns()
  return {
    judge: (person, isRight) =>
      turns.take(person, async () => {
        const before = await store.find(person)
        const left = before ? Math.ceil((before.openFrom - now().getTime()) / 1000) : 0
        // Longer than any wait: the clock was ahead for a while, which must not lock anybody out.
        if (left > 0 && left <= longestWait) return err({ code: 'too-many-tries', seconds: left })
        if (await isRight()) {
          if (before) await store.keep(person, null)
          return ok(undefined)
        }
        const wrong = (before?.wrong ?? 0) + 1
        const wait =
          wrong < freeTries ? 0 : Math.min(longestWait, firstWait * 2 ** Math.min(20, wrong - freeTries))
        await store.keep(person, { wrong, openFrom: now().getTime() + wait * 1000 })
        return err({ code: 'wrong-passphrase' })
      }),
    clear: (person) => turns.take(person, () => store.keep(person, null)),
  }
}
