import { z } from 'zod'
import { summarySchema } from '../article/article'
import { idSchema } from '../kernel/ids'
import { pageTeaserSchema, surroundingsSchema } from '../render/page-model'
import { frontSchema } from '../site/front'
import { reading, writing, type Request } from './request'

const pinSchema = z.strictObject({
  id: idSchema,
  headline: z.string(),
  /** Its category's name, or ''. */
  category: z.string(),
  /** Why it falls out of the front page as things stand, in a sentence; '' where it stands there. */
  out: z.string(),
})
/** An article that is pinned to the front page. */
export type PinView = z.infer<typeof pinSchema>

const frontViewSchema = z.strictObject({
  front: frontSchema,
  /** Every pinned article, once. */
  pins: z.array(pinSchema),
})
export type FrontView = z.infer<typeof frontViewSchema>

export const frontRequests = {
  'front.show': { input: z.strictObject({}), output: frontViewSchema, errors: reading },
  'front.arrange': {
    /** `was`: what it was arranged from; another arrangement that came between is not written over. */
    input: z.strictObject({ front: frontSchema, was: frontSchema }),
    output: frontViewSchema,
    errors: [...writing, 'not-allowed', 'not-found', 'invalid-input'],
  },
  /** Articles that could be pinned: on the site, or approved for it. Those changed last come first. */
  'front.candidates': {
    input: z.strictObject({ search: z.string().max(1000), limit: z.number().int().min(1).max(100) }),
    output: z.array(summarySchema),
    errors: reading,
  },
  /**
   * What lists of the site are made of, for previews: everything public, but for `leftOut` articles that no export has
   * looked at since they, or the settings, were changed. Pictures are known of what a first page may show.
   */
  'preview.lists': {
    input: z.strictObject({ category: z.string().nullable() }),
    output: z.strictObject({
      surroundings: surroundingsSchema,
      teasers: z.array(pageTeaserSchema),
      leftOut: z.number().int().min(0),
    }),
    errors: reading,
  },
} as const satisfies Record<string, Request>
