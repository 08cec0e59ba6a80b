import type { RecordRow } from '../contract'
import { recordColumns } from './record-table'

/**
 * A record as CSV (RFC 4180), with a heading. A cell that a spreadsheet would take for a formula begins with an
 * apostrophe, so that nobody's note is ever carried out.
 */
export function recordCsv(rows: readonly RecordRow[]): string {
  const lines = [
    recordColumns.map(({ title }) => title),
    ...rows.map((row) => recordColumns.map(({ of }) => of(row))),
  ]
  return lines.map((cells) => `${cells.map(csvCell).join(',')}\r\n`).join('')
}

/** One cell, harmless and quoted where it has to be. */
export function csvCell(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}
