import { z } from 'zod'
import { contentSchema } from '../article/content'
import { linkTargetSchema } from '../checking/links'
import { idSchema } from '../kernel/ids'
import { workingStateSchema } from '../workflow/states'
import { reading, type Request } from './request'

/** Questions about text that is still being written; nothing is stored. */
export const checkRequests = {
  /** What else in the library is called alike, and which slug the article would be kept with. */
  'check.duplicates': {
    input: contentSchema.pick({ headline: true, slug: true }).extend({ id: idSchema }),
    output: z.strictObject({
      /** The most alike first, five at most. */
      headlines: z.array(
        z.strictObject({
          id: idSchema,
          headline: z.string(),
          state: z.union([workingStateSchema, z.literal('reopened')]),
          /** Whether it says the very same, but for capitals, accents and punctuation. */
          same: z.boolean(),
        }),
      ),
      /** Where another article has the slug that was wanted: its headline, and the slug it becomes instead. */
      slug: z.strictObject({ wanted: z.string(), becomes: z.string(), takenBy: z.string() }).nullable(),
    }),
    errors: [...reading, 'not-found'],
  },
  /** What stands at paths of the site, such as `news/flood/index.html`, and behind articles’ ids. */
  'check.links': {
    input: z.strictObject({
      paths: z.array(z.string().max(4000)).max(5000),
      articles: z.array(idSchema).max(5000),
    }),
    output: z.strictObject({
      paths: z.record(z.string(), linkTargetSchema),
      articles: z.record(idSchema, linkTargetSchema),
    }),
    errors: reading,
  },
} as const satisfies Record<string, Request>
