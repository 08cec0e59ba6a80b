import { priorities, type Priority } from './remarks'

/** What the place of an article in the review queue depends on. */
export interface Waiting {
  id: string
  priority: Priority
  /** UTC, ISO 8601, or null where nothing is promised. */
  due: string | null
  /** When it began to wait: it came to its state then, or was reopened by a change. UTC, ISO 8601. */
  since: string
}

/**
 * The order of the review queue, most urgent first. Articles of a higher priority stand before all others. Within a
 * priority, those with a due time stand before those without, the soonest first: what is overdue longest leads. Then
 * whatever has waited longest, and where even that is the same, the older id, so that no two orders are possible.
 * The clock has no say in it: rows never change places because time passes.
 */
export const byUrgency = (a: Waiting, b: Waiting): number =>
  rank(b) - rank(a) ||
  dueAt(a) - dueAt(b) ||
  Date.parse(a.since) - Date.parse(b.since) ||
  (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)

const rank = ({ priority }: Waiting): number => priorities.indexOf(priority)

/** Later than any moment where nothing is due; a number, so that two of them differ by 0. */
const dueAt = ({ due }: Waiting): number => (due === null ? Number.MAX_SAFE_INTEGER : Date.parse(due))

/**
 * Whether an article should have been out by now.
 * @param now milliseconds since 1970
 */
export const isOverdue = ({ due }: Pick<Waiting, 'due'>, now: number): boolean =>
  due !== null && Date.parse(due) < now
