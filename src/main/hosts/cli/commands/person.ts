import { roleNames, type PersonView, type Role } from '../../../../shared/workflow/people'
import { ok, type Result } from '../../../../shared/kernel/result'
import type { Here } from '../command-line'
import type { Newsroom } from '../newsroom'
import { failed, wrongUsage, type Done, type Refusal } from '../outcome'
import { findPerson, newPassphrase } from '../sign-in'
import type { Terminal } from '../terminal'

export interface PersonOptions {
  role?: Role
  /** The new name, for `rename`. */
  to?: string
  as?: string
}

/** `galley person`: what it is asked to do, after what is missing for it was told. */
export async function person(
  { terminal, inNewsroom }: Here,
  library: string,
  action: string,
  name: string,
  { role, to = '', as }: PersonOptions,
): Promise<Done> {
  if (action === 'list') return inNewsroom({ library, writes: false }, listPeople)
  if (name === '') return wrongUsage('Name the person: galley person LIB add NAME --role ROLE.')
  const needs = { library, writes: true, as }
  switch (action) {
    case 'add':
      if (!role) return wrongUsage('Say what they do: --role editor, chief, production or admin.')
      return inNewsroom(needs, (newsroom) => addPerson(newsroom, name, role, terminal))
    case 'passphrase':
      return inNewsroom(needs, (newsroom) => setPassphrase(newsroom, name, terminal))
    case 'rename':
      if (to.trim() === '') return wrongUsage('Give the new name: --to NAME.')
      return inNewsroom(needs, (newsroom) => changePerson(newsroom, name, { name: to.trim() }))
    default:
      return inNewsroom(needs, (newsroom) => changePerson(newsroom, name, { disabled: action === 'disable' }))
  }
}

/** `galley person LIB add`: the first person of a library becomes its admin and needs nobody's leave. */
async function addPerson(newsroom: Newsroom, name: string, role: Role, terminal: Terminal): Promise<Done> {
  const isFirst = newsroom.session.people.length === 0
  if (!isFirst && !newsroom.person) return failed({ code: 'not-signed-in' })
  const passphrase = await newPassphrase(isFirst ? 'admin' : role, name, terminal)
  if (!passphrase.ok) return passphrase
  const added = await newsroom.ask('person.add', { name, role, passphrase: passphrase.value })
  if (!added.ok) return added
  const person = added.value
  const why = isFirst && role !== 'admin' ? ', being the first of this library' : ''
  return ok({
    json: { id: person.id, name: person.name, role: person.role },
    text: `${person.name} is added as ${roleNames[person.role].toLowerCase()}${why} (${person.id}).`,
  })
}

/** `galley person LIB passphrase NAME`: a new one for somebody who lost theirs, or one's own. */
async function setPassphrase(newsroom: Newsroom, name: string, terminal: Terminal): Promise<Done> {
  const found = await personCalled(newsroom, name)
  if (!found.ok) return found
  const { id, role } = found.value
  const passphrase = await newPassphrase(role === 'editor' ? 'chief' : role, found.value.name, terminal, true)
  if (!passphrase.ok) return passphrase
  const present = id === newsroom.person?.id ? (terminal.env.GALLEY_PASSPHRASE ?? '') : ''
  const wanted = { id, present, passphrase: passphrase.value ?? '' }
  const set = await newsroom.ask('person.passphrase', wanted)
  if (!set.ok) return set
  return ok({ json: { id, name: found.value.name }, text: `${found.value.name} has a new passphrase.` })
}

/** `galley person LIB disable|enable|rename NAME`: what changes is given, the rest stays. */
async function changePerson(
  newsroom: Newsroom,
  called: string,
  change: { disabled?: boolean; name?: string },
): Promise<Done> {
  const found = await personCalled(newsroom, called)
  if (!found.ok) return found
  const { id, name, role, author, disabled } = found.value
  const changed = await newsroom.ask('person.change', { id, name, role, author, disabled, ...change })
  if (!changed.ok) return changed
  const after = changed.value
  const renamed = after.name === name ? '' : ` was ${name}.`
  const said = renamed || (after.disabled ? ' can no longer sign in.' : ' may sign in.')
  return ok({ json: { id, name: after.name, disabled: after.disabled }, text: `${after.name}${said}` })
}

/** Anybody in the library, those who may not sign in included. */
async function personCalled({ ask }: Newsroom, name: string): Promise<Result<PersonView, Refusal>> {
  const people = await ask('person.list', {})
  if (!people.ok) return people
  const found = findPerson(
    people.value.map((one) => ({ ...one, needsPassphrase: one.hasPassphrase })),
    name,
  )
  if (!found.ok) return found
  const person = people.value.find(({ id }) => id === found.value.id)
  return person ? ok(person) : failed({ code: 'not-found', what: 'person', id: found.value.id })
}

/** `galley person LIB list`: everybody who may sign in. */
async function listPeople({ session }: Newsroom): Promise<Done> {
  const rows = session.people.map(({ id, name, role }) => ({ id, name, role }))
  const text = rows.map(({ id, name, role }) => `${id}  ${roleNames[role].padEnd(10)}  ${name}`).join('\n')
  return ok({ json: rows, text: text || 'Nobody yet. Add the first person, who becomes the admin.' })
}
