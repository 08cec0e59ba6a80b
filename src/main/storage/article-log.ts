import { readFile } from 'node:fs/promises'
import type { ErrorWith } from '../../shared/kernel/app-error'
import { canonicalJson } from '../../shared/kernel/canonical-json'
import { err, ok, type Result } from '../../shared/kernel/result'
import { logRowSchema, type LogRow } from '../../shared/workflow/log'
import { codeOf, damaged, reasonFor } from './faults'

/** An article's log as it stands on the disk. */
export interface StoredLog {
  rows: LogRow[]
  /** How many bytes the whole rows take. */
  bytes: number
  /** What stands behind the last whole row: a row that a kill cut off, or ''. */
  torn: string
}

/** A row as a line of `log.jsonl`: equal rows give equal bytes, so that a cut-off line can be told from a foreign one. */
export const lineOf = (row: LogRow): string => `${canonicalJson(row)}\n`

/** Reads a log; an article that never moved has none. Whether the chain holds is `logProblems`' business. */
export async function readLog(path: string): Promise<Result<StoredLog, ErrorWith<'damaged-file'>>> {
  let text: string
  try {
    text = await readFile(path, 'utf8')
  } catch (failure) {
    if (codeOf(failure) === 'ENOENT') return ok({ rows: [], bytes: 0, torn: '' })
    return err(damaged(path, `it cannot be read: ${reasonFor(failure)}`))
  }
  const end = text.lastIndexOf('\n') + 1
  const rows: LogRow[] = []
  for (const [index, line] of text.slice(0, end).split('\n').slice(0, -1).entries()) {
    const row = parseRow(line)
    if (!row) return err(damaged(path, `row ${index + 1} is not a row of a log`))
    rows.push(row)
  }
  return ok({ rows, bytes: Buffer.byteLength(text.slice(0, end)), torn: text.slice(end) })
}

function parseRow(line: string): LogRow | null {
  try {
    const parsed = logRowSchema.safeParse(JSON.parse(line))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}
