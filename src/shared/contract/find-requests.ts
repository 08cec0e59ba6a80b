import { z } from 'zod'
import { soughtSchema } from '../find/finder'
import { idSchema } from '../kernel/ids'
import { workingStateSchema } from '../workflow/states'
import { reading, writing, type Request } from './request'
import { changedInSchema } from './shapes'

/** An article in which something was found. */
const articleHitSchema = z.strictObject({
  id: idSchema,
  headline: z.string(),
  state: z.union([workingStateSchema, z.literal('reopened')]),
  /** How often it was found there, and the first few places. */
  count: z.number().int(),
  excerpts: z.array(z.strictObject({ before: z.string(), match: z.string(), after: z.string() })),
})
export type ArticleHit = z.infer<typeof articleHitSchema>

export const findRequests = {
  /** Looks through every article's texts. Tells its progress by `find.progress`. */
  'find.library': {
    input: z.strictObject({ sought: soughtSchema }),
    output: z.strictObject({
      articles: z.array(articleHitSchema),
      /** How many articles were looked through, and what could not be read, by name. */
      searched: z.number().int(),
      unread: z.array(z.string()),
    }),
    errors: [...reading, 'invalid-input'],
  },
  /** Replaces everything found in some articles, each as a new revision. */
  'find.replace': {
    input: z.strictObject({
      ids: z.array(idSchema).min(1).max(100_000),
      sought: soughtSchema,
      replacement: z.string().max(20_000),
    }),
    output: z.array(changedInSchema),
    errors: [...writing, 'not-allowed', 'invalid-input'],
  },
} as const satisfies Record<string, Request>
