import { z } from 'zod'
import { idSchema, momentSchema } from '../kernel/ids'
import { contentSchema } from './content'

/** Typing that is not kept yet: `drafts/<article>.<person>.json`. */
export const draftSchema = z.strictObject({
  article: idSchema,
  person: idSchema,
  /** The revision it was typed on. */
  basedOn: z.number().int().min(1),
  at: momentSchema,
  content: contentSchema,
})
export type Draft = z.infer<typeof draftSchema>
