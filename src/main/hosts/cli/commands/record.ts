import { resolve } from 'node:path'
import type { RecordRow } from '../../../../shared/contract'
import { ok, type Result } from '../../../../shared/kernel/result'
import type { RecordWanted } from '../../../../shared/record/record-wanted'
import { signatureWords } from '../../../../shared/record/record-table'
import { findArticle } from '../find-article'
import { isDay, readMoment } from '../moments'
import type { Newsroom } from '../newsroom'
import { wrongUsage, type Done, type Refusal } from '../outcome'
import { cut, table } from '../table'

export interface RecordOptions {
  csv?: string
  page?: string
  by?: string
  action?: string
  since?: string
  until?: string
}

/** `galley record`: what happened to an article, or to people and settings; as a list, a spreadsheet or a page. */
export async function record(
  newsroom: Newsroom,
  written: string | undefined,
  { csv, page, ...filter }: RecordOptions,
): Promise<Done> {
  if (csv !== undefined && page !== undefined) return wrongUsage('Name one file: --csv FILE or --page FILE.')
  const found = written === undefined ? ok(null) : await findArticle(newsroom, written)
  if (!found.ok) return found
  const id = found.value
  const wanted = await readWanted(newsroom, filter)
  if (!wanted.ok) return wanted
  const file = csv ?? page
  if (file !== undefined) {
    const form = csv === undefined ? 'page' : 'csv'
    const saved = await newsroom.ask('record.export', {
      ...{ id, wanted: wanted.value, form, file: resolve(file) },
    })
    return saved.ok ? ok({ json: saved.value, text: `${saved.value.file} is written.` }) : saved
  }
  const rows = await newsroom.ask('record.read', { id, wanted: wanted.value })
  return rows.ok
    ? ok({ json: rows.value, text: rows.value.length === 0 ? 'No rows.' : recordTable(rows.value) })
    : rows
}

/** Days and times are read on the site’s clocks. A day for `--until` counts whole. */
async function readWanted(
  newsroom: Newsroom,
  { by, action, since, until }: Pick<RecordOptions, 'by' | 'action' | 'since' | 'until'>,
): Promise<Result<RecordWanted, Refusal>> {
  const wanted: RecordWanted = { by, action }
  if (since === undefined && until === undefined) return ok(wanted)
  const settings = await newsroom.ask('settings.get', {})
  if (!settings.ok) return settings
  const { timeZone } = settings.value.site
  if (since !== undefined) {
    const moment = await readMoment(since, timeZone, 'start')
    if (!moment.ok) return wrongUsage(`--since: ${moment.error}`)
    wanted.since = moment.value
  }
  if (until !== undefined) {
    const moment = await readMoment(dayAfter(until), timeZone, 'start')
    if (!moment.ok) return wrongUsage(`--until: ${moment.error}`)
    wanted.until = moment.value
  }
  return ok(wanted)
}

/** The day after one that is written without a time; anything else as it is. */
function dayAfter(written: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(written) || !isDay(written)) return written
  const next = new Date(`${written}T00:00:00Z`)
  next.setUTCDate(next.getUTCDate() + 1)
  return next.toISOString().slice(0, 10)
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
