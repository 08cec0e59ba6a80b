import type { InputOf } from '../../shared/contract'
import type { ErrorWith } from '../../shared/kernel/app-error'
import { err, ok, type Result } from '../../shared/kernel/result'
import type { Person } from '../../shared/workflow/people'
import { presentKey, withNewKey } from '../../shared/workflow/person-keys'
import { libraryNote } from './library-log'
import type { OpenKey, WriteError } from './ports'
import { provePassphrase, type WrongPassphrase } from './prove-passphrase'
import { mayDo } from './roles'
import { moment, type Room } from './room'
import type { Session } from './sessions'

type SettingError = WriteError | WrongPassphrase | ErrorWith<'not-found' | 'not-allowed'>

/**
 * Sets a passphrase: one's own with the present one, somebody else's as an admin. One's own seals one's key again.
 * What an admin sets for somebody who lost theirs opens no earlier key: that person gets a new one, what they signed
 * before stays as it was, and their windows are signed out.
 */
export async function setPassphrase(
  room: Room,
  asker: Person,
  { id, present, passphrase }: InputOf<'person.passphrase'>,
  window: Session,
): Promise<Result<Record<string, never>, SettingError>> {
  const known = room.library.people.read().find((one) => one.id === id)
  if (!known) return err({ code: 'not-found', what: 'person', id })
  const isOwn = id === asker.id
  const allowed = isOwn
    ? await provePassphrase(room, known, present)
    : mayDo(asker, ['admin'], 'set somebody else’s passphrase')
  if (!allowed.ok) return allowed

  const key = isOwn ? await keyUnder(room, known, present, passphrase) : await newKey(room, passphrase)
  const kept = await room.passphrases.hash(passphrase)
  const set = await room.library.people.change<null, ErrorWith<'wrong-passphrase'>>((people) => {
    // An admin may have set it while this one was being worked out.
    const isPresent = people.find((one) => one.id === id)?.passphrase?.key === known.passphrase?.key
    if (isOwn && !isPresent) return err({ code: 'wrong-passphrase' })
    const next = people.map((one) =>
      one.id === id ? { ...one, passphrase: kept, keys: key.among(one.keys) } : one,
    )
    const action = isOwn ? 'change passphrase' : 'reset passphrase'
    return ok({ next, value: null, note: libraryNote(room, asker, { action, subject: id }) })
  })
  if (!set.ok) return set
  if (key.open) {
    room.keys.forget(id)
    if (isOwn) {
      room.keys.hold(window, id, key.open)
      window.key = key.open.id
    }
    room.announce('session.changed', {})
  }
  await room.throttle.clear(id)
  room.announce('library.changed', { what: 'people' })
  return ok({})
}

/** A person's keys under another passphrase, the present one sealed anew; a new one where it cannot be opened. */
async function keyUnder(room: Room, person: Person, present: string, passphrase: string): Promise<NextKey> {
  const key = presentKey(person)
  const open = key && (await room.signing.open(key, present))
  if (!open) return newKey(room, passphrase)
  const sealed = await open.sealedBy(passphrase)
  return { among: (keys) => keys.map((one) => (one.id === key.id ? { ...one, sealed } : one)), open: null }
}

async function newKey(room: Room, passphrase: string): Promise<NextKey> {
  const { key, open } = await room.signing.make(passphrase)
  const now = moment(room)
  return { among: (keys) => withNewKey(keys, key, now), open }
}

interface NextKey {
  /** A person's keys with it. */
  among(keys: Person['keys']): Person['keys']
  /** A new one; null where they keep theirs. */
  open: OpenKey | null
}
