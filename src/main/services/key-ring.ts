import type { Sign } from '../../shared/workflow/signature'
import type { OpenKey } from './ports'

/** The keys that are open now. A person's key stays open while any of their windows holds it. */
export interface KeyRing {
  /** Signs in a person's name; null while none of their windows holds their key. */
  signerOf(person: string): Sign | null
  /** Holds a person's key open for a window, in place of what that window held before. */
  hold(window: object, person: string, key: OpenKey): void
  /** Forgets what a window held: it is signed out, locked or closed. */
  release(window: object): void
  /** Forgets a key that was replaced, whichever windows hold it. */
  forget(person: string): void
}

/** An empty ring. What it holds is in memory only. */
export function createKeyRing(): KeyRing {
  const held = new Map<object, { person: string; key: OpenKey }>()
  return {
    signerOf: (person) => [...held.values()].find((one) => one.person === person)?.key.sign ?? null,
    hold: (window, person, key) => void held.set(window, { person, key }),
    release: (window) => void held.delete(window),
    forget(person) {
      for (const [window, one] of held) if (one.person === person) held.delete(window)
    },
  }
}
