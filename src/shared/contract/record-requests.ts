import { z } from 'zod'
import { idSchema } from '../kernel/ids'
import { recordWantedSchema } from '../record/record-wanted'
import { reading, type Request } from './request'
import { historyRowSchema } from './shapes'

/** A row of a log in words: an article's, or the library's, which tells of whom or what. */
const recordRowSchema = historyRowSchema.extend({
  /** Whom or what it was done to; '' in an article's log. */
  subject: z.string(),
  /** Null in the library's log. */
  revision: z.number().int().nullable(),
  /** The row's own hash, which covers all rows before it. */
  hash: z.string(),
})
export type RecordRow = z.infer<typeof recordRowSchema>

const verdictSchema = z.strictObject({
  ok: z.boolean(),
  /** A sentence each, naming the file, the article and the row. */
  problems: z.array(z.string()),
  /** How much was looked at. Rows are those of all logs. */
  checked: z.strictObject({
    articles: z.number().int(),
    rows: z.number().int(),
    signed: z.number().int(),
    receipts: z.number().int(),
    pictures: z.number().int(),
  }),
})
export type Verdict = z.infer<typeof verdictSchema>

const whose = z.strictObject({
  /** An article, or null for the record of people and settings. */
  id: idSchema.nullable(),
  wanted: recordWantedSchema.optional(),
})

export const recordRequests = {
  'record.read': { input: whose, output: z.array(recordRowSchema), errors: [...reading, 'not-found'] },
  /** Saves a record as a table for spreadsheets, or as a page for printing. */
  'record.export': {
    input: whose.extend({ form: z.enum(['csv', 'page']), file: z.string().trim().min(1).max(4000) }),
    output: z.strictObject({ file: z.string(), bytes: z.number().int() }),
    errors: [...reading, 'not-found', 'export-failed'],
  },
  /** Reads every file of the library and tells what is wrong. Tells its progress by `verify.progress`. */
  'library.verify': { input: z.strictObject({}), output: verdictSchema, errors: [...reading] },
} as const satisfies Record<string, Request>
