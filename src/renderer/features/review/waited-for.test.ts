import { expect, it } from 'vitest'
import { waitedFor } from './waited-for'

it('says how long something has been waiting', () => {
  const since = '2026-03-01T10:00:00.000Z'
  const after = (minutes: number) => waitedFor(since, Date.parse(since) + minutes * 60_000)
  expect([0, 1, 59, 60, 47 * 60, 48 * 60].map(after)).toEqual([
    'just now',
    '1 minute',
    '59 minutes',
    '1 hour',
    '47 hours',
    '2 days',
  ])
})
