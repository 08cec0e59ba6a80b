import { z } from 'zod'

/** A ULID: 26 Crockford base-32 characters, sortable by the moment it was made (github.com/ulid/spec). */
export const idSchema = z.string().regex(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/, 'is not an id')
export type Id = z.infer<typeof idSchema>

/** SHA-256 in lowercase hex. */
export const hashSchema = z.string().regex(/^[0-9a-f]{64}$/, 'is not a SHA-256')

/** A moment in UTC, as `Date.prototype.toISOString` writes it. */
export const momentSchema = z.iso.datetime()
