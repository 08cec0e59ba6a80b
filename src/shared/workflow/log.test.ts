import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chainRow, logProblems, type LogRow } from './log'

const entry = (action: string) => ({
  at: '2026-01-01T00:00:00.000Z',
  by: '01ARZ3NDEKTSV4RRFFQ69G5FAV',
  action,
  from: 'draft',
  to: 'submitted',
  revision: 1,
  content: 'a'.repeat(64),
  note: '',
})
const log = (actions: string[]): LogRow[] =>
  actions.reduce<LogRow[]>((rows, action) => [...rows, chainRow(entry(action), rows.at(-1))], [])

describe('the log’s chain', () => {
  const rows = log(['submit', 'start-review', 'approve', 'export'])
  it('is whole when nobody touched it', () => expect(logProblems(rows)).toEqual([]))
  it('tells of every changed, removed or swapped row', () => {
    fc.assert(
      fc.property(fc.nat(rows.length - 1), fc.constantFrom('change', 'remove', 'swap'), (index, damage) => {
        const copy = rows.map((row) => ({ ...row }))
        const row = copy[index]
        if (!row) return
        if (damage === 'change') row.note = 'forged'
        if (damage === 'remove') {
          if (index === copy.length - 1) return // a cut end is found by the receipt, not by the chain
          copy.splice(index, 1)
        }
        if (damage === 'swap') {
          copy.splice(index, 1)
          copy.unshift(row)
          if (index === 0) return
        }
        expect(logProblems(copy).length).toBeGreaterThan(0)
      }),
    )
  })
})
