import type { QueueRow } from '../../../../shared/contract'
import { byUrgency } from '../../../../shared/review/queue-order'

/** The orders a queue can be read in; ties stand in the order of urgency. */
export const queueSorts = {
  urgency: { label: 'Most urgent first', compare: byUrgency },
  waiting: { label: 'Waiting longest', compare: (a, b) => compareText(a.since, b.since) },
  newest: { label: 'Newest first', compare: (a, b) => compareText(b.since, a.since) },
  due: { label: 'Due soonest', compare: (a, b) => dueAt(a) - dueAt(b) },
  desk: { label: 'Desk', compare: (a, b) => compare(a.category, b.category) },
  headline: { label: 'Headline', compare: (a, b) => compare(a.headline, b.headline) },
} as const satisfies Record<string, { label: string; compare: (a: QueueRow, b: QueueRow) => number }>
export type QueueSort = keyof typeof queueSorts

/** Rows in an order of one's choice. */
export const sorted = (rows: readonly QueueRow[], sort: QueueSort): QueueRow[] =>
  rows.toSorted((a, b) => queueSorts[sort].compare(a, b) || byUrgency(a, b))

const { compare } = new Intl.Collator('en', { sensitivity: 'base', numeric: true })
/** Moments are compared as they are written: all are UTC and of one length. */
const compareText = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1)
const dueAt = ({ due }: QueueRow): number => (due === null ? Number.MAX_SAFE_INTEGER : Date.parse(due))
