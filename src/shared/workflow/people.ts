import { z } from 'zod'
import { hashSchema, idSchema, momentSchema } from '../kernel/ids'

export const roleSchema = z.enum(['editor', 'chief', 'production', 'admin'])
export type Role = z.infer<typeof roleSchema>

export const roleNames: Record<Role, string> = {
  editor: 'Editor',
  chief: 'Desk chief',
  production: 'Production',
  admin: 'Admin',
}

/** What a try at a passphrase costs (scrypt, RFC 7914). */
const cost = { n: z.number().int(), r: z.number().int(), p: z.number().int() }

/** A passphrase kept as scrypt's output; salt and key in base64. */
const passphraseSchema = z.strictObject({ ...cost, salt: z.string(), key: z.string() })

/**
 * A person's key: they sign with its private half, which only their passphrase opens (AES-256-GCM under a key from
 * scrypt; all in base64). Kept for good, so that what was signed with an earlier one can still be verified.
 */
const personKeySchema = z.strictObject({
  /** The SHA-256 of the public half. */
  id: hashSchema,
  /** Ed25519, SPKI in DER. */
  publicKey: z.base64(),
  sealed: z.strictObject({ ...cost, salt: z.base64(), iv: z.base64(), tag: z.base64(), data: z.base64() }),
  from: momentSchema,
  /** When another one took its place: after a lost passphrase. */
  until: momentSchema.nullable(),
})
export type PersonKey = z.infer<typeof personKeySchema>

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
  /** The newest last. Editors without a passphrase have none. */
  keys: z.array(personKeySchema).default([]),
  /** Roles they had before, and until when; the oldest first. */
  earlierRoles: z.array(z.strictObject({ role: roleSchema, until: momentSchema })).default([]),
})
export type Person = z.infer<typeof personSchema>

/** A person as the window sees them: never the passphrase's hash. */
export const personViewSchema = personSchema
  .omit({ passphrase: true, keys: true, earlierRoles: true })
  .extend({ hasPassphrase: z.boolean() })
export type PersonView = z.infer<typeof personViewSchema>

/** Whether a person may do what a role may: an admin may do what each role may. */
export const hasRole = (person: Pick<Person, 'role'>, roles: readonly Role[]): boolean =>
  person.role === 'admin' || roles.includes(person.role)
