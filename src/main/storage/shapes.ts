import { z } from 'zod'
import { articleSchema, type Article } from '../../shared/article/article'
import { authorSchema } from '../../shared/article/author'
import { draftSchema, type Draft } from '../../shared/article/draft'
import { revisionSchema, type Revision } from '../../shared/article/revision'
import { templateSchema } from '../../shared/article/template'
import { lastExportSchema } from '../../shared/contract/shapes'
import { hashSchema, idSchema, momentSchema } from '../../shared/kernel/ids'
import { pictureDetailsSchema, type PictureDetails } from '../../shared/media/picture-details'
import { queueViewSchema } from '../../shared/review/queue-filter'
import { scheduleSchema } from '../../shared/schedule/schedule'
import { settingsSchema } from '../../shared/site/settings'
import { libraryRowSchema, logRowSchema } from '../../shared/workflow/log'
import { personSchema } from '../../shared/workflow/people'
import { signatureSchema } from '../../shared/workflow/signature'
import type { Shape } from './durable-json-file'

/** What each kind of file in a library holds. */

const librarySchema = z.strictObject({
  id: idSchema,
  name: z.string().min(1),
  createdAt: momentSchema,
  /** Only a sample library says its people's passphrase. */
  sample: z.strictObject({ passphrase: z.string() }).optional(),
  settings: settingsSchema,
  /** When its log began, as the first row says. Libraries of earlier versions had none. */
  recordedSince: momentSchema.optional(),
})
export type LibraryFile = z.infer<typeof librarySchema>
export const libraryShape: Shape<LibraryFile> = { kind: 'library', schema: librarySchema }

const peopleSchema = z.strictObject({ people: z.array(personSchema) })
export type PeopleFile = z.infer<typeof peopleSchema>
export const peopleShape: Shape<PeopleFile> = { kind: 'people', schema: peopleSchema }

const authorsSchema = z.strictObject({ authors: z.array(authorSchema) })
export type AuthorsFile = z.infer<typeof authorsSchema>
export const authorsShape: Shape<AuthorsFile> = { kind: 'authors', schema: authorsSchema }

const templatesSchema = z.strictObject({ templates: z.array(templateSchema) })
export type TemplatesFile = z.infer<typeof templatesSchema>
export const templatesShape: Shape<TemplatesFile> = { kind: 'templates', schema: templatesSchema }

const schedulesSchema = z.strictObject({ schedules: z.array(scheduleSchema) })
export type SchedulesFile = z.infer<typeof schedulesSchema>
export const schedulesShape: Shape<SchedulesFile> = { kind: 'schedules', schema: schedulesSchema }

export const articleShape: Shape<Article> = { kind: 'article', schema: articleSchema }
export const revisionShape: Shape<Revision> = { kind: 'revision', schema: revisionSchema }
export const draftShape: Shape<Draft> = { kind: 'draft', schema: draftSchema }

export const pictureDetailsShape: Shape<PictureDetails> = {
  kind: 'picture details',
  schema: pictureDetailsSchema,
}

const readingSchema = z.strictObject({
  /** The article read last comes first. */
  marks: z.array(z.strictObject({ article: idSchema, revision: z.number().int().min(1) })),
})
export type ReadingFile = z.infer<typeof readingSchema>
export const readingShape: Shape<ReadingFile> = { kind: 'reading marks', schema: readingSchema }

const deskViewsSchema = z.strictObject({
  /** Until when this person has seen the review queue. */
  looked: momentSchema.nullable(),
  views: z.array(queueViewSchema),
})
export type DeskViewsFile = z.infer<typeof deskViewsSchema>
export const deskViewsShape: Shape<DeskViewsFile> = { kind: 'desk views', schema: deskViewsSchema }

/**
 * A receipt holds at least what the window shows of it; exports may write more into it. What it says of logs vouches
 * for them: none of these rows can go without being missed.
 */
const receiptSchema = z.looseObject({
  ...lastExportSchema.shape,
  /** Who exported. */
  person: idSchema.optional(),
  /** For each article that went out, the hash of the last row of its log before, and once the export was noted in it. */
  exported: z
    .array(z.looseObject({ id: idSchema, before: hashSchema.or(z.literal('')).optional(), log: z.string() }))
    .optional(),
  /** The hash of the last row of the library's log, or ''. */
  libraryLog: hashSchema.or(z.literal('')).optional(),
  /** The hash of the receipt before this one, or ''. */
  previous: hashSchema.or(z.literal('')).optional(),
  /** Of everything above, by whoever exported. */
  signed: signatureSchema.optional(),
})
export type ReceiptFile = z.infer<typeof receiptSchema>
export const receiptShape: Shape<ReceiptFile> = { kind: 'receipt', schema: receiptSchema }

const pendingMoveSchema = z.strictObject({
  row: logRowSchema,
  article: articleSchema,
  /** SHA-256 of the bytes of the article.json that the move replaces. */
  replaces: hashSchema,
})
export type PendingMove = z.infer<typeof pendingMoveSchema>
export const pendingShape: Shape<PendingMove> = { kind: 'pending move', schema: pendingMoveSchema }

const logHeadSchema = z.strictObject({ sequence: z.number().int().min(1), hash: hashSchema })
export type LogHead = z.infer<typeof logHeadSchema>
/** Where the library's log ends. */
export const logHeadShape: Shape<LogHead> = { kind: 'log head', schema: logHeadSchema }

const pendingLibrarySchema = z.strictObject({
  row: libraryRowSchema,
  /** The whole new text of a file, and SHA-256 of the bytes that it replaces; null where a row is all there is. */
  file: z
    .strictObject({ of: z.enum(['people', 'library']), text: z.string(), replaces: hashSchema })
    .nullable(),
})
export type PendingLibrary = z.infer<typeof pendingLibrarySchema>
export const pendingLibraryShape: Shape<PendingLibrary> = {
  kind: 'pending change',
  schema: pendingLibrarySchema,
}
