import { roleNames, type Role } from '../../../../shared/workflow/people'
import { ok } from '../../../../shared/kernel/result'
import type { Newsroom } from '../newsroom'
import { failed, type Done } from '../outcome'
import { newPassphrase } from '../sign-in'
import type { Terminal } from '../terminal'

/** `galley person LIB add`: the first person of a library becomes its admin and needs nobody's leave. */
export async function addPerson(
  newsroom: Newsroom,
  name: string,
  role: Role,
  terminal: Terminal,
): Promise<Done> {
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

/** `galley person LIB list`: everybody who may sign in. */
export async function listPeople({ session }: Newsroom): Promise<Done> {
  const rows = session.people.map(({ id, name, role }) => ({ id, name, role }))
  const text = rows.map(({ id, name, role }) => `${id}  ${roleNames[role].padEnd(10)}  ${name}`).join('\n')
  return ok({ json: rows, text: text || 'Nobody yet. Add the first person, who becomes the admin.' })
}
