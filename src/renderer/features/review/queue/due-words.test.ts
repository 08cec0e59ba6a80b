import { expect, it } from 'vitest'
import { dueWords } from './due-words'

it('says how far away a due time is', () => {
  const due = '2026-03-01T20:00:00.000Z'
  const at = (minutes: number) => dueWords(due, Date.parse(due) + minutes * 60_000)
  expect([-3 * 1440, -60, -59.5, 0, 0.5, 61, 2880].map(at)).toEqual([
    'due in 3 days',
    'due in 1 h',
    'due in 59 min',
    'due in 1 min',
    'overdue by 1 min',
    'overdue by 1 h',
    'overdue by 2 days',
  ])
})
