import { z } from 'zod'
import { idSchema, momentSchema } from '../kernel/ids'
import { placeSchema } from '../review/anchor'
import { checkResultSchema } from '../review/remarks'
import { reading, writing, type Request } from './request'

const outcome = checkResultSchema.shape.outcome

/** What somebody said of a check, with their name. */
const givenSchema = z.strictObject({ outcome, note: z.string(), by: z.string(), at: momentSchema })

const listedCheckSchema = z.strictObject({
  /** As a result names it, and as a command line does. */
  check: z.string(),
  name: z.string(),
  title: z.string(),
  kind: z.enum(['machine', 'human']),
  /** For the text as it is kept now; `open` where nobody looked yet. */
  outcome: z.union([outcome, z.literal('open')]),
  /** Whether an approval waits until it is passed or waived. */
  holds: z.boolean(),
  mayBeWaived: z.boolean(),
  given: givenSchema.nullable(),
  /** What was said of an earlier text, where nothing is said of this one. */
  earlier: givenSchema.nullable(),
  /** What is wrong, or worth a look, with the places where it stands. */
  found: z.array(z.strictObject({ sentence: z.string(), places: z.array(placeSchema) })),
})
export type CheckRow = z.infer<typeof listedCheckSchema>

const byArticle = z.strictObject({ id: idSchema })

/** The checks before an approval: by machine, and those that a person makes. */
export const checklistRequests = {
  'checklist.list': {
    input: byArticle,
    output: z.array(listedCheckSchema),
    errors: [...reading, 'not-found'],
  },
  /** Says what a check came to for the text as it is kept now; `open` takes back what was said. Gives all checks. */
  'checklist.set': {
    input: byArticle.extend({
      check: z.string().min(1).max(600),
      outcome: z.union([outcome, z.literal('open')]),
      note: z.string().max(20_000),
      /** The revision that was looked at: where another one is kept now, nothing is set. */
      seen: z.number().int().min(1).optional(),
    }),
    output: z.array(listedCheckSchema),
    errors: [...writing, 'not-found', 'not-allowed', 'invalid-input'],
  },
} as const satisfies Record<string, Request>
