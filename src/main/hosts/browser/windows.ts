import type { ServerResponse } from 'node:http'

/** One window's own conversation with the desk; somebody may be signed in to it. */
interface WindowSession {
  /** Answers a request of the contract; never throws for anything a window could send. */
  answer(name: string, input: unknown): Promise<unknown>
  close(): void
}

/** Opens a session whose events go to `tell`. */
export type OpenSession = (tell: (name: string, event: unknown) => void) => WindowSession

/** A window's name for itself: random, kept by its tab through reloads. */
export const windowIdPattern = /^[A-Za-z0-9-]{16,64}$/

/** Every window that talks to the server, each with its own session of the desk. */
export interface Windows {
  /** The session of a window, opened when it is first heard of; null when there are too many windows. */
  sessionOf(id: string): WindowSession | null
  /** Sends a window's events to a stream until that closes. */
  connect(id: string, stream: ServerResponse): boolean
  /** How many windows are listening now. */
  listening(): number
  closeAll(): void
}

interface Window {
  session: WindowSession
  stream: ServerResponse | null
  /** Events told while nothing listened, such as during a reload. */
  waiting: string[]
  /** Closes the session when the window does not come back. */
  leaving: NodeJS.Timeout | null
  /** When it was last heard of, in milliseconds. */
  heard: number
}

const mostWindows = 100
const mostWaiting = 500

/** Hidden tabs do not listen, and a person who comes back the next morning starts anew. */
const halfADay = 12 * 3_600_000

/**
 * @param patience milliseconds a window's session outlives its last connection: a reload, a hidden tab
 */
export function createWindows(openSession: OpenSession, patience = halfADay): Windows {
  const windows = new Map<string, Window>()

  const leaveLater = (id: string, window: Window): void => {
    if (window.leaving) clearTimeout(window.leaving)
    window.leaving = setTimeout(() => close(id, window), patience)
    window.leaving.unref()
  }
  const close = (id: string, window: Window): void => {
    if (window.leaving) clearTimeout(window.leaving)
    windows.delete(id)
    window.stream?.end()
    window.session.close()
  }
  /** Closes the window that was silent for longest; false when all of them listen. */
  const makeRoom = (): boolean => {
    const silent = [...windows].filter(([, { stream }]) => stream === null)
    const [first] = silent.sort(([, a], [, b]) => a.heard - b.heard)
    if (first) close(...first)
    return first !== undefined
  }
  const open = (id: string): Window | null => {
    const known = windows.get(id)
    if (known) {
      known.heard = Date.now()
      return known
    }
    if (windows.size >= mostWindows && !makeRoom()) return null
    const window: Window = {
      session: openSession((name, event) => tell(window, name, event)),
      stream: null,
      waiting: [],
      leaving: null,
      heard: Date.now(),
    }
    windows.set(id, window)
    leaveLater(id, window)
    return window
  }

  return {
    sessionOf(id) {
      const window = open(id)
      if (!window) return null
      if (!window.stream) leaveLater(id, window)
      return window.session
    },
    connect(id, stream) {
      const window = open(id)
      if (!window) return false
      // A reload may connect before its old page is gone: the newest page listens.
      window.stream?.end()
      window.stream = stream
      if (window.leaving) clearTimeout(window.leaving)
      window.leaving = null
      for (const message of window.waiting.splice(0)) stream.write(message)
      stream.on('close', () => {
        if (window.stream !== stream) return
        window.stream = null
        if (windows.get(id) === window) leaveLater(id, window)
      })
      return true
    },
    listening: () => [...windows.values()].filter((window) => window.stream !== null).length,
    closeAll() {
      for (const [id, window] of [...windows]) close(id, window)
    },
  }
}

function tell(window: Window, name: string, event: unknown): void {
  // JSON holds no line break, so one data line carries it whole.
  const message = `data: ${JSON.stringify({ name, event })}\n\n`
  if (window.stream) window.stream.write(message)
  else if (window.waiting.length < mostWaiting) window.waiting.push(message)
}
