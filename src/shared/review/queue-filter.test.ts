import { describe, expect, it } from 'vitest'
import { passesFilter, wholeQueue, type QueueFilter } from './queue-filter'

const now = Date.parse('2026-03-01T18:00:00.000Z')
const row = {
  state: 'submitted',
  categoryId: 'news',
  priority: 'high',
  due: '2026-03-01T17:30:00.000Z',
  assignee: { id: 'CLEO' },
  flags: ['legal'],
  mine: false,
  mentionsMe: false,
} as const
const passes = (filter: Partial<QueueFilter>, more: Partial<Parameters<typeof passesFilter>[0]> = {}) =>
  passesFilter({ ...row, ...more }, { ...wholeQueue, ...filter }, { person: 'CLEO', now })

describe('a filter of the queue', () => {
  it('shows what waits unless states are named', () => {
    expect(passes({})).toBe(true)
    expect(passes({}, { state: 'on-hold' })).toBe(false)
    expect(passes({ states: ['on-hold'] }, { state: 'on-hold' })).toBe(true)
    expect(passes({ states: ['on-hold', 'spiked'] })).toBe(false)
  })

  it('takes categories, priorities and flags, any of those that are named', () => {
    expect(passes({ categories: ['news', 'sports'], priorities: ['urgent', 'high'] })).toBe(true)
    expect(passes({ categories: ['sports'] })).toBe(false)
    expect(passes({ categories: [''] }, { categoryId: null })).toBe(true)
    expect(passes({ priorities: ['normal'] })).toBe(false)
    expect(passes({ flags: ['pictures', 'legal'] })).toBe(true)
    expect(passes({ flags: ['pictures'] })).toBe(false)
  })

  it('knows who has it', () => {
    const who = (assignee: string | null) =>
      (['anyone', 'me', 'nobody', 'others'] as const).map((wanted) =>
        passes({ assignee: wanted }, { assignee: assignee === null ? null : { id: assignee } }),
      )
    expect(who('CLEO')).toEqual([true, true, false, false])
    expect(who(null)).toEqual([true, false, true, false])
    expect(who('CONRAD')).toEqual([true, false, false, true])
    expect(
      passesFilter({ ...row, assignee: null }, { ...wholeQueue, assignee: 'me' }, { person: null, now }),
    ).toBe(false)
  })

  it('knows whose article it is, and who is called on', () => {
    expect([passes({ mentions: true }), passes({ mentions: true }, { mentionsMe: true })]).toEqual([
      false,
      true,
    ])
    expect([passes({ mine: true }), passes({ mine: true }, { mine: true })]).toEqual([false, true])
  })

  it('knows when it is due', () => {
    const due = (at: string | null) =>
      (['any', 'overdue', 'soon', 'set', 'none'] as const).map((wanted) =>
        passes({ due: wanted }, { due: at }),
      )
    expect(due('2026-03-01T17:59:59.999Z')).toEqual([true, true, true, true, false])
    expect(due('2026-03-01T20:00:00.000Z')).toEqual([true, false, true, true, false])
    expect(due('2026-03-01T22:00:00.000Z')).toEqual([true, false, false, true, false])
    expect(due(null)).toEqual([true, false, false, false, true])
  })
})
