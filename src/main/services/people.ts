import type { InputOf } from '../../shared/contract'
import type { ErrorWith } from '../../shared/kernel/app-error'
import { err, ok, type Result } from '../../shared/kernel/result'
import type { Rules } from '../../shared/site/settings'
import { roleNames, type Person, type PersonView, type Role } from '../../shared/workflow/people'
import { withNewKey } from '../../shared/workflow/person-keys'
import { libraryNote } from './library-log'
import type { LibraryNote, WriteError } from './ports'
import { mayDo } from './roles'
import { moment, type Room } from './room'

type AddError = WriteError | ErrorWith<'not-allowed' | 'invalid-input' | 'not-signed-in'>
type ChangeError = WriteError | ErrorWith<'not-found' | 'not-allowed' | 'invalid-input'>

/** A person as windows see them: never the passphrase's hash. */
export const personView = ({
  passphrase,
  keys: _sealed,
  earlierRoles: _past,
  ...person
}: Person): PersonView => ({
  ...person,
  hasPassphrase: passphrase !== null,
})

/** Everybody in the library, those who may not sign in any more included. */
export async function listPeople(room: Room): Promise<Result<PersonView[], never>> {
  return ok(room.library.people.read().map(personView))
}

/** Adds a person, with a key of their own where they have a passphrase. The first one of a library becomes its admin and needs nobody's leave; after that it takes an admin. */
export async function addPerson(
  room: Room,
  asker: Person | null,
  { name, role, passphrase }: InputOf<'person.add'>,
): Promise<Result<PersonView, AddError>> {
  const first = room.library.people.read().length === 0
  if (!first && !asker) return err({ code: 'not-signed-in' })
  const allowed = first || !asker ? ok(undefined) : mayDo(asker, ['admin'], 'add people')
  if (!allowed.ok) return allowed

  const kept = passphrase === null ? null : await room.passphrases.hash(passphrase)
  const made = passphrase === null ? null : await room.signing.make(passphrase)
  const addedBy = (by: Person, person: Person): LibraryNote => {
    const note = libraryNote(room, by, { action: 'add person', subject: person.id, to: inWords(person) })
    // The first one adds themselves.
    return by === person && made ? { ...note, sign: made.open.sign } : note
  }
  const added = await room.library.people.change<Person, AddError>((people) => {
    if (first && people.length > 0) return err({ code: 'not-signed-in' })
    const now = moment(room)
    const person: Person = {
      id: room.newId(),
      name,
      role: first ? 'admin' : role,
      author: null,
      passphrase: kept,
      disabled: false,
      createdAt: now,
      keys: made ? withNewKey([], made.key, now) : [],
      earlierRoles: [],
    }
    const issues = faults(person, people, room.library.settings.read().rules)
    return issues.length > 0
      ? err({ code: 'invalid-input', issues })
      : ok({ next: [...people, person], value: person, note: addedBy(asker ?? person, person) })
  })
  if (!added.ok) return added
  room.announce('library.changed', { what: 'people' })
  return ok(personView(added.value))
}

/** Changes a person's name, role, byline or whether they may sign in. At least one admin always can. */
export async function changePerson(
  room: Room,
  asker: Person,
  wanted: InputOf<'person.change'>,
): Promise<Result<PersonView, ChangeError>> {
  const allowed = mayDo(asker, ['admin'], 'change people')
  if (!allowed.ok) return allowed
  if (wanted.author !== null && !room.library.authors.read().some(({ id }) => id === wanted.author))
    return err({ code: 'not-found', what: 'author', id: wanted.author })

  const changed = await room.library.people.change<Person, ChangeError>((people) => {
    const known = people.find(({ id }) => id === wanted.id)
    if (!known) return err({ code: 'not-found', what: 'person', id: wanted.id })
    const { role, earlierRoles } = known
    const wasElse = role === wanted.role ? [] : [{ role, until: moment(room) }]
    const person: Person = { ...known, ...wanted, earlierRoles: [...earlierRoles, ...wasElse] }
    const others = people.filter(({ id }) => id !== person.id)
    if (isActiveAdmin(known) && !isActiveAdmin(person) && !others.some(isActiveAdmin)) {
      const reason = 'they are the last admin. Make somebody else an admin first.'
      return err({ code: 'not-allowed', action: `take this from ${known.name}`, reason })
    }
    const issues = faults(person, others, room.library.settings.read().rules)
    if (issues.length > 0) return err({ code: 'invalid-input', issues })
    const note = libraryNote(room, asker, {
      action: whatChanged(known, person),
      subject: person.id,
      from: inWords(known),
      to: inWords(person),
    })
    return ok({ next: people.map((one) => (one.id === person.id ? person : one)), value: person, note })
  })
  if (!changed.ok) return changed
  room.announce('library.changed', { what: 'people' })
  // Whoever it is may be signed in somewhere: their windows must learn what they may do now.
  room.announce('session.changed', {})
  return ok(personView(changed.value))
}

/** Whether a person has to give a passphrase to sign in: everybody but editors, where the rules let those do without. */
export const needsPassphrase = (
  { role, passphrase }: Pick<Person, 'role' | 'passphrase'>,
  rules: Rules,
): boolean => passphrase !== null || !maySkip(role, rules)

const maySkip = (role: Role, rules: Rules): boolean => role === 'editor' && rules.editorsMaySkipPassphrase
/** What the library's log says a person is. */
const inWords = ({ name, role, disabled }: Person): string =>
  `${name}, ${roleNames[role].toLowerCase()}${disabled ? ', disabled' : ''}`

function whatChanged(before: Person, after: Person): string {
  if (before.disabled !== after.disabled) return after.disabled ? 'disable person' : 'enable person'
  return before.name !== after.name && before.role === after.role ? 'rename person' : 'change person'
}

const isActiveAdmin = ({ role, disabled }: Person): boolean => role === 'admin' && !disabled

function faults(person: Person, others: readonly Person[], rules: Rules): string[] {
  const issues: string[] = []
  const name = person.name.toLowerCase()
  if (others.some((other) => other.name.toLowerCase() === name))
    issues.push(`Name: there is already somebody called “${person.name}”`)
  if (person.passphrase === null && !person.disabled && !maySkip(person.role, rules))
    issues.push('Passphrase: this role needs one')
  return issues
}
