import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { effectScope, ref } from 'vue'
import { matchingChoices } from './choice'
import { moved } from './reorder'
import { timeLeft } from './time-left'
import { useDelayed } from './use-delayed'

describe('matching choices', () => {
  const choices = ['Top Stories', 'Sports', 'Social Issues', 'Stop press'].map((label) => ({
    value: label,
    label,
  }))
  const labels = (typed: string) => matchingChoices(choices, typed).map((choice) => choice.label)

  it('puts what begins with the text first', () => {
    expect(labels('s')).toEqual(['Sports', 'Social Issues', 'Stop press', 'Top Stories'])
    expect(labels('sto')).toEqual(['Stop press', 'Top Stories'])
  })
  it('wants every word, in any order', () => expect(labels('issues social')).toEqual(['Social Issues']))
  it('gives all while nothing is typed', () => expect(labels('  ')).toHaveLength(4))
})

describe('moving in a list', () => {
  it('moves by steps and stays within the list', () => {
    expect(moved(['a', 'b', 'c'], 0, 1)).toEqual(['b', 'a', 'c'])
    expect(moved(['a', 'b', 'c'], 2, 1)).toEqual(['a', 'b', 'c'])
    expect(moved(['a', 'b', 'c'], 2, -2)).toEqual(['c', 'a', 'b'])
  })
})

describe('time left', () => {
  it('is not guessed too soon, nor told at the end', () => {
    expect(timeLeft(1, 100, 1000)).toBe('')
    expect(timeLeft(100, 100, 5000)).toBe('')
  })
  it('is told in seconds, then in minutes', () => {
    expect(timeLeft(50, 100, 5000)).toBe('5 s left')
    expect(timeLeft(10, 1000, 2000)).toBe('about 3 min left')
  })
})

describe('delayed', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('shows nothing of what is over sooner', async () => {
    const busy = ref(true)
    const delayed = effectScope().run(() => useDelayed(busy, 300))
    vi.advanceTimersByTime(200)
    busy.value = false
    await vi.advanceTimersByTimeAsync(500)
    expect(delayed?.value).toBe(false)
    busy.value = true
    await vi.advanceTimersByTimeAsync(301)
    expect(delayed?.value).toBe(true)
    busy.value = false
    await vi.advanceTimersByTimeAsync(0)
    expect(delayed?.value).toBe(false)
  })
})
