import type { RevisionInfo } from '../../../../shared/contract'

/** The revisions that were kept on one day. */
export interface RevisionDay {
  day: string
  rows: RevisionInfo[]
}

/**
 * Revisions by the day they were kept on, in the order given.
 * @param dayOf a moment's day in the site's time zone, in words
 */
export function byDay(rows: readonly RevisionInfo[], dayOf: (at: string) => string): RevisionDay[] {
  const days: RevisionDay[] = []
  for (const row of rows) {
    const day = dayOf(row.at)
    const last = days.at(-1)
    if (last?.day === day) last.rows.push(row)
    else days.push({ day, rows: [row] })
  }
  return days
}
