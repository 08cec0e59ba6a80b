import { z } from 'zod'
import { idSchema, momentSchema } from '../kernel/ids'
import { scheduleSchema, whenSchema } from '../schedule/schedule'
import { reading, writing, type Request } from './request'
import { lastExportSchema, refusedSchema } from './shapes'

const placeSchema = z.string().trim().min(1).max(4000)
const asOfSchema = momentSchema.optional()

const changeSchema = z.strictObject({
  path: z.string(),
  /** `restored`: somebody else changed or removed it, and the export puts it back. */
  change: z.enum(['new', 'changed', 'removed', 'restored']),
  /** Why, in a sentence. */
  why: z.string(),
})
export type PlannedChange = z.infer<typeof changeSchema>

const dryRunSchema = z.strictObject({
  folder: z.string(),
  counts: z.strictObject({
    new: z.number().int(),
    changed: z.number().int(),
    removed: z.number().int(),
    restored: z.number().int(),
    unchanged: z.number().int(),
  }),
  /** As many as were asked for, by path. */
  changes: z.array(changeSchema),
  refused: z.array(refusedSchema),
  drafts: z.number().int(),
  warnings: z.array(z.string()),
})
export type DryRun = z.infer<typeof dryRunSchema>

const scheduleViewSchema = scheduleSchema
  .pick({ id: true, folder: true, when: true, at: true, last: true })
  .extend({
    /** Who signed it. */
    by: z.string(),
    /** When it runs, in words. */
    words: z.string(),
    next: momentSchema.nullable(),
    /** Why it would not run as things are, in a sentence; '' when it would. */
    refusal: z.string(),
  })
export type ScheduleView = z.infer<typeof scheduleViewSchema>

export const waysOutRequests = {
  /** What an export into a folder would change there, and why. Writes nothing. */
  'publish.dry-run': {
    input: z.strictObject({
      folder: placeSchema,
      asOf: asOfSchema,
      limit: z.number().int().min(0).default(500),
    }),
    output: dryRunSchema,
    errors: [...reading, 'export-failed', 'cancelled'],
  },
  /**
   * Exports the site into a zip file, or only what changed since an earlier export, into a new folder or a zip file
   * (by its name's ending). `since`: where that export is, its manifest, or an earlier package.
   */
  'publish.pack': {
    input: z.strictObject({
      what: z.enum(['site', 'changes']),
      place: placeSchema,
      since: placeSchema.nullable().default(null),
      asOf: asOfSchema,
    }),
    output: lastExportSchema,
    errors: [...writing, 'not-allowed', 'export-failed', 'cancelled'],
  },

  'schedule.list': { input: z.strictObject({}), output: z.array(scheduleViewSchema), errors: reading },
  /** Signs a schedule with the key of whoever asks. */
  'schedule.add': {
    input: z.strictObject({ folder: placeSchema, when: whenSchema }),
    output: scheduleViewSchema,
    errors: [...writing, 'not-allowed', 'invalid-input', 'export-failed'],
  },
  'schedule.remove': {
    input: z.strictObject({ id: idSchema }),
    output: z.strictObject({}),
    errors: [...writing, 'not-allowed', 'not-found'],
  },
  /** Puts back a schedule that was just taken off; its signature still holds. */
  'schedule.put-back': {
    input: z.strictObject({ id: idSchema }),
    output: z.strictObject({}),
    errors: [...writing, 'not-allowed', 'not-found'],
  },
  /** Runs every schedule that is due, which its signature allows whoever is signed in; or one at once, as production. */
  'schedule.run': {
    input: z.strictObject({ id: idSchema.nullable() }),
    output: z.array(scheduleViewSchema),
    errors: [
      'no-library',
      'read-only',
      'damaged-file',
      'disk-write-failed',
      'not-allowed',
      'not-found',
      'not-signed-in',
    ],
  },
} as const satisfies Record<string, Request>
