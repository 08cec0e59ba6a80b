import type { EventName, EventOf, OutputOf } from '../../shared/contract'
import type { ErrorWith } from '../../shared/kernel/app-error'
import { err, ok, type Result } from '../../shared/kernel/result'
import type { Person, PersonView } from '../../shared/workflow/people'
import { presentKey } from '../../shared/workflow/person-keys'
import { provePassphrase } from './prove-passphrase'
import { needsPassphrase, personView } from './people'
import type { Announce } from './ports'
import type { Room } from './room'
import { openKeyOf } from './signing-keys'

/** One window of the desk, or one run of the command line, and who is signed in there. */
export interface Session {
  person: string | null
  /** The key they had when they signed in, by its id: when it is replaced, they have to sign in anew. */
  key: string | null
  /** May read without signing in: the command line, whose user can read the library's files anyway. */
  readonly readsUnsigned: boolean
  readonly tell: Announce
  /** When its person last did something: milliseconds. */
  actedAt: number
  /** How many of their requests are being answered. */
  underWay: number
}

/** Every open session. */
export interface Sessions {
  open(tell: Announce, readsUnsigned: boolean): Session
  close(session: Session): void
  /** Tells every session. */
  announce: Announce
  /** Whether somebody is signed in at any window of this desk. */
  anyoneIn(room: Room): boolean
  /** Locks every window that was left alone. */
  lockIdle(room: Room): void
  /** Nobody stays signed in when another library is opened. */
  signOutAll(): void
}

/** An empty set of sessions. */
export function createSessions(): Sessions {
  const sessions = new Set<Session>()
  const announce = <N extends EventName>(name: N, event: EventOf<N>): void => {
    for (const session of sessions) session.tell(name, event)
  }
  return {
    open(tell, readsUnsigned) {
      const session: Session = { person: null, key: null, readsUnsigned, tell, actedAt: 0, underWay: 0 }
      sessions.add(session)
      return session
    },
    close: (session) => void sessions.delete(session),
    announce,
    anyoneIn: (room) => [...sessions].some((session) => signedIn(room, session) !== null),
    lockIdle(room) {
      for (const session of sessions) lockIfIdle(room, session)
    },
    signOutAll() {
      for (const session of sessions) {
        session.person = null
        session.key = null
      }
      announce('session.changed', {})
    },
  }
}

/** Who is signed in; nobody, when they were disabled or an admin gave them another passphrase since. */
export function signedIn(room: Pick<Room, 'library'>, { person: id, key }: Session): Person | null {
  const person = active(room, id)
  return person && (presentKey(person)?.id ?? null) === key ? person : null
}

const active = ({ library }: Pick<Room, 'library'>, person: string | null): Person | null =>
  library.people.read().find(({ id, disabled }) => id === person && !disabled) ?? null

/** Signs a person in to a session and opens their key. Editors may need no passphrase; everybody else always does. */
export async function signIn(
  room: Room,
  session: Session,
  { person: id, passphrase }: { person: string; passphrase: string },
): Promise<Result<PersonView, ErrorWith<'not-found' | 'wrong-passphrase' | 'too-many-tries'>>> {
  const person = active(room, id)
  if (!person) return err({ code: 'not-found', what: 'person', id })
  const { rules } = room.library.settings.read()
  if (person.passphrase === null && needsPassphrase(person, rules)) return err({ code: 'wrong-passphrase' })
  const proven = await provePassphrase(room, person, passphrase)
  if (!proven.ok) return proven
  await enter(room, session, person, passphrase)
  return ok(personView(person))
}

/** Lets somebody whose passphrase is proven in. */
async function enter(room: Room, session: Session, person: Person, passphrase: string): Promise<void> {
  const key = await openKeyOf(room, person, passphrase)
  room.keys.release(session)
  if (key) room.keys.hold(session, person.id, key)
  session.person = person.id
  noteAction(room, session)
  session.key = key?.id ?? presentKey(person)?.id ?? null
  session.tell('session.changed', {})
}

/** Somebody does something at a window: it will not lock for a while. */
export function noteAction({ now }: Pick<Room, 'now'>, session: Session): void {
  session.actedAt = now().getTime()
}

/** A window locks by itself, keeping what was typed there; the desk does it where the window has not. */
const graceMinutes = 1

/** Signs the person of a window out who left it alone for longer than the rules allow. A command line is no window. */
export function lockIfIdle(room: Room, session: Session): void {
  const { lockAfterMinutes } = room.library.settings.read().rules
  if (session.person === null || session.readsUnsigned || session.underWay > 0 || lockAfterMinutes === 0)
    return
  const idle = room.now().getTime() - session.actedAt
  if (idle > (lockAfterMinutes + graceMinutes) * 60_000) signOut(room, session)
}

/** Signs whoever is there out of a session, closes their key there and tells its window. */
export function signOut(room: Pick<Room, 'keys' | 'locks'> | null, session: Session): void {
  room?.locks.leave(session)
  room?.keys.release(session)
  if (session.person === null) return
  session.person = null
  session.key = null
  session.tell('session.changed', {})
}

type SessionState = OutputOf<'session.state'>

/** What a window shows before and around everything else. */
export function sessionState(room: Room | null, session: Session, recent: string[]): SessionState {
  if (!room) return { library: null, person: null, people: [], samplePassphrase: null, recent }
  const { library } = room
  const person = signedIn(room, session)
  const { rules } = library.settings.read()
  const { compare } = new Intl.Collator('en')
  return {
    library: libraryView(library),
    person: person && personView(person),
    people: library.people
      .read()
      .filter(({ disabled }) => !disabled)
      .map((one) => ({
        id: one.id,
        name: one.name,
        role: one.role,
        needsPassphrase: needsPassphrase(one, rules),
      }))
      .sort((a, b) => compare(a.name, b.name)),
    samplePassphrase: library.samplePassphrase,
    recent,
  }
}

/** A library as its windows see it. */
export const libraryView = ({
  id,
  name,
  path,
  readOnlyBecause,
  samplePassphrase,
  problems,
}: Room['library']): NonNullable<SessionState['library']> => ({
  id,
  name,
  path,
  readOnlyBecause,
  sample: samplePassphrase !== null,
  problems: [...problems],
})
