import { z } from 'zod'
import { idSchema, momentSchema } from '../kernel/ids'

export const roleSchema = z.enum(['editor', 'chief', 'production', 'admin'])
export type Role = z.infer<typeof roleSchema>

export const roleNames: Record<Role, string> = {
  editor: 'Editor',
  chief: 'Desk chief',
  production: 'Production',
  admin: 'Admin',
}

/** A passphrase kept as scrypt's output (RFC 7914); salt and key in base64. */
const passphraseSchema = z.strictObject({
  n: z.number().int(),
  r: z.number().int(),
  p: z.number().int(),
  salt: z.string(),
  key: z.string(),
})

/** Someone who signs in, as `people.json` stores them. */
export const personSchema = z.strictObject({
  id: idSchema,
  name: z.string().min(1).max(10_000),
  role: roleSchema,
  /** The byline profile of the same human being, or null. */
  author: idSchema.nullable(),
  passphrase: passphraseSchema.nullable(),
  disabled: z.boolean(),
  createdAt: momentSchema,
})
export type Person = z.infer<typeof personSchema>

/** A person as the window sees them: never the passphrase's hash. */
export const personViewSchema = personSchema.omit({ passphrase: true }).extend({ hasPassphrase: z.boolean() })
export type PersonView = z.infer<typeof personViewSchema>

/** Whether a person may do what a role may: an admin may do what each role may. */
export const hasRole = (person: Pick<Person, 'role'>, roles: readonly Role[]): boolean =>
  person.role === 'admin' || roles.includes(person.role)
