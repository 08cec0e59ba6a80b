import { expect, it } from 'vitest'
import { clockRemark } from './clock-remark'

const london = 'Europe/London'

it('says nothing of an hour like any other', () => {
  expect(clockRemark(null, london, '')).toEqual({ words: '', other: null })
  expect(clockRemark('2026-05-05T10:30:00.000Z', london, '')).toEqual({ words: '', other: null })
})

it('says which of two hours is meant, and offers the other', () => {
  expect(clockRemark('2026-10-25T01:30:00.000Z', london, '')).toEqual({
    words: 'The clocks go back, so 01:30 comes twice: this is the second, at UTC+00:00.',
    other: { moment: '2026-10-25T00:30:00.000Z', title: 'Take the first 01:30' },
  })
  expect(clockRemark('2026-10-25T00:30:00.000Z', london, '')).toEqual({
    words: 'The clocks go back, so 01:30 comes twice: this is the first, at UTC+01:00.',
    other: { moment: '2026-10-25T01:30:00.000Z', title: 'Take the second 01:30' },
  })
})

it('says what is taken for an hour that is left out', () => {
  expect(clockRemark('2026-03-29T01:30:00.000Z', london, '2026-03-29T01:30').words).toBe(
    '01:30 does not exist on that day: the clocks go forward past it. 02:30 is taken.',
  )
})
