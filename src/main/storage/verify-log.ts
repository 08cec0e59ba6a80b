import { readFile } from 'node:fs/promises'
import type { z } from 'zod'
import { rowProblems, type Chained } from '../../shared/workflow/log'
import { codeOf, reasonFor } from './faults'
import { lineOf, parseRow } from './log-file'

/** What looking at a log byte by byte gave. */
export interface CheckedLog<R> {
  /** Its rows, null for one that cannot be read. */
  rows: (R | null)[]
  /** A sentence each, without the file's name. */
  problems: string[]
}

const newline = 0x0a

/**
 * Looks at every byte of a log: each line must be exactly what its row is written as, and the rows must be a chain. A
 * line that cannot be read does not end the look.
 */
export async function checkLog<R extends Chained>(
  path: string,
  schema: z.ZodType<R>,
): Promise<CheckedLog<R>> {
  let bytes: Buffer
  try {
    bytes = await readFile(path)
  } catch (failure) {
    const reason =
      codeOf(failure) === 'ENOENT' ? 'is missing or empty' : `cannot be read: ${reasonFor(failure)}`
    return { rows: [], problems: [`it ${reason}.`] }
  }
  if (bytes.length === 0) return { rows: [], problems: ['it is missing or empty.'] }
  const { lines, torn } = linesOf(bytes)
  const rows = lines.map((line) => parseRow(line.toString('utf8'), schema))
  const problems = rows.flatMap((row, index) => {
    if (!row) return [`row ${index + 1} is not a row of a log.`]
    const found = rowProblems(row, index, rows[index - 1]).map((problem) => `${problem}.`)
    if (found.length > 0 || Buffer.from(lineOf(row)).equals(lines[index] ?? bytes)) return found
    return [`row ${index + 1} was changed: it is not written as Galley writes it.`]
  })
  if (torn) problems.push(`row ${rows.length + 1} is cut off.`)
  return { rows, problems }
}

/** Whole lines with their line ends, and whether something stands behind the last. */
function linesOf(bytes: Buffer): { lines: Buffer[]; torn: boolean } {
  const lines: Buffer[] = []
  let start = 0
  for (let end = bytes.indexOf(newline); end >= 0; end = bytes.indexOf(newline, start)) {
    lines.push(bytes.subarray(start, end + 1))
    start = end + 1
  }
  return { lines, torn: start < bytes.length }
}

/** The rows that can be read. */
export const readable = <R>(rows: readonly (R | null)[]): R[] => rows.filter((row) => row !== null)
