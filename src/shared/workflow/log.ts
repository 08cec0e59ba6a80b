import { z } from 'zod'
import { hashOf } from '../kernel/hash'
import { hashSchema, idSchema, momentSchema } from '../kernel/ids'
import { signatureSchema, type Sign } from './signature'

/** What makes rows a chain: `hash` covers the row and, through `previous`, all rows before it. */
const linksSchema = z.strictObject({
  sequence: z.number().int().min(1),
  previous: z.union([hashSchema, z.literal('')]),
  /** Of everything but the hash, by whoever did it; absent where they have no key. `hash` covers it too. */
  signed: signatureSchema.optional(),
  hash: hashSchema,
})
/** What every row of an append-only log carries, whatever it tells of. */
export type Chained = z.infer<typeof linksSchema>

/** One row of an article's append-only log. */
export const logRowSchema = z.strictObject({
  at: momentSchema,
  by: idSchema,
  action: z.string(),
  from: z.string(),
  to: z.string(),
  revision: z.number().int(),
  /** The hash of the sealed content at that moment. */
  content: hashSchema,
  note: z.string(),
  ...linksSchema.shape,
})
export type LogRow = z.infer<typeof logRowSchema>
export type LogEntry = Omit<LogRow, keyof Chained>

/**
 * One row of the library's log: what was changed about its people, its settings or anything else that belongs to no
 * single article.
 */
export const libraryRowSchema = z.strictObject({
  at: momentSchema,
  /** A person's id; empty for the first row, which the desk writes itself. */
  by: z.union([idSchema, z.literal('')]),
  action: z.string(),
  /** Whom or what it was done to: a person's id, or a name. */
  subject: z.string(),
  from: z.string(),
  to: z.string(),
  note: z.string(),
  /** SHA-256 of the bytes of people.json and library.json once it was done. */
  people: hashSchema,
  settings: hashSchema,
  ...linksSchema.shape,
})
export type LibraryRow = z.infer<typeof libraryRowSchema>
export type LibraryEntry = Omit<LibraryRow, keyof Chained | 'people' | 'settings'>

/** The row that an entry becomes behind `last`, or as the first of a log; signed by who can. */
export function chainRow<E extends object>(
  entry: E,
  last: Pick<Chained, 'sequence' | 'hash'> | undefined,
  sign?: Sign | null,
): E & Chained {
  const row = { ...entry, sequence: (last?.sequence ?? 0) + 1, previous: last?.hash ?? ('' as const) }
  const whole = sign ? { ...row, signed: sign(hashOf(row)) } : row
  return { ...whole, hash: hashOf(whole) }
}

/** An article that knows how far its log goes. */
export const withHead = <A extends { head: unknown }>(
  article: A,
  { sequence, hash }: Pick<Chained, 'sequence' | 'hash'>,
): A => ({ ...article, head: { sequence, hash } })

/** What a row's signature is of. */
export function signedPart({ hash: _hash, signed: _signed, ...row }: Chained): string {
  return hashOf(row)
}

/**
 * What is wrong with a row in its place, each in words that begin with the row; empty when it is whole.
 * @param index its place in the log, from 0
 * @param before the row before it: undefined for the first row, null where that one cannot be read
 */
export function rowProblems(row: Chained, index: number, before: Chained | null | undefined): string[] {
  const name = `row ${index + 1}`
  const { hash, ...rest } = row
  return [
    ...(row.sequence === index + 1 ? [] : [`${name} is numbered ${row.sequence}`]),
    ...(before === null || row.previous === (before?.hash ?? '')
      ? []
      : [`${name} does not follow the row before it`]),
    ...(hashOf(rest) === hash ? [] : [`${name} was changed`]),
  ]
}

/** What is wrong with a log, a sentence per row; empty when every row is whole and in its place. */
export const logProblems = (rows: readonly Chained[]): string[] =>
  rows.flatMap((row, index) => rowProblems(row, index, rows[index - 1]))
