import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { lastDue, nextRun, type Calendar } from './next-run'
import { orderHash, seenUntil, whenSchema, type When } from './schedule'
import { whenWords } from './schedule-words'

const calendar: Calendar = { timeZone: 'Europe/London', since: '2026-03-01T09:00:00.000Z', embargoes: [] }
const everyDay = (time: string): When => ({ kind: 'daily', time, days: [1, 2, 3, 4, 5, 6, 7] })
const next = (when: When, after: string, more: Partial<Calendar> = {}): string | null =>
  nextRun(when, after, { ...calendar, ...more })

describe('when a schedule is due next', () => {
  it('once, and then never again', () => {
    const once: When = { kind: 'once', at: '2026-03-02T06:00:00.000Z' }
    expect(next(once, calendar.since)).toBe(once.at)
    expect(next(once, once.at)).toBeNull()
  })

  it('every so many minutes from the moment it was signed', () => {
    const every: When = { kind: 'every', minutes: 20 }
    expect(next(every, calendar.since)).toBe('2026-03-01T09:20:00.000Z')
    expect(next(every, '2026-03-01T09:20:00.000Z')).toBe('2026-03-01T09:40:00.000Z')
    expect(next(every, '2026-03-01T11:07:00.000Z')).toBe('2026-03-01T11:20:00.000Z')
  })

  it('by the clocks of the site, on its days, through the changes of the clocks', () => {
    expect(next(everyDay('06:30'), '2026-03-28T06:30:00.000Z')).toBe('2026-03-29T05:30:00.000Z')
    // 01:30 is left out on 29 March and comes twice on 25 October.
    expect(next(everyDay('01:30'), '2026-03-28T12:00:00.000Z')).toBe('2026-03-29T01:30:00.000Z')
    expect(next(everyDay('01:30'), '2026-10-24T12:00:00.000Z')).toBe('2026-10-25T00:30:00.000Z')
    expect(next(everyDay('01:30'), '2026-10-25T00:30:00.000Z')).toBe('2026-10-26T01:30:00.000Z')
    const sundays: When = { kind: 'daily', time: '09:00', days: [7] }
    expect(next(sundays, '2026-03-01T09:00:00.000Z')).toBe('2026-03-08T09:00:00.000Z')
  })

  it('when embargoes pass, in their order', () => {
    const embargoes = ['2026-03-05T00:00:00.000Z', '2026-03-03T12:00:00.000Z']
    expect(next({ kind: 'embargoes' }, calendar.since, { embargoes })).toBe(embargoes[1])
    expect(next({ kind: 'embargoes' }, '2026-03-04T00:00:00.000Z', { embargoes })).toBe(embargoes[0])
    expect(next({ kind: 'embargoes' }, '2026-03-06T00:00:00.000Z', { embargoes })).toBeNull()
  })

  test('later than what it is asked from, and within a week and a clock change of it', () => {
    const moments = fc.date({ min: new Date('2025-01-01'), max: new Date('2027-12-31'), noInvalidDate: true })
    const times = fc
      .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
      .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'))
    const zones = fc.constantFrom('Europe/London', 'America/New_York', 'Australia/Lord_Howe', 'UTC')
    const days = fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 })
    fc.assert(
      fc.property(moments, times, zones, days, (from, time, timeZone, some) => {
        const after = from.toISOString()
        const due = next({ kind: 'daily', time, days: some }, after, { timeZone })
        expect(due).not.toBeNull()
        expect(Date.parse(due ?? '') - from.getTime()).toBeGreaterThan(0)
        expect(Date.parse(due ?? '') - from.getTime()).toBeLessThanOrEqual((7 * 24 + 1) * 3_600_000)
      }),
      { seed: 7, numRuns: 300 },
    )
  })
})

describe('what was missed', () => {
  it('is the last of all moments that passed', () => {
    const found = lastDue(everyDay('06:30'), '2026-03-01T09:00:00.000Z', '2026-03-04T08:00:00.000Z', calendar)
    expect(found).toEqual({ due: '2026-03-04T06:30:00.000Z', count: 3 })
    expect(
      lastDue(everyDay('06:30'), '2026-03-04T06:30:00.000Z', '2026-03-04T08:00:00.000Z', calendar),
    ).toBeNull()
  })
})

test('the signature is of the order alone', () => {
  const order = {
    ...{ id: '01HZZZZZZZZZZZZZZZZZZZZZZZ', library: '01HZZZZZZZZZZZZZZZZZZZZZZZ', folder: '/site' },
    ...{ when: everyDay('06:30'), by: '01HZZZZZZZZZZZZZZZZZZZZZZZ', at: calendar.since },
  }
  const last = { due: '2026-03-02T06:30:00.000Z', at: '2026-03-02T06:30:01.000Z', ok: true, words: '' }
  expect(orderHash({ ...order, last } as typeof order)).toBe(orderHash(order))
  expect(orderHash({ ...order, folder: '/elsewhere' })).not.toBe(orderHash(order))
  expect(seenUntil({ ...order, last })).toBe(last.due)
  expect(seenUntil({ ...order, last: null })).toBe(order.at)
})

test('when it runs is told in words', () => {
  const words = (when: unknown): string => whenWords(whenSchema.parse(when), 'Europe/London')
  expect(words(everyDay('06:30'))).toBe('every day at 06:30 (Europe/London)')
  expect(words({ kind: 'daily', time: '06:30', days: [5, 1, 2, 4, 3, 3] })).toMatch(/^Monday to Friday at/)
  expect(words({ kind: 'daily', time: '06:30', days: [6, 3] })).toMatch(/^Wednesday and Saturday at/)
  expect(words({ kind: 'every', minutes: 60 })).toBe('every hour')
  expect(words({ kind: 'every', minutes: 90 })).toBe('every 90 minutes')
  expect(words({ kind: 'once', at: '2026-03-29T00:30:00.000Z' })).toBe(
    'once, on 29 March 2026, 00:30 (Europe/London)',
  )
  expect(words({ kind: 'embargoes' })).toMatch(/^whenever/)
})
