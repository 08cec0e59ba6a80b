import { err, ok } from '../../shared/kernel/result'
import type { LogEntry } from '../../shared/workflow/log'
import type { Person } from '../../shared/workflow/people'
import { presentKey, withNewKey } from '../../shared/workflow/person-keys'
import type { Sign } from '../../shared/workflow/signature'
import type { ArticleChange, OpenKey } from './ports'
import { moment, type Room } from './room'

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

/** A row for an article's log, signed by whoever did what it tells where their key is open. */
export const signedEntry = (
  { keys }: Pick<Room, 'keys'>,
  entry: LogEntry,
): Required<Pick<ArticleChange, 'entry' | 'sign'>> => ({ entry, sign: keys.signerOf(entry.by) })

/**
 * Opens a person's key with their proven passphrase, making one first where they have none yet. Null for those without
 * a passphrase, and where it cannot be opened or kept: what they do then is unsigned.
 */
export async function openKeyOf(room: Room, person: Person, passphrase: string): Promise<OpenKey | null> {
  if (person.passphrase === null) return null
  const key = presentKey(person)
  if (key) return room.signing.open(key, passphrase)
  const made = await room.signing.make(passphrase)
  const kept = await room.library.people.change((people) => {
    const known = people.find(({ id }) => id === person.id)
    if (!known || presentKey(known)) return err(known ?? null)
    const next = { ...known, keys: withNewKey(known.keys, made.key, moment(room)) }
    return ok({ next: people.map((one) => (one.id === person.id ? next : one)), value: null })
  })
  if (kept.ok) return made.open
  // Another window of theirs made one at the same time.
  return kept.error && 'keys' in kept.error ? openKeyOf(room, kept.error, passphrase) : null
}
