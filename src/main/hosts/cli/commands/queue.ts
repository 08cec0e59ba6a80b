import { clockTime } from '../../../../shared/site/zoned-time'
import type { QueueRow } from '../../../../shared/contract'
import { ok } from '../../../../shared/kernel/result'
import { isOverdue } from '../../../../shared/review/queue-order'
import { flagNames } from '../../../../shared/workflow/states'
import type { Newsroom } from '../newsroom'
import type { Done } from '../outcome'
import { cut, table } from '../table'

/**
 * `galley queue`: what waits for review, most urgent first; the waiting is counted up to now. Rows name what a person
 * took, and what is new to them, when they ask.
 */
export async function queue(newsroom: Newsroom, now: Date): Promise<Done> {
  const [found, settings] = [await newsroom.ask('review.queue', {}), await newsroom.ask('settings.get', {})]
  if (!found.ok) return found
  if (!settings.ok) return settings
  const { rows } = found.value
  const text =
    rows.length === 0 ? 'Nothing waits for review.' : queueTable(rows, now, settings.value.site.timeZone)
  return ok({ json: rows, text })
}

function queueTable(rows: readonly QueueRow[], now: Date, timeZone: string): string {
  return table(
    ['id', 'state', 'priority', 'due', 'waits', 'with', 'needs', 'desk', 'headline'],
    rows.map((row) => [
      row.id,
      row.state,
      row.priority,
      due(row, now, timeZone),
      waited(now.getTime() - Date.parse(row.since)),
      cut(row.assignee?.name ?? '', 20),
      needs(row),
      cut(row.category, 20),
      cut(row.headline, 60),
    ]),
  )
}

/** `2026-11-23 20:00` by the site's clock, and whether that is over. */
const due = (row: QueueRow, now: Date, timeZone: string): string =>
  row.due === null
    ? ''
    : `${clockTime(row.due, timeZone).replace('T', ' ')}${isOverdue(row, now.getTime()) ? ' overdue' : ''}`

/** What has to be settled before an approval. */
const needs = ({ flags, blocking }: QueueRow): string =>
  [
    ...flags.map((flag) => flagNames[flag].toLowerCase()),
    ...(blocking > 0 ? [`${blocking} blocking ${blocking === 1 ? 'comment' : 'comments'}`] : []),
  ].join(', ')

/** `3d 4h`, `2h 05m` or `7m`. */
function waited(milliseconds: number): string {
  const minutes = Math.max(0, Math.floor(milliseconds / 60_000))
  const hours = Math.floor(minutes / 60)
  if (hours >= 24) return `${Math.floor(hours / 24)}d ${hours % 24}h`
  return hours > 0 ? `${hours}h ${String(minutes % 60).padStart(2, '0')}m` : `${minutes}m`
}
