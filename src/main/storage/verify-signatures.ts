import { moves, type MoveName } from '../../shared/workflow/moves'
import { signedPart, type LibraryRow, type LogRow } from '../../shared/workflow/log'
import { hasRole, roleNames, type Person } from '../../shared/workflow/people'
import { roleAt } from '../../shared/workflow/person-keys'
import type { Signature } from '../../shared/workflow/signature'
import type { Keys } from '../services/ports'

/** Against what signatures are held: the people as they are known, each with all keys they ever had. */
export interface Witnesses {
  people: ReadonlyMap<string, Person>
  hasSigned: Keys['hasSigned']
  /** Since when roles are kept with their times; null in a library of an earlier version. */
  rolesSince: string | null
}

/** Rows that must be signed by everybody who had a key. */
const signedMoves: readonly string[] = [
  'submit',
  'approve',
  'export',
  'correct',
  'withdraw',
] satisfies MoveName[]
/** Moves that it took a role to make. */
const ofRole: readonly string[] = ['approve', 'export', 'correct', 'withdraw'] satisfies MoveName[]

/** What is wrong with who stands behind a row, in words that follow the row’s name; null when all is well. */
export function articleRowProblem(row: LogRow, witnesses: Witnesses): string | null {
  const wrong = signatureProblem(row, row.signed, signedPart(row), witnesses)
  if (wrong !== null) return wrong
  if (!row.signed && signedMoves.includes(row.action) && hadKey(row, witnesses))
    return notSigned(row, witnesses)
  return ofRole.includes(row.action) ? roleProblem(row, witnesses) : null
}

/** The same for a row of the library's log. What people do to themselves may come before their key is open. */
export function libraryRowProblem(row: LibraryRow, witnesses: Witnesses): string | null {
  const wrong = signatureProblem(row, row.signed, signedPart(row), witnesses)
  if (wrong !== null || row.signed || row.by === '' || row.by === row.subject) return wrong
  return hadKey(row, witnesses) ? notSigned(row, witnesses) : null
}

interface Deed {
  by: string
  at: string
}

/** What is wrong with a signature of a hash by whoever did something then; null for none, and for a valid one. */
export function signatureProblem(
  { by, at }: Deed,
  signature: Signature | undefined,
  hash: string,
  { people, hasSigned }: Witnesses,
): string | null {
  if (!signature) return null
  const person = people.get(by)
  if (!person) return 'is signed by somebody who is not in people.json'
  const key = person.keys.find(({ id }) => id === signature.key)
  if (!key) return `is signed with a key that is not ${person.name}’s`
  if (!hasSigned(key, hash, signature)) return `carries a signature that is not ${person.name}’s`
  if (key.until !== null && at > key.until) return `is signed with a key that ${person.name} no longer had`
  return null
}

/** Whether whoever did something had a key then. */
export const hadKey = ({ by, at }: Deed, { people }: Pick<Witnesses, 'people'>): boolean =>
  people.get(by)?.keys.some(({ from, until }) => from <= at && (until === null || at <= until)) ?? false

const notSigned = ({ by }: Deed, { people }: Witnesses): string =>
  `is not signed, though ${people.get(by)?.name ?? by} had a key`

function roleProblem(row: LogRow, { people, rolesSince }: Witnesses): string | null {
  const person = people.get(row.by)
  if (!person || rolesSince === null || row.at < rolesSince) return null
  const role = roleAt(person, row.at)
  if (hasRole({ role }, moves[row.action as MoveName].who)) return null
  return `is by ${person.name}, who was ${roleNames[role]} then and may not do that`
}
