import type { z } from 'zod'
import type { ErrorCode } from '../kernel/app-error'

/** A request: what it takes, what it gives, and the failures of its own that a person can meet. */
export interface Request {
  input: z.ZodType
  output: z.ZodType
  errors: readonly ErrorCode[]
}

/** What changes the library can meet all these. */
export const writing = [
  'not-signed-in',
  'no-library',
  'read-only',
  'disk-write-failed',
  'damaged-file',
] as const
/** What only reads it can meet these. */
export const reading = ['not-signed-in', 'no-library', 'damaged-file'] as const
