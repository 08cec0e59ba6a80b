import { z } from 'zod'
import { hashOf } from '../kernel/hash'
import { hashSchema, idSchema, momentSchema } from '../kernel/ids'
import { signatureSchema, type Sign } from './signature'

/** One row of an article's append-only log. `hash` covers the row and, through `previous`, all rows before it. */
export const logRowSchema = z.strictObject({
  sequence: z.number().int().min(1),
  at: momentSchema,
  by: idSchema,
  action: z.string(),
  from: z.string(),
  to: z.string(),
  revision: z.number().int(),
  /** The hash of the sealed content at that moment. */
  content: hashSchema,
  note: z.string(),
  previous: z.union([hashSchema, z.literal('')]),
  /** Of everything above, by whoever did it; absent where they have no key. `hash` covers it too. */
  signed: signatureSchema.optional(),
  hash: hashSchema,
})
export type LogRow = z.infer<typeof logRowSchema>
export type LogEntry = Omit<LogRow, 'sequence' | 'previous' | 'hash' | 'signed'>

/** The row that an entry becomes behind `last`, or as the first of a log; signed by who can. */
export function chainRow(entry: LogEntry, last: LogRow | undefined, sign?: Sign | null): LogRow {
  const row = { ...entry, sequence: (last?.sequence ?? 0) + 1, previous: last?.hash ?? ('' as const) }
  const whole = sign ? { ...row, signed: sign(hashOf(row)) } : row
  return { ...whole, hash: hashOf(whole) }
}

/** What is wrong with a log, a sentence per row; empty when every row is whole and in its place. */
export function logProblems(rows: readonly LogRow[]): string[] {
  const problems: string[] = []
  rows.forEach((row, index) => {
    const { hash, ...rest } = row
    if (row.sequence !== index + 1) problems.push(`row ${index + 1} is numbered ${row.sequence}`)
    if (row.previous !== (rows[index - 1]?.hash ?? ''))
      problems.push(`row ${index + 1} does not follow the row before it`)
    if (hashOf(rest) !== hash) problems.push(`row ${index + 1} was changed`)
  })
  return problems
}
