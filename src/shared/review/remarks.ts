import { z } from 'zod'
import { hashSchema, idSchema, momentSchema } from '../kernel/ids'
import { signatureSchema } from '../workflow/signature'
import { anchorSchema } from './anchor'

/**
 * What the newsroom says about an article while it is written and reviewed. It is kept with the article, counts as no
 * change of its content, and never leaves in an export.
 */

const words = (limit: number): z.ZodString => z.string().max(limit)
const mark = { by: idSchema, at: momentSchema }

const commentSchema = z.strictObject({
  id: idSchema,
  ...mark,
  text: words(20_000).min(1),
  /** People it calls on. */
  mentions: z.array(idSchema).max(50),
})
export type Comment = z.infer<typeof commentSchema>

/** A conversation about a passage, a field, a picture or the whole. A blocking one holds back submission and approval. */
export const threadSchema = z.strictObject({
  id: idSchema,
  anchor: anchorSchema,
  blocking: z.boolean(),
  comments: z.array(commentSchema).min(1).max(500),
  resolved: z.strictObject(mark).nullable(),
})
export type Thread = z.infer<typeof threadSchema>

const changeSchema = z.strictObject({
  from: z.number().int().min(0),
  to: z.number().int().min(0),
  text: words(20_000),
})

/** A change somebody proposes: the anchor's words become `text`. No words: an insertion; no text: a deletion. */
export const suggestionSchema = z.strictObject({
  id: idSchema,
  ...mark,
  anchor: anchorSchema,
  text: words(20_000),
  /** Which words of the quote become which: told only where it was carried over another suggestion. */
  changes: z.array(changeSchema).max(20_000).optional(),
  /** Why, or ''. */
  note: words(20_000),
  /** The accepted one by which its words are gone. */
  against: idSchema.optional(),
  answer: z.strictObject({ kind: z.enum(['accepted', 'refused']), ...mark }).nullable(),
})
export type Suggestion = z.infer<typeof suggestionSchema>

export const sourceSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('link'), address: words(4000).min(1), title: words(1000) }),
  /** A file kept in the library by its hash. */
  z.strictObject({
    kind: z.literal('file'),
    name: words(1000).min(1),
    hash: hashSchema,
    bytes: z.number().int(),
  }),
  /** Somebody who said it for the record, and on which day. */
  z.strictObject({ kind: z.literal('on-record'), name: words(1000).min(1), date: z.iso.date() }),
])
export type Source = z.infer<typeof sourceSchema>

/** A sentence that states something, and where it comes from. */
export const claimSchema = z.strictObject({
  id: idSchema,
  ...mark,
  anchor: anchorSchema,
  source: sourceSchema,
  note: words(20_000),
  /** Who compared the sentence with its source, and the hash of what it said then: another sentence was not. */
  checked: z.strictObject({ ...mark, sentence: hashSchema.nullable().default(null) }).nullable(),
})
export type Claim = z.infer<typeof claimSchema>

/** What somebody found in a check, for the text it was given for: after a change it has to be given again. */
export const checkResultSchema = z.strictObject({
  /** A machine check's name, or `human:` and the words of the article type's checklist. */
  check: words(600).min(1),
  outcome: z.enum(['passed', 'failed', 'waived']),
  /** The reason of a waiver or a failure; '' where there is nothing to say. */
  note: words(20_000),
  ...mark,
  /** The hash of the sealed content it was given for. */
  content: hashSchema,
})
export type CheckResult = z.infer<typeof checkResultSchema>

/** One signed approval on the way to a seal, where two are asked for; it counts only for the content it was given for. */
export const approvalSchema = signatureSchema.extend({ ...mark, content: hashSchema })
export type Approval = z.infer<typeof approvalSchema>

export const priorities = ['normal', 'high', 'urgent'] as const
export const prioritySchema = z.enum(priorities)
export type Priority = z.infer<typeof prioritySchema>
