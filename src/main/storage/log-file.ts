import { readFile } from 'node:fs/promises'
import type { z } from 'zod'
import type { ErrorWith } from '../../shared/kernel/app-error'
import { canonicalJson } from '../../shared/kernel/canonical-json'
import { err, ok, type Result } from '../../shared/kernel/result'
import { logProblems, type Chained } from '../../shared/workflow/log'
import { codeOf, damaged, reasonFor } from './faults'
import type { Disk } from './disk'

/** A log as it stands on the disk. */
export interface StoredLog<R extends Chained> {
  rows: R[]
  /** How many bytes the whole rows take. */
  bytes: number
  /** What stands behind the last whole row: a row that a kill cut off, or ''. */
  torn: string
}

type Damage = ErrorWith<'damaged-file'>

/** A row as a line of its log: equal rows give equal bytes, so that a cut-off line can be told from a foreign one. */
export const lineOf = (row: Chained): string => `${canonicalJson(row)}\n`

/** Reads a log; what never left a row has none. Whether the chain holds is `logProblems`' business. */
export async function readLog<R extends Chained>(
  path: string,
  schema: z.ZodType<R>,
): Promise<Result<StoredLog<R>, Damage>> {
  let text: string
  try {
    text = await readFile(path, 'utf8')
  } catch (failure) {
    if (codeOf(failure) === 'ENOENT') return ok({ rows: [], bytes: 0, torn: '' })
    return err(damaged(path, `it cannot be read: ${reasonFor(failure)}`))
  }
  const end = text.lastIndexOf('\n') + 1
  const rows: R[] = []
  for (const [index, line] of text.slice(0, end).split('\n').slice(0, -1).entries()) {
    const row = parseRow(line, schema)
    if (!row) return err(damaged(path, `row ${index + 1} is not a row of a log`))
    rows.push(row)
  }
  return ok({ rows, bytes: Buffer.byteLength(text.slice(0, end)), torn: text.slice(end) })
}

/** The row that a line holds, or null. */
export function parseRow<R extends Chained>(line: string, schema: z.ZodType<R>): R | null {
  try {
    const parsed = schema.safeParse(JSON.parse(line))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}

/** A log to which a row may be added: nothing torn, the chain whole. */
export async function wholeLog<R extends Chained>(
  path: string,
  schema: z.ZodType<R>,
): Promise<Result<StoredLog<R>, Damage>> {
  const log = await readLog(path, schema)
  if (!log.ok) return log
  const { rows, torn } = log.value
  if (torn !== '') return err(damaged(path, `its last row, ${rows.length + 1}, is cut off`))
  const problem = logProblems(rows)[0]
  return problem === undefined ? log : err(damaged(path, problem))
}

/**
 * Adds the row of an interrupted change, unless it is there already. A row that was cut off is written whole; any
 * other end than the one it follows is damage.
 */
export async function completeRow<R extends Chained>(
  disk: Disk,
  path: string,
  row: R,
  schema: z.ZodType<R>,
): Promise<Result<void, Damage>> {
  const log = await readLog(path, schema)
  if (!log.ok) return log
  const { rows, bytes, torn } = log.value
  if (torn === '' && rows.some(({ hash }) => hash === row.hash)) return ok(undefined)
  const follows = (rows.at(-1)?.hash ?? '') === row.previous
  if (!follows || !lineOf(row).startsWith(torn))
    return err(damaged(path, 'an interrupted change does not follow its last row'))
  if (torn !== '') await disk.truncate(path, bytes)
  await disk.append(path, lineOf(row), { flush: true })
  return ok(undefined)
}

/** Takes back what was added behind the rows that a log had before, if anything was. */
export async function takeBack<R extends Chained>(
  disk: Disk,
  path: string,
  before: StoredLog<R>,
  schema: z.ZodType<R>,
): Promise<void> {
  const now = await readLog(path, schema)
  const untouched = now.ok && now.value.torn === '' && now.value.rows.length === before.rows.length
  if (!untouched) await disk.truncate(path, before.bytes)
}
