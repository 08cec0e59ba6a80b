import { expect, it } from 'vitest'
import type { CheckRow } from '../../../../shared/contract'
import { inOrderOfNeed, standInWords } from './check-words'

const row = (name: string, changes: Partial<CheckRow>): CheckRow => ({
  check: name,
  name,
  title: name,
  kind: 'machine',
  outcome: 'passed',
  holds: true,
  mayBeWaived: true,
  given: null,
  earlier: null,
  found: [],
  ...changes,
})

it('puts first what needs somebody, and counts what holds the article back', () => {
  const rows = [
    row('limits', {}),
    row('links', { outcome: 'failed', holds: false }),
    row('facts', { kind: 'human', outcome: 'passed' }),
    row('legal', { kind: 'human', outcome: 'open' }),
    row('words', { outcome: 'failed' }),
    row('alt', { outcome: 'waived' }),
  ]
  expect(inOrderOfNeed(rows).map(({ name }) => name)).toEqual([
    'legal',
    'words',
    'facts',
    'links',
    'alt',
    'limits',
  ])
  expect(standInWords(rows)).toBe('2 checks hold the approval back.')
  expect(standInWords(rows.slice(0, 3))).toBe('Nothing here holds an approval back.')
  expect(standInWords(rows.slice(0, 4))).toBe('1 check holds the approval back.')
})
