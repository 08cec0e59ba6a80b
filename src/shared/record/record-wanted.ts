import { z } from 'zod'
import { momentSchema } from '../kernel/ids'

/** Which rows of a record are wanted; what is left out wants everything. */
export const recordWantedSchema = z.strictObject({
  /** A person's name, whatever its case. */
  by: z.string().max(1000).optional(),
  /** What was done, as rows tell it or the beginning of it, whatever its case. */
  action: z.string().max(1000).optional(),
  /** From this moment on. */
  since: momentSchema.optional(),
  /** Before this moment. */
  until: momentSchema.optional(),
})
export type RecordWanted = z.infer<typeof recordWantedSchema>

/** The rows that are wanted, in their order. */
export const rowsWanted = <Row extends { by: string; action: string; at: string }>(
  rows: readonly Row[],
  { by, action, since, until }: RecordWanted,
): Row[] =>
  rows.filter(
    (row) =>
      (by === undefined || row.by.toLowerCase() === by.toLowerCase()) &&
      (action === undefined || row.action.toLowerCase().startsWith(action.toLowerCase())) &&
      (since === undefined || Date.parse(row.at) >= Date.parse(since)) &&
      (until === undefined || Date.parse(row.at) < Date.parse(until)),
  )
