import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { afterPaint } from './after-paint'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  vi.restoreAllMocks()
  vi.useRealTimers()
})

it('does everything that waits for a frame once, in one task after it', () => {
  const asked = vi.spyOn(globalThis, 'requestAnimationFrame')
  const one = vi.fn()
  const other = vi.fn()
  afterPaint(one)
  afterPaint(one)
  afterPaint(other)
  vi.advanceTimersToNextFrame()
  expect(one).not.toHaveBeenCalled()
  vi.advanceTimersByTime(1)
  expect([one.mock.calls.length, other.mock.calls.length, asked.mock.calls.length]).toEqual([1, 1, 1])
})

it('waits for another frame with what is asked for meanwhile', () => {
  const later = vi.fn()
  afterPaint(() => void afterPaint(later))
  vi.advanceTimersToNextFrame()
  vi.advanceTimersByTime(1)
  expect(later).not.toHaveBeenCalled()
  vi.advanceTimersToNextFrame()
  vi.advanceTimersByTime(1)
  expect(later).toHaveBeenCalledOnce()
})

it('leaves alone what was given up', () => {
  const work = vi.fn()
  afterPaint(work)()
  vi.advanceTimersByTime(100)
  expect(work).not.toHaveBeenCalled()
})
