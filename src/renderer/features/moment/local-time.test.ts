import { expect, it } from 'vitest'
import { localTime, momentOf } from './local-time'

it('reads and writes moments in a time zone', () => {
  expect(localTime('2022-08-30T06:15:00.000Z', 'Asia/Manila')).toBe('2022-08-30T14:15')
  expect(momentOf('2022-08-30T14:15', 'Asia/Manila')).toBe('2022-08-30T06:15:00.000Z')
})

it('writes midnight and whole hours in full', () => {
  expect(localTime('2022-08-30T00:00:00.000Z', 'UTC')).toBe('2022-08-30T00:00')
})

it('has no moment for what is no date', () => {
  expect(momentOf('', 'UTC')).toBeNull()
  expect(momentOf('2022-02-31T10:00', 'UTC')).toBeNull()
})

it('counts an unknown zone as UTC', () => {
  expect(localTime('2022-08-30T06:15:00.000Z', 'Nowhere/Land')).toBe('2022-08-30T06:15')
})
