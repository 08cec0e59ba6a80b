import { resolve } from 'node:path'
import type { RecordRow } from '../../../../shared/contract'
import { ok } from '../../../../shared/kernel/result'
import { signatureWords } from '../../../../shared/record/record-table'
import { findArticle } from '../find-article'
import type { Newsroom } from '../newsroom'
import { wrongUsage, type Done } from '../outcome'
import { cut, table } from '../table'

export interface RecordOptions {
  csv?: string
  page?: string
}

/** `galley record`: what happened to an article, or to people and settings; as a list, a spreadsheet or a page. */
export async function record(
  newsroom: Newsroom,
  written: string | undefined,
  { csv, page }: RecordOptions,
): Promise<Done> {
  if (csv !== undefined && page !== undefined) return wrongUsage('Name one file: --csv FILE or --page FILE.')
  const found = written === undefined ? ok(null) : await findArticle(newsroom, written)
  if (!found.ok) return found
  const id = found.value
  const file = csv ?? page
  if (file !== undefined) {
    const form = csv === undefined ? 'page' : 'csv'
    const saved = await newsroom.ask('record.export', { id, form, file: resolve(file) })
    return saved.ok ? ok({ json: saved.value, text: `${saved.value.file} is written.` }) : saved
  }
  const rows = await newsroom.ask('record.read', { id })
  return rows.ok ? ok({ json: rows.value, text: recordTable(rows.value) }) : rows
}

const recordTable = (rows: readonly RecordRow[]): string =>
  table(
    ['row', 'when', 'who', 'what', 'from', 'to', 'signature', 'note'],
    rows.map((row) => [
      String(row.sequence),
      row.at,
      row.by,
      row.subject === '' ? row.action : `${row.action} ${cut(row.subject, 40)}`,
      cut(row.from, 30),
      cut(row.to, 30),
      signatureWords[row.signature],
      cut(row.note, 60),
    ]),
  )
