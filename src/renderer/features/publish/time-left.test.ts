import { describe, expect, it } from 'vitest'
import { timeLeft } from './time-left'

describe('the time left of an export', () => {
  it('says nothing in the first second', () => {
    expect(timeLeft({ done: 5, total: 10 }, 900)).toBe('')
  })
  it('goes by the pace so far', () => {
    expect(timeLeft({ done: 50, total: 100 }, 5000)).toBe('about 5 seconds left')
    expect(timeLeft({ done: 10, total: 100 }, 10_000)).toBe('about 2 minutes left')
    expect(timeLeft({ done: 100, total: 100 }, 10_000)).toBe('about a second left')
  })
})
