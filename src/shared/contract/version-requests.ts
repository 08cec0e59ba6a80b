import { z } from 'zod'
import { revisionSchema } from '../article/revision'
import { idSchema, momentSchema } from '../kernel/ids'
import { reading, type Request } from './request'
import { historyRowSchema } from './shapes'

const byId = z.strictObject({ id: idSchema })
const number = z.number().int().min(1)

/** One kept revision in the list of all. */
const revisionInfoSchema = z.strictObject({
  revision: number,
  by: z.string(),
  at: momentSchema,
  words: z.number().int(),
  /** What was done with the article while this was its text, oldest first: `submitted`, `approved`, … */
  events: z.array(historyRowSchema),
})
export type RevisionInfo = z.infer<typeof revisionInfoSchema>

/** Kept revisions of an article, and who has read which. */
export const versionRequests = {
  /** Kept revisions, newest first, a page at a time: those below a revision, or the newest. */
  'article.revisions': {
    input: z.strictObject({
      id: idSchema,
      below: number.nullable(),
      limit: z.number().int().min(1).max(200),
    }),
    /** `total`: how many were ever kept. A damaged one is not among the rows. */
    output: z.strictObject({ rows: z.array(revisionInfoSchema), total: z.number().int() }),
    errors: [...reading, 'not-found'],
  },
  'article.revision': {
    input: z.strictObject({ id: idSchema, revision: number }),
    output: revisionSchema,
    errors: [...reading, 'not-found'],
  },
  /** Notes that this person has read a revision. A library that can only be read notes nothing. */
  'article.read': {
    input: z.strictObject({ id: idSchema, revision: number }),
    output: z.strictObject({}),
    errors: [...reading, 'not-found', 'disk-write-failed', 'read-only'],
  },
  /** What others kept since this person last read the article. */
  'article.since-read': {
    input: byId,
    output: z.strictObject({
      /** The revision that was read, or null when none was. */
      read: number.nullable(),
      revisions: z.number().int(),
      /** Their names, the latest first. */
      by: z.array(z.string()),
    }),
    errors: [...reading, 'not-found'],
  },
} as const satisfies Record<string, Request>
