import { z } from 'zod'
import { hashOf } from '../kernel/hash'
import { idSchema, momentSchema } from '../kernel/ids'
import { signatureSchema } from '../workflow/signature'

/** An export that the desk makes by itself: production signs once what is to be done, and each run is held to it. */

/** A time on the clocks of the site: `06:30`. */
const clockSchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'is not a time such as 06:30')

/** Days of the week as ISO 8601 numbers them: 1 is Monday. */
const daysSchema = z
  .array(z.number().int().min(1).max(7))
  .min(1)
  .transform((days) => [...new Set(days)].sort((a, b) => a - b))

/** More often than this, the runs of one day would crowd the record. */
const shortestPause = 15

export const whenSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('once'), at: momentSchema }),
  /** Counted from the moment it was signed. */
  z.strictObject({
    kind: z.literal('every'),
    minutes: z
      .number()
      .int()
      .min(shortestPause)
      .max(7 * 24 * 60),
  }),
  z.strictObject({ kind: z.literal('daily'), time: clockSchema, days: daysSchema }),
  /** Whenever the embargo of an approved article passes. */
  z.strictObject({ kind: z.literal('embargoes') }),
])
export type When = z.infer<typeof whenSchema>

/** What is signed. */
const orderSchema = z.strictObject({
  id: idSchema,
  /** The library whose site it is. */
  library: idSchema,
  folder: z.string().min(1).max(4000),
  when: whenSchema,
  by: idSchema,
  at: momentSchema,
})
export type ScheduleOrder = z.infer<typeof orderSchema>

const runSchema = z.strictObject({
  /** The moment it was due, and the moment it ran. */
  due: momentSchema,
  at: momentSchema,
  ok: z.boolean(),
  /** What came of it. */
  words: z.string(),
})

/** A schedule as `schedules.json` keeps it. One that was taken off stays, so that the record can name it. */
export const scheduleSchema = orderSchema.extend({
  signed: signatureSchema,
  last: runSchema.nullable(),
  removed: z.strictObject({ by: idSchema, at: momentSchema }).nullable(),
})
export type Schedule = z.infer<typeof scheduleSchema>

/** What the signature of a schedule is of: everything that was ordered, and nothing that came of it. */
export const orderHash = ({ id, library, folder, when, by, at }: ScheduleOrder): string =>
  hashOf({ id, library, folder, when, by, at })

/** Until when a schedule's runs are seen to: what comes next counts from there. UTC, ISO 8601. */
export const seenUntil = ({ at, last }: Pick<Schedule, 'at' | 'last'>): string => last?.due ?? at
