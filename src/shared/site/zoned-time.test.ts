import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clockTime, offsetAt, readClockTime, zonedWords } from './zoned-time'

const london = 'Europe/London'
const once = (text: string, zone: string): string | null => {
  const read = readClockTime(text, zone)
  return read?.kind === 'once' ? read.moment : null
}

describe('a time on the clocks', () => {
  it('is read and written in a time zone', () => {
    expect(clockTime('2022-08-30T06:15:00.000Z', 'Asia/Manila')).toBe('2022-08-30T14:15')
    expect(once('2022-08-30T14:15', 'Asia/Manila')).toBe('2022-08-30T06:15:00.000Z')
    expect(once('2022-08-30T14:15:30', 'UTC')).toBe('2022-08-30T14:15:30.000Z')
  })

  it('writes midnight and whole hours in full', () => {
    expect(clockTime('2022-08-30T00:00:00.000Z', 'UTC')).toBe('2022-08-30T00:00')
  })

  it('is none where the calendar has none', () => {
    for (const text of ['', '2022-02-31T10:00', '2022-08-30', 'noon'])
      expect(readClockTime(text, 'UTC')).toBeNull()
  })

  it('counts an unknown zone as UTC', () => {
    expect(clockTime('2022-08-30T06:15:00.000Z', 'Nowhere/Land')).toBe('2022-08-30T06:15')
  })

  it('is left out where the clocks go forward', () => {
    expect(readClockTime('2026-03-29T01:30', london)).toEqual({
      kind: 'never',
      moment: '2026-03-29T01:30:00.000Z',
    })
    expect(clockTime('2026-03-29T01:30:00.000Z', london)).toBe('2026-03-29T02:30')
    expect(once('2026-03-29T02:30', london)).toBe('2026-03-29T01:30:00.000Z')
  })

  it('comes twice where they go back', () => {
    expect(readClockTime('2026-10-25T01:30', london)).toEqual({
      kind: 'twice',
      first: '2026-10-25T00:30:00.000Z',
      second: '2026-10-25T01:30:00.000Z',
    })
    expect(once('2026-10-25T02:00', london)).toBe('2026-10-25T02:00:00.000Z')
  })

  it('knows zones with half hours and those that never change their clocks', () => {
    expect(readClockTime('2026-10-04T02:15', 'Australia/Lord_Howe')?.kind).toBe('never')
    expect(readClockTime('2026-10-04T02:30', 'Australia/Lord_Howe')?.kind).toBe('once')
    expect(offsetAt('2026-07-01T00:00:00.000Z', 'Asia/Kathmandu')).toBe('+05:45')
    expect(offsetAt('2026-07-01T00:00:00.000Z', 'UTC')).toBe('+00:00')
  })

  it('is the moment it was made of, or one of the two', () => {
    const zones = fc.constantFrom(london, 'America/New_York', 'Australia/Lord_Howe', 'Asia/Manila', 'UTC')
    const minutes = fc.integer({ min: Date.UTC(2024, 0) / 60_000, max: Date.UTC(2030, 0) / 60_000 })
    fc.assert(
      fc.property(zones, minutes, (zone, minute) => {
        const moment = new Date(minute * 60_000).toISOString()
        const read = readClockTime(clockTime(moment, zone), zone)
        const found = read?.kind === 'twice' ? [read.first, read.second] : [read?.moment]
        expect(read?.kind).not.toBe('never')
        expect(found).toContain(moment)
      }),
    )
  })
})

describe('a moment in words', () => {
  it('names its time zone, and its offset only where the hour comes twice', () => {
    expect(zonedWords('2026-03-29T02:30:00.000Z', london)).toBe('29 March 2026, 03:30 (Europe/London)')
    expect(zonedWords('2026-10-25T00:30:00.000Z', london)).toBe(
      '25 October 2026, 01:30 (Europe/London, UTC+01:00)',
    )
    expect(zonedWords('2026-10-25T01:30:00.000Z', london)).toBe(
      '25 October 2026, 01:30 (Europe/London, UTC+00:00)',
    )
  })
})
