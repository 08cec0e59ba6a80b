import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { byUrgency, isOverdue, type Waiting } from './queue-order'
import { priorities } from './remarks'

const minute = (number: number): string => new Date(Date.UTC(2026, 2, 1, 18, number)).toISOString()
// Few values each, so that ties are met.
const moment = fc.integer({ min: 0, max: 3 }).map(minute)
const waiting: fc.Arbitrary<Waiting> = fc.record({
  id: fc.constantFrom('A', 'B', 'C', 'D'),
  priority: fc.constantFrom(...priorities),
  due: fc.option(moment),
  since: moment,
})

describe('the order of the review queue', () => {
  it('is a total order', () => {
    fc.assert(
      fc.property(waiting, waiting, waiting, (a, b, c) => {
        expect(Math.sign(byUrgency(a, b))).toBe(0 - Math.sign(byUrgency(b, a)))
        if (byUrgency(a, b) === 0) expect(a).toEqual(b)
        if (byUrgency(a, b) <= 0 && byUrgency(b, c) <= 0) expect(byUrgency(a, c)).toBeLessThanOrEqual(0)
      }),
    )
  })

  it('puts priority first, then what is overdue, then what is due, then what has waited longest', () => {
    const now = Date.parse(minute(2))
    fc.assert(
      fc.property(fc.array(waiting, { maxLength: 12 }), (rows) => {
        const sorted = rows.toSorted(byUrgency)
        for (const [place, row] of sorted.entries()) {
          const next = sorted[place + 1]
          if (!next) continue
          const [rank, nextRank] = [row, next].map(({ priority }) => priorities.indexOf(priority))
          expect(rank).toBeGreaterThanOrEqual(nextRank ?? 0)
          if (rank !== nextRank) continue
          if (isOverdue(next, now)) expect(isOverdue(row, now)).toBe(true)
          if (next.due !== null) expect(row.due).not.toBeNull()
          if (row.due === next.due) expect(row.since <= next.since).toBe(true)
        }
      }),
    )
  })

  it('orders a busy evening', () => {
    const row = (id: string, more: Partial<Waiting>): Waiting => ({
      id,
      priority: 'normal',
      due: null,
      since: minute(10),
      ...more,
    })
    const rows = [
      row('waits', {}),
      row('waits longer', { since: minute(5) }),
      row('due at 40', { due: minute(40) }),
      row('overdue', { due: minute(1) }),
      row('high', { priority: 'high', since: minute(30) }),
      row('urgent', { priority: 'urgent', since: minute(31) }),
      row('urgent and due', { priority: 'urgent', due: minute(50), since: minute(32) }),
    ]
    expect(rows.toSorted(byUrgency).map(({ id }) => id)).toEqual([
      'urgent and due',
      'urgent',
      'high',
      'overdue',
      'due at 40',
      'waits longer',
      'waits',
    ])
  })
})
