import { z } from 'zod'
import { revisionSchema } from '../article/revision'
import { idSchema, momentSchema } from '../kernel/ids'
import { reading, type Request } from './request'
import { historyRowSchema } from './shapes'

const byId = z.strictObject({ id: idSchema })
const number = z.number().int().min(1)

/** A stretch of a text and the version it came or went with. */
const broughtSchema = z.strictObject({ from: z.number().int(), to: z.number().int(), version: number })

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
  /** Who brought and who took away what, since a kept revision: what one person kept in a row is one version. */
  'article.changes-since': {
    input: z.strictObject({ id: idSchema, revision: number }),
    output: z.strictObject({
      before: revisionSchema,
      /** Oldest first; stretches and fields name them from 1. */
      versions: z.array(z.strictObject({ revision: number, by: z.string(), at: momentSchema })),
      /** In letters of the body as comparisons read it: as it is now, and as it was. */
      came: z.array(broughtSchema),
      went: z.array(broughtSchema),
      /** By field, the version that changed it last. */
      fields: z.record(z.string(), number),
    }),
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
