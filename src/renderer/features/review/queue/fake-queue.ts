import type { QueueRow } from '../../../../shared/contract'
import { fakeSummary } from '../../../testing/fake-galley'

/** A row of the queue for tests, changed as wanted. */
export const fakeRow = (number: number, changes: Partial<QueueRow> = {}): QueueRow => ({
  ...fakeSummary(number, { state: 'submitted' }),
  categoryId: 'news',
  priority: 'normal',
  due: null,
  flags: [],
  assignee: null,
  since: new Date(Date.UTC(2026, 0, 6, 9, number)).toISOString(),
  by: 'Edith Larsen',
  note: '',
  comments: 0,
  blocking: 0,
  mentionsMe: false,
  mine: false,
  news: null,
  ...changes,
})

/** An answer to `review.queue` with these rows. */
export const fakeQueue = (rows: readonly QueueRow[]) => ({
  rows: [...rows],
  at: '2026-01-06T12:00:00.000Z',
  looked: '2026-01-06T10:00:00.000Z',
})
