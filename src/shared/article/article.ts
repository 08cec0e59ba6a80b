import { z } from 'zod'
import { hashSchema, idSchema, momentSchema } from '../kernel/ids'
import {
  approvalSchema,
  checkResultSchema,
  claimSchema,
  prioritySchema,
  suggestionSchema,
  threadSchema,
} from '../review/remarks'
import { signatureSchema } from '../workflow/signature'
import { flagSchema, publicStateSchema, workingStateSchema } from '../workflow/states'
import { contentSchema } from './content'

/** Computed once when an article is kept, and stored with it: rendering never counts and never asks the host's language data. */
export const derivedSchema = z.strictObject({
  words: z.number().int().min(0),
  characters: z.number().int().min(0),
  /** Computed minutes to read, whatever the override says. */
  minutes: z.number().int().min(1),
  /** The publish date as the page prints it, or '' when undated. */
  printedDate: z.string(),
  /** The body's text, a line per block. */
  text: z.string(),
})
export type Derived = z.infer<typeof derivedSchema>

/** What an approval stores: the hash of everything sealed, and of each part, so that a refusal can name what changed. */
const sealSchema = z.strictObject({
  hash: hashSchema,
  parts: z.record(z.string(), hashSchema),
  by: idSchema,
  at: momentSchema,
  revision: z.number().int().min(1),
  /** Who approved this content and signed it, in the order of their approvals. Seals of earlier versions are unsigned. */
  signatures: z.array(signatureSchema.extend({ by: idSchema, at: momentSchema })).default([]),
})
export type Seal = z.infer<typeof sealSchema>

export const correctionSeriousness = z.enum(['clarification', 'minor', 'serious'])

const correctionSchema = z.strictObject({
  /** What readers are told. */
  text: z.string().min(1).max(20_000),
  /** What was wrong and what is right, where the form was filled in. */
  wrong: z.string().max(20_000).default(''),
  right: z.string().max(20_000).default(''),
  seriousness: correctionSeriousness.default('minor'),
  by: idSchema,
  at: momentSchema,
})

const withdrawalSchema = z.strictObject({
  reason: z.string().min(1).max(20_000),
  by: idSchema,
  at: momentSchema,
})

const reviewSchema = z.strictObject({
  state: workingStateSchema,
  /** Where a held article returns to. */
  heldFrom: workingStateSchema.nullable(),
  /** When the article came to its present state, and who brought it there. */
  since: momentSchema,
  by: idSchema,
  submittedBy: idSchema.nullable(),
  /** The note given with the last move, if any. */
  note: z.string(),
  flags: z.strictObject({ legal: flagSchema, factCheck: flagSchema, pictures: flagSchema }),
  seal: sealSchema.nullable(),
  /** Who kept a change to sealed content since the last approval. */
  changedBy: z.array(idSchema),
  priority: prioritySchema.default('normal'),
  /** When it has to be out, or null. */
  due: momentSchema.nullable().default(null),
  /** Who has taken the review, or null. */
  assignee: idSchema.nullable().default(null),
  /** Approvals given so far, where the seal waits for another. */
  approvals: z.array(approvalSchema).max(10).default([]),
  checks: z.array(checkResultSchema).max(500).default([]),
  threads: z.array(threadSchema).max(2000).default([]),
  suggestions: z.array(suggestionSchema).max(2000).default([]),
  claims: z.array(claimSchema).max(2000).default([]),
})

const publicSchema = z.strictObject({
  state: publicStateSchema,
  /** The revision readers see, its seal's hash and its path on the site; null until the first export. */
  exported: z
    .strictObject({
      revision: z.number().int(),
      hash: hashSchema,
      path: z.string(),
      at: momentSchema,
      /** The names that page prints, in byline order. Exports of earlier versions did not note them. */
      authorNames: z.array(z.string()).optional(),
    })
    .nullable(),
  firstExportedAt: momentSchema.nullable(),
  /** When an update of what readers have was approved last. */
  updatedAt: momentSchema.nullable().default(null),
  /** Paths it had before, kept alive. */
  formerPaths: z.array(z.string()),
  corrections: z.array(correctionSchema),
  withdrawal: withdrawalSchema.nullable(),
})

/** One article, as `article.json` stores it. */
export const articleSchema = z.strictObject({
  id: idSchema,
  /** +1 with each kept change of content. */
  revision: z.number().int().min(1),
  createdAt: momentSchema,
  createdBy: idSchema,
  updatedAt: momentSchema,
  updatedBy: idSchema,
  content: contentSchema,
  derived: derivedSchema,
  /** The publish moment that an approval filled in for `on-approval`. */
  publishedAt: momentSchema.nullable(),
  review: reviewSchema,
  public: publicSchema,
  /** The last row of its log: a log that was cut does not reach it. Articles of earlier versions did not note it. */
  head: z.strictObject({ sequence: z.number().int(), hash: hashSchema }).nullable().default(null),
})
export type Article = z.infer<typeof articleSchema>

/** What a list shows of an article, and what the index holds of it. */
export const summarySchema = z.strictObject({
  id: idSchema,
  headline: z.string(),
  slug: z.string(),
  /** The category's name, or ''. */
  category: z.string(),
  /** Printed names in byline order. */
  authors: z.array(z.string()),
  state: z.union([workingStateSchema, z.literal('reopened')]),
  /** Changed since its approval, and back to what that sealed. */
  wholeAgain: z.boolean(),
  publicState: publicStateSchema,
  revision: z.number().int(),
  words: z.number().int(),
  /** Minutes as printed: the override if there is one. */
  readTime: z.number().int(),
  updatedAt: momentSchema,
})
export type Summary = z.infer<typeof summarySchema>
