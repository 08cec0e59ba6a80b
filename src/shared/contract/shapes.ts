import { z } from 'zod'
import { articleSchema } from '../article/article'
import { draftSchema } from '../article/draft'
import { hashSchema, idSchema, momentSchema } from '../kernel/ids'
import { moveNameSchema } from '../workflow/moves'
import { personViewSchema, roleSchema } from '../workflow/people'
import { workingStateSchema } from '../workflow/states'

/** File bytes as base64: one message serves every host. At most about 100 MB of bytes. */
export const fileSchema = z.strictObject({
  name: z.string().min(1).max(1000),
  data: z.base64().max(140_000_000),
})

/** A library as its window sees it. */
export const libraryViewSchema = z.strictObject({
  id: idSchema,
  name: z.string(),
  path: z.string(),
  /** Who holds the library when this window can only read it. */
  readOnlyBecause: z.string().nullable(),
  sample: z.boolean(),
  /** Damaged files that were found, in words; the rest of the library works. */
  problems: z.array(z.string()),
})
export type LibraryView = z.infer<typeof libraryViewSchema>

export const sessionViewSchema = z.strictObject({
  library: libraryViewSchema.nullable(),
  person: personViewSchema.nullable(),
  /** Who may sign in here, by name. */
  people: z.array(
    z.strictObject({ id: idSchema, name: z.string(), role: roleSchema, needsPassphrase: z.boolean() }),
  ),
  /** The sample library tells its people's passphrase. */
  samplePassphrase: z.string().nullable(),
  /** Folders of libraries opened before, newest first. */
  recent: z.array(z.string()),
})
export type SessionView = z.infer<typeof sessionViewSchema>

/** A move as a button: whether it can be made now, and if not, why. */
const moveOfferSchema = z.strictObject({ move: moveNameSchema, reasons: z.array(z.string()) })
export type MoveOffer = z.infer<typeof moveOfferSchema>

/** An article with all that depends on who looks. */
/** Whether something is signed by whoever it says did it; `none` where nobody signed. */
const signatureStateSchema = z.enum(['valid', 'invalid', 'none'])
export type SignatureState = z.infer<typeof signatureStateSchema>

const approvalViewSchema = z.strictObject({
  /** The seal's, whatever became of the text since. */
  signature: signatureStateSchema,
  /** Approvals of what the article says now that wait for another one. */
  given: z.array(z.strictObject({ by: idSchema, at: momentSchema })),
  /** How many people have to approve it. */
  needed: z.union([z.literal(1), z.literal(2)]),
})
export type ApprovalView = z.infer<typeof approvalViewSchema>

export const articleViewSchema = z.strictObject({
  article: articleSchema,
  state: z.union([workingStateSchema, z.literal('reopened')]),
  /** The parts that left the seal, by name; empty when it is whole or was never given. */
  changedSinceApproval: z.array(z.string()),
  approval: approvalViewSchema,
  /** Why this person cannot edit it now, or null. */
  editRefusal: z.string().nullable(),
  /** Moves possible for this person's role in this state, refused ones with their reasons. */
  moves: z.array(moveOfferSchema),
  /** Names of everybody the article mentions by id. */
  names: z.record(idSchema, z.string()),
})
export type ArticleView = z.infer<typeof articleViewSchema>

export const openedArticleSchema = articleViewSchema.extend({
  /** This person's unsaved text, when it differs from what is kept. */
  draft: draftSchema.nullable(),
})
export type OpenedArticle = z.infer<typeof openedArticleSchema>

export const historyRowSchema = z.strictObject({
  sequence: z.number().int(),
  at: momentSchema,
  by: z.string(),
  action: z.string(),
  from: z.string(),
  to: z.string(),
  revision: z.number().int(),
  note: z.string(),
  signature: signatureStateSchema,
})
export type HistoryRow = z.infer<typeof historyRowSchema>

export const mediaInfoSchema = z.strictObject({
  hash: hashSchema,
  width: z.number().int(),
  height: z.number().int(),
  /** `image/jpeg`, `image/png`, `image/webp`, `image/gif` or `image/avif`. */
  type: z.string(),
  bytes: z.number().int(),
  /** What a person should know of it, such as that only the first frame of an animation is used. */
  warnings: z.array(z.string()),
})
export type MediaInfo = z.infer<typeof mediaInfoSchema>

export const refusedSchema = z.strictObject({ id: idSchema, headline: z.string(), reason: z.string() })

/** What an export did; the receipt's words. */
const exportReportSchema = z.strictObject({
  /** Files the site consists of now, those written or changed by this run, and those taken away. */
  files: z.number().int(),
  written: z.number().int(),
  removed: z.number().int(),
  articles: z.number().int(),
  /** Articles that were never approved. */
  drafts: z.number().int(),
  refused: z.array(refusedSchema),
  warnings: z.array(z.string()),
  ms: z.number(),
})

export const lastExportSchema = z.strictObject({
  at: momentSchema,
  by: z.string(),
  folder: z.string(),
  /** Of an export that went elsewhere than into the site's folder: as what, and where the site was by then. */
  packed: z.strictObject({ as: z.enum(['site', 'changes']), site: z.string().nullable() }).optional(),
  report: exportReportSchema,
})
export type LastExport = z.infer<typeof lastExportSchema>

/** What became of one article that was changed together with others. */
export const changedInSchema = z.strictObject({
  id: idSchema,
  headline: z.string(),
  /** The revision that was kept, or null where the article was left as it is. */
  revision: z.number().int().nullable(),
  /** Why it was left, or what to know of it now, in words; '' where there is nothing to say. */
  remark: z.string(),
})
export type ChangedIn = z.infer<typeof changedInSchema>
