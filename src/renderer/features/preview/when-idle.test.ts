import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { whenIdle } from './when-idle'

const idle: (() => void)[] = []
const runIdle = (): void => idle.splice(0).forEach((work) => work())
beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('requestIdleCallback', (work: () => void) => idle.push(work))
  vi.stubGlobal('cancelIdleCallback', (id: number) => idle.splice(id - 1, 1))
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

it('works once nothing was asked for a while and the window is idle', () => {
  const work = vi.fn()
  const { soon } = whenIdle(work, 100)
  soon()
  vi.advanceTimersByTime(99)
  soon()
  vi.advanceTimersByTime(99)
  runIdle()
  expect(work).not.toHaveBeenCalled()
  vi.advanceTimersByTime(1)
  runIdle()
  expect(work).toHaveBeenCalledOnce()
})

it('never works between a key press that asks for it and the frame of that key', () => {
  const work = vi.fn()
  const { soon } = whenIdle(work, 100)
  soon()
  vi.advanceTimersByTime(100)
  // It may run now; then a key is pressed.
  soon()
  runIdle()
  expect(work).not.toHaveBeenCalled()
})

it('does nothing after it was stopped', () => {
  const work = vi.fn()
  const { soon, stop } = whenIdle(work)
  soon()
  stop()
  vi.advanceTimersByTime(1000)
  runIdle()
  expect(work).not.toHaveBeenCalled()
})
