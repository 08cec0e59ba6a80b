import type { Announce, Clock } from './ports'

/** A window that can hold edit locks: its session of the desk. */
export interface Holder {
  /** Who is signed in there. */
  readonly person: string | null
  readonly tell: Announce
}

/** Who edits an article, where, and since when (UTC, ISO 8601). */
interface EditLock {
  readonly holder: Holder
  readonly person: string
  readonly since: string
}

/**
 * Who edits which article of an open library. Held in memory only: a desk that starts has no windows yet. Every
 * window is told when a lock changes hands.
 */
export interface EditLocks {
  /** The lock of an article; null when nobody holds it, or whoever did has signed out or gone silent. */
  of(article: string): EditLock | null
  /** Takes a free lock, or says that one’s own is still used. Gives whichever lock there is then. */
  take(article: string, holder: Holder, person: string): EditLock
  /** Gives a lock back, or on to whoever waits for it; nothing happens where it is another’s. */
  release(article: string, holder: Holder): void
  /** Gives back every lock of a window. */
  leave(holder: Holder): void
  /**
   * Takes a lock from whoever holds it. Their window is told to finish and has a moment for that; then the lock
   * goes over whether it answered or not. Where somebody else came first, the lock is theirs.
   * @param name of the person who takes it over
   */
  takeOver(article: string, holder: Holder, person: string, name: string): Promise<EditLock>
}

interface Held extends EditLock {
  /** When its window was last heard of, in milliseconds. */
  heard: number
}

/** A window says so often that it is there, even hidden: its timers then run once a minute. After this it is gone. */
export const longestSilence = 3 * 60_000

/**
 * @param patience how long a window may take to finish when its lock is taken over, in milliseconds
 */
export function createEditLocks(now: Clock, announce: Announce, patience = 2500): EditLocks {
  const locks = new Map<string, Held>()
  /** Locks that are being taken over: what ends the waiting, and what it comes to. */
  const takeovers = new Map<string, { finish: () => void; done: Promise<EditLock> }>()

  const of = (article: string): Held | null => {
    const held = locks.get(article)
    if (!held || held.holder.person !== held.person) return null
    return now().getTime() - held.heard < longestSilence ? held : null
  }

  const give = (article: string, holder: Holder, person: string): Held => {
    const given = { holder, person, since: now().toISOString(), heard: now().getTime() }
    locks.set(article, given)
    announce('lock.changed', { id: article })
    return given
  }

  const take = (article: string, holder: Holder, person: string): EditLock => {
    const held = of(article)
    if (!held) return give(article, holder, person)
    if (held.holder === holder) held.heard = now().getTime()
    return held
  }

  const release = (article: string, holder: Holder): void => {
    if (locks.get(article)?.holder !== holder) return
    const takeover = takeovers.get(article)
    if (takeover) return takeover.finish()
    locks.delete(article)
    announce('lock.changed', { id: article })
  }

  const wait = (article: string, holder: Holder, person: string): Promise<EditLock> => {
    let finish = (): void => undefined
    const done = new Promise<EditLock>((resolve) => {
      finish = () => {
        clearTimeout(impatient)
        takeovers.delete(article)
        resolve(give(article, holder, person))
      }
      const impatient = setTimeout(finish, patience)
    })
    takeovers.set(article, { finish, done })
    return done
  }

  return {
    of,
    take,
    release,
    leave(holder) {
      for (const [article, held] of [...locks]) if (held.holder === holder) release(article, holder)
    },
    async takeOver(article, holder, person, name) {
      const held = of(article)
      if (!held || held.holder === holder) return take(article, holder, person)
      const underWay = takeovers.get(article)
      if (underWay) return underWay.done
      const done = wait(article, holder, person)
      held.holder.tell('lock.wanted', { id: article, by: name })
      return done
    },
  }
}
