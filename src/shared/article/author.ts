import { z } from 'zod'
import { hashSchema, idSchema } from '../kernel/ids'
import { webAddressSchema } from './address'
import { slugSchema } from './slug'

/** A byline profile. A person who signs in may be linked to one. */
export const authorSchema = z.strictObject({
  id: idSchema,
  name: z.string().min(1).max(10_000),
  slug: slugSchema,
  /** A picture by content hash, or null for initials. */
  avatar: hashSchema.nullable(),
  biography: z.string().max(20_000),
  /** Where else they are found on the web; absent in profiles of earlier versions, which had none. */
  links: z.array(webAddressSchema.max(2000)).max(10).optional(),
})
export type Author = z.infer<typeof authorSchema>

/** Printed names of some authors, in the order given; '' for one that is not there. */
export const printedNames = (
  authors: readonly Pick<Author, 'id' | 'name'>[],
  ids: readonly string[],
): string[] => ids.map((id) => authors.find((author) => author.id === id)?.name ?? '')
