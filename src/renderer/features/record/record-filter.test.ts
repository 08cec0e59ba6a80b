import { expect, it } from 'vitest'
import type { RecordRow } from '../../../shared/contract'
import { choicesAmong, everything, filterRecord, type RecordFilter } from './record-filter'

const row = (sequence: number, by: string, action: string, day: string, note = '') => ({
  ...{ sequence, by, action, day, note, at: '2026-01-05T09:00:00.000Z', subject: '', from: 'Draft' },
  ...{ to: 'Submitted', revision: 1, hash: '', signature: 'valid' as RecordRow['signature'] },
})
const rows = [
  row(1, 'Edith', 'submitted', '5 January 2026'),
  row(2, 'Carl', 'held', '5 January 2026', 'Wait for the court.'),
  row(3, 'Carl', 'resumed', '6 January 2026'),
]
const found = (wanted: Partial<RecordFilter>): number[] =>
  filterRecord(rows, { ...everything, ...wanted }).map(({ sequence }) => sequence)

it('gives everything, newest first, until something is asked for', () => {
  expect(found({})).toEqual([3, 2, 1])
  expect(found({ words: '  ' })).toEqual([3, 2, 1])
})

it('finds by person, deed, day and words, all of which have to fit', () => {
  expect(found({ by: 'Carl' })).toEqual([3, 2])
  expect(found({ action: 'submitted' })).toEqual([1])
  expect(found({ day: '5 January 2026' })).toEqual([2, 1])
  expect(found({ words: 'COURT' })).toEqual([2])
  expect(found({ by: 'Carl', day: '5 January 2026' })).toEqual([2])
  expect(found({ by: 'Edith', words: 'court' })).toEqual([])
})

it('offers what the record holds, each once', () => {
  const offered = choicesAmong(
    'Everybody',
    rows.map(({ by }) => by),
  )
  expect(offered.map(({ label }) => label)).toEqual(['Everybody', 'Edith', 'Carl'])
  expect(offered[0]?.value).toBe('')
})
