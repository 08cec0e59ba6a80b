import { EventEmitter } from 'node:events'
import type { ServerResponse } from 'node:http'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createWindows, type OpenSession } from './windows'

/** Only what windows use of a response. */
function stream(): { response: ServerResponse; written: string[] } {
  const written: string[] = []
  const emitter = Object.assign(new EventEmitter(), {
    write: (text: string) => written.push(text) > 0,
    end: () => emitter.emit('close'),
  })
  return { response: emitter as unknown as ServerResponse, written }
}

let opened: ((name: string, event: unknown) => void)[]
let closed: number[]
const openSession: OpenSession = (tell) => {
  const number = opened.push(tell) - 1
  return { answer: async () => number, close: () => void closed.push(number) }
}
const named = (number: number): string => `window-${String(number).padStart(16, '0')}`

beforeEach(() => {
  vi.useFakeTimers()
  opened = []
  closed = []
})
afterEach(() => vi.useRealTimers())

describe('windows', () => {
  it('keep their session through a reload, and lose it when they stay away', () => {
    const windows = createWindows(openSession, 1000)
    const first = stream()
    windows.connect(named(1), first.response)
    first.response.emit('close')
    vi.advanceTimersByTime(900)
    windows.connect(named(1), stream().response)
    vi.advanceTimersByTime(5000)
    expect([opened.length, closed]).toEqual([1, []])
    windows.sessionOf(named(2))
    vi.advanceTimersByTime(1001)
    expect(closed).toEqual([1])
  })

  it('hear on their newest stream only', () => {
    const windows = createWindows(openSession)
    const [old, fresh] = [stream(), stream()]
    windows.connect(named(1), old.response)
    windows.connect(named(1), fresh.response)
    opened[0]?.('session.changed', {})
    expect([old.written, fresh.written]).toEqual([[], ['data: {"name":"session.changed","event":{}}\n\n']])
    expect(windows.listening()).toBe(1)
  })

  it('make room for new ones, the longest silent first, but never for one that listens', () => {
    const windows = createWindows(openSession)
    for (let number = 0; number < 100; number += 1) {
      windows.sessionOf(named(number))
      vi.advanceTimersByTime(1)
    }
    windows.sessionOf(named(0))
    expect(windows.sessionOf(named(100))).not.toBeNull()
    expect(closed).toEqual([1])
    for (let number = 0; number <= 100; number += 1)
      if (number !== 1) windows.connect(named(number), stream().response)
    expect(windows.sessionOf(named(101))).toBeNull()
  })
})
