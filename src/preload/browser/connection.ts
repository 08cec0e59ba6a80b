import type { EventName, Galley } from '../../shared/contract'
import { createEventStream } from './event-stream'
import { createNotice } from './notice'
import { ownWindowId } from './window-id'

const gone =
  'The desk has stopped. What was kept is on the disk. Leave this window open and start Galley again, or copy unsaved text out of it first.'
const unknown =
  'The desk does not know this window any more. Open the address that Galley printed when it started.'

/** This window's line to the desk. */
export type Connection = Pick<Galley, 'request' | 'on'>

const noAnswer = { ok: false, error: { code: 'no-answer' } } as const
/** A failure the window can show like any other; `reference` is what a report would quote. */
const failure = (reference: string) => ({ ok: false, error: { code: 'unexpected', reference } }) as const

/** Exchanges the token of the address, if it holds one, and keeps listening to the desk. */
export function connect(): Connection {
  const listeners = new Map<EventName, Set<(event: never) => void>>()
  const notice = createNotice()
  // Taken at once: the window's router reads the fragment as a place to go.
  const token = takeToken()
  const entered = token === null ? Promise.resolve() : exchange(token)
  const ready = Promise.all([ownWindowId(), entered]).then(([id]) => id)

  const tell = (name: EventName, event: unknown): void => {
    for (const listener of listeners.get(name) ?? []) listener(event as never)
  }
  void ready.then((id) =>
    createEventStream(`/events?window=${id}`, {
      message: tell,
      lost: (known) => notice.show(known ? gone : unknown),
      back() {
        notice.hide()
        // Nobody knows what happened meanwhile: let everything be asked again.
        tell('session.changed', {})
      },
    }),
  )

  let leaving = false
  addEventListener('pagehide', () => (leaving = true))
  addEventListener('pageshow', () => (leaving = false))

  return {
    async request(name, input) {
      const body = JSON.stringify({ name, input })
      const response = await ask(await ready, body, leaving)
      if (response === null) return noAnswer
      if (response.ok) return response.json().catch(() => failure('answer-cut-short'))
      if (response.status === 401) {
        // Another desk answers there now: ours has stopped.
        notice.show(unknown)
        return noAnswer
      }
      const reason = await reasonOf(response)
      return response.status === 413
        ? { ok: false, error: { code: 'invalid-input', issues: [reason] } }
        : failure(`desk-answered-${response.status}`)
    },
    on(name, listener) {
      const known = listeners.get(name) ?? new Set()
      listeners.set(name, known.add(listener))
      return () => known.delete(listener)
    },
  }
}

/** The token in the address, which is then removed from it; null when there is none. */
function takeToken(): string | null {
  const token = /^#token=([\w-]+)$/.exec(location.hash)?.[1] ?? null
  if (token !== null) history.replaceState(null, '', location.pathname + location.search)
  return token
}

/** A used token is no failure: the window may hold the cookie already, and hears soon enough when not. */
async function exchange(token: string): Promise<void> {
  await fetch('/session', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ token }),
  }).catch(() => null)
}

/** Most bytes a browser carries on for a page that is going away. */
const mostKeptAlive = 60_000

function ask(id: string, body: string, leaving: boolean): Promise<Response | null> {
  return fetch('/request', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-Galley-Window': id },
    body,
    keepalive: leaving && body.length * 3 < mostKeptAlive,
  }).catch(() => null)
}

async function reasonOf(response: Response): Promise<string> {
  const answer: unknown = await response.json().catch(() => null)
  const told = typeof answer === 'object' && answer !== null && 'refused' in answer ? answer.refused : null
  return typeof told === 'string' ? told : `The desk refused the request (${response.status}).`
}
