import { err, ok } from '../../shared/kernel/result'
import type { LogEntry } from '../../shared/workflow/log'
import type { Person } from '../../shared/workflow/people'
import { presentKey, withNewKey } from '../../shared/workflow/person-keys'
import { libraryNote } from './library-log'
import type { ArticleChange, OpenKey } from './ports'
import { moment, type Room } from './room'

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
    const note = libraryNote(room, person, { action: 'make key', subject: person.id })
    return ok({
      next: people.map((one) => (one.id === person.id ? next : one)),
      value: null,
      note: { ...note, sign: made.open.sign },
    })
  })
  if (kept.ok) return made.open
  // Another window of theirs made one at the same time.
  return kept.error && 'keys' in kept.error ? openKeyOf(room, kept.error, passphrase) : null
}
