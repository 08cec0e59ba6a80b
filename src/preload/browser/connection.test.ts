import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { connect } from './connection'

interface Sent {
  path: string
  headers: Record<string, string>
  body: unknown
}

let sent: Sent[]
let answers: (() => Response | Promise<Response>)[]
let streams: FakeStream[]

/** A stream of events that tests speak through. */
class FakeStream extends EventTarget {
  static readonly CLOSED = 2
  readyState = 0
  constructor(readonly address: string) {
    super()
    streams.push(this)
  }
  close(): void {
    this.readyState = FakeStream.CLOSED
  }
  tell(name: string, event: unknown): void {
    this.dispatchEvent(new MessageEvent('message', { data: JSON.stringify({ name, event }) }))
  }
  fail(state: number): void {
    this.readyState = state
    this.dispatchEvent(new Event('error'))
  }
}

const reply = (status: number, value: unknown) => () => new Response(JSON.stringify(value), { status })
const settled = () => vi.advanceTimersByTimeAsync(10)
const notice = () => document.querySelector('[role=alert]')?.textContent ?? ''

beforeEach(() => {
  vi.useFakeTimers()
  sent = []
  answers = []
  streams = []
  sessionStorage.clear()
  // Every page gets its lock: the one before it is gone.
  const locks = { request: (_: string, __: object, held: () => Promise<never>) => held() }
  vi.stubGlobal('navigator', { locks })
  vi.stubGlobal('EventSource', FakeStream)
  vi.stubGlobal('fetch', async (path: string, { headers, body }: RequestInit = {}) => {
    sent.push({
      path,
      headers: { ...(headers as Record<string, string>) },
      body: typeof body === 'string' ? JSON.parse(body) : null,
    })
    const answer = answers.shift()
    if (!answer) throw new TypeError('Failed to fetch')
    return answer()
  })
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
  document.body.replaceChildren()
  location.hash = ''
})

describe('the line to the desk', () => {
  it('exchanges the token before anything is asked, and takes it out of the address', async () => {
    location.hash = '#token=abc-123'
    answers = [() => new Response(null, { status: 204 }), reply(200, { ok: true, value: {} })]
    const { request } = connect()
    expect(location.hash).toBe('')
    const answer = request('session.sign-out', {})
    await settled()
    expect(await answer).toEqual({ ok: true, value: {} })
    expect(sent.map(({ path, body }) => [path, body])).toEqual([
      ['/session', { token: 'abc-123' }],
      ['/request', { name: 'session.sign-out', input: {} }],
    ])
  })

  it('names the window alike through reloads', async () => {
    answers = [reply(200, {}), reply(200, {})]
    for (const { request } of [connect(), connect()]) {
      void request('session.sign-out', {})
      await settled()
    }
    const names = sent.map(({ headers }) => headers['X-Galley-Window'])
    expect(names[0]).toMatch(/^[\w-]{36}$/)
    expect(names[1]).toBe(names[0])
  })

  it('gives an error value, and never hangs, when the desk is gone or refuses', async () => {
    const { request } = connect()
    const ask = async () => {
      const answer = request('session.sign-out', {})
      await settled()
      return answer
    }
    expect(await ask()).toEqual({ ok: false, error: { code: 'no-answer' } })
    answers = [reply(413, { refused: 'Too large.' })]
    expect(await ask()).toEqual({ ok: false, error: { code: 'invalid-input', issues: ['Too large.'] } })
    answers = [() => new Response('half an ans', { status: 200 })]
    expect(await ask()).toMatchObject({ ok: false, error: { code: 'unexpected' } })
    answers = [reply(401, { refused: 'Unknown.' })]
    expect(await ask()).toEqual({ ok: false, error: { code: 'no-answer' } })
    expect(notice()).toContain('does not know this window')
  })

  it('tells events to those who listen, until they stop', async () => {
    const { on } = connect()
    await settled()
    const heard: unknown[] = []
    const stop = on('session.changed', (event) => heard.push(event))
    streams[0]?.tell('session.changed', {})
    stop()
    streams[0]?.tell('session.changed', {})
    expect(heard).toEqual([{}])
  })

  it('says when the desk is gone for a while, and has everything asked again when it is back', async () => {
    const { on } = connect()
    await settled()
    let again = 0
    on('session.changed', () => (again += 1))
    streams[0]?.fail(0)
    await vi.advanceTimersByTimeAsync(1000)
    expect(notice()).toBe('')
    await vi.advanceTimersByTimeAsync(1500)
    expect(notice()).toContain('The desk has stopped')
    streams[0]?.dispatchEvent(new Event('open'))
    expect(notice()).toBe('')
    expect(again).toBe(1)
  })

  it('opens a new stream when the old one has ended for good', async () => {
    connect()
    await settled()
    answers = [reply(401, {})]
    streams[0]?.fail(FakeStream.CLOSED)
    await vi.advanceTimersByTimeAsync(1600)
    expect(streams).toHaveLength(2)
    expect(notice()).toContain('does not know this window')
  })
})
