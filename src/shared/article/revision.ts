import { z } from 'zod'
import { hashOf } from '../kernel/hash'
import { hashSchema, idSchema, momentSchema } from '../kernel/ids'
import { derivedSchema } from './article'
import { contentSchema } from './content'

/** One kept revision: immutable, named by a hash of what it holds, what it came from, who kept it and when. */
export const revisionSchema = z.strictObject({
  id: hashSchema,
  revision: z.number().int().min(1),
  parents: z.array(hashSchema),
  by: idSchema,
  at: momentSchema,
  content: contentSchema,
  derived: derivedSchema,
  publishedAt: momentSchema.nullable(),
})
export type Revision = z.infer<typeof revisionSchema>

/** Why a revision was kept, where it was not just typed. The number is the revision that its text is of or was merged with. */
export const keepReasonSchema = z.strictObject({
  kind: z.enum(['restored', 'merged']),
  revision: z.number().int().min(1),
})
export type KeepReason = z.infer<typeof keepReasonSchema>

/** A revision's id: SHA-256 over its content's hash, its parents, its person and its time. */
export function revisionId(revision: Pick<Revision, 'content' | 'parents' | 'by' | 'at'>): string {
  return hashOf([hashOf(revision.content), revision.parents, revision.by, revision.at])
}
