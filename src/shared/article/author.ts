import { z } from 'zod'
import { hashSchema, idSchema } from '../kernel/ids'
import { slugSchema } from './slug'

/** A byline profile. A person who signs in may be linked to one. */
export const authorSchema = z.strictObject({
  id: idSchema,
  name: z.string().min(1).max(10_000),
  slug: slugSchema,
  /** A picture by content hash, or null for initials. */
  avatar: hashSchema.nullable(),
  biography: z.string().max(20_000),
})
export type Author = z.infer<typeof authorSchema>
