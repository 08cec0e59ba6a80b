import type { SessionView } from '../../../shared/contract'
import { ok, type Result } from '../../../shared/kernel/result'
import type { Role } from '../../../shared/workflow/people'
import { refused, type Refusal } from './outcome'
import type { Terminal } from './terminal'

type Listed = SessionView['people'][number]

/** Who `--as` means, by id or by name whatever its case. */
export function findPerson(people: readonly Listed[], written: string): Result<Listed, Refusal> {
  const wanted = written.trim().toLowerCase()
  const found = people.filter(({ id, name }) => id.toLowerCase() === wanted || name.toLowerCase() === wanted)
  const [person, ...others] = found
  if (!person) {
    const names = people.map(({ name }) => name).join(', ')
    return refused(`Nobody here is called “${written}”. People: ${names || 'none yet'}.`)
  }
  if (others.length === 0) return ok(person)
  const named = found.map(({ id, name }) => `${name} (${id})`).join(' and ')
  return refused(`“${written}” may be ${named}. Give the id.`)
}

/** The passphrase a person signs in with: from `GALLEY_PASSPHRASE`, else asked for. */
export async function passphraseOf(person: Listed, terminal: Terminal): Promise<Result<string, Refusal>> {
  if (!person.needsPassphrase) return ok('')
  const given = terminal.env.GALLEY_PASSPHRASE
  if (given !== undefined) return ok(given)
  if (terminal.interactive) return ok(await terminal.askHidden(`Passphrase of ${person.name}: `))
  return refused(`${person.name} needs a passphrase: put it in GALLEY_PASSPHRASE.`)
}

/** A new person's passphrase, or null for an editor who is given none. */
export async function newPassphrase(
  role: Role,
  name: string,
  terminal: Terminal,
  /** Whether whoever signs in has a passphrase of their own in GALLEY_PASSPHRASE. */
  onlyNew = false,
): Promise<Result<string | null, Refusal>> {
  const { GALLEY_NEW_PASSPHRASE: fresh, GALLEY_PASSPHRASE: other } = terminal.env
  const given = fresh ?? (onlyNew ? undefined : other)
  if (given) return ok(given)
  if (role === 'editor') return ok(null)
  if (!terminal.interactive) return refused(`${name} needs a passphrase: put it in GALLEY_NEW_PASSPHRASE.`)
  const typed = await terminal.askHidden(`New passphrase for ${name}: `)
  const again = await terminal.askHidden('The same again: ')
  return typed === again && typed !== ''
    ? ok(typed)
    : refused('The two passphrases are not the same, or empty.')
}
