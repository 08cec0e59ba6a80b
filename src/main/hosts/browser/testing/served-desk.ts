import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { request as httpRequest } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach } from 'vitest'
import type { DeskDoor } from '../routes'
import { serveDesk, type DeskServer } from '../server'

export const windowOne = 'window-one-0123456789'
export const windowTwo = 'window-two-0123456789'
export const hello = JSON.stringify({ name: 'hello', input: { to: 'desk' } })

interface Asked {
  method?: string
  path?: string
  headers?: Record<string, string>
  body?: string
}
interface Answered {
  status: number
  headers: Record<string, string | string[] | undefined>
  text: string
}

/** What a desk was told and did, for tests to look at. */
export interface EchoDesk extends DeskDoor {
  /** Tells a session's window something, by the session's number. */
  tellers: Map<number, (name: string, event: unknown) => void>
  closed: number[]
}

/** A desk that says back what it was asked, and in which session. */
export function echoDesk(): EchoDesk {
  let sessions = 0
  const tellers: EchoDesk['tellers'] = new Map()
  const closed: number[] = []
  return {
    tellers,
    closed,
    openSession(tell) {
      sessions += 1
      const session = sessions
      tellers.set(session, tell)
      return {
        answer: (name, input) =>
          name === 'bug' ? Promise.reject(new Error('a bug')) : Promise.resolve({ session, name, input }),
        close: () => void closed.push(session),
      }
    },
    picture: async (hash, width) =>
      hash.startsWith('aa') ? { type: 'image/png', bytes: Buffer.from(`picture ${width}`) } : null,
    sitePage: async (path, article) =>
      path === 'news/hello/index.html'
        ? { type: 'text/html; charset=utf-8', bytes: Buffer.from(`<p>${article}</p>`) }
        : null,
  }
}

/** A server around an echoing desk and a small built window, fresh for each test. */
export interface ServedDesk {
  readonly server: DeskServer
  readonly desk: EchoDesk
  readonly bugs: readonly unknown[]
  /** A raw request: `fetch` forbids the headers these tests forge, and tidies the paths. */
  ask(asked: Asked): Promise<Answered>
  token(): string
  /** What our own pages send with JSON. */
  jsonHeaders(): Record<string, string>
  exchange(token: string, headers?: Record<string, string>): Promise<Answered>
  /** Exchanges the token and gives the cookie. */
  enter(): Promise<string>
  post(cookie: string, body: string, headers?: Record<string, string>): Promise<Answered>
}

export function useServedDesk(): ServedDesk {
  let folder: string
  let server: DeskServer
  let desk: EchoDesk
  let bugs: unknown[]

  beforeEach(async () => {
    folder = await builtWindow()
    bugs = []
    desk = echoDesk()
    const started = await serveDesk({
      desk,
      out: { renderer: join(folder, 'renderer'), preload: join(folder, 'preload') },
      port: 0,
      reportBug: (bug) => bugs.push(bug),
      bodyLimit: 100_000,
    })
    if (!started.ok) throw new Error(started.error)
    server = started.value
  })
  afterEach(async () => {
    await server.close()
    await rm(folder, { recursive: true, force: true })
  })

  const ask: ServedDesk['ask'] = (asked) => sendRaw(server.port, asked)
  const jsonHeaders = () => ({
    'Content-Type': 'application/json',
    Origin: `http://127.0.0.1:${server.port}`,
  })
  const token = () => new URL(server.url).hash.slice('#token='.length)
  const postTo = (path: string, headers: Record<string, string>, body: string) =>
    ask({ method: 'POST', path, headers: { ...jsonHeaders(), ...headers }, body })
  const exchange: ServedDesk['exchange'] = (offered, headers = {}) =>
    postTo('/session', headers, JSON.stringify({ token: offered }))
  return {
    get server() {
      return server
    },
    get desk() {
      return desk
    },
    get bugs() {
      return bugs
    },
    ask,
    token,
    jsonHeaders,
    exchange,
    async enter() {
      const answer = await exchange(token())
      return String(answer.headers['set-cookie']).split(';', 1)[0] ?? ''
    },
    post: (cookie, body, headers = {}) =>
      postTo('/request', { Cookie: cookie, 'X-Galley-Window': windowOne, ...headers }, body),
  }
}

/** A folder as a build leaves it, with a secret beside it. */
async function builtWindow(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'galley-server-'))
  await mkdir(join(folder, 'renderer', 'assets'), { recursive: true })
  await mkdir(join(folder, 'preload'))
  const page = '<html><head><script src="/w.js"></script></head></html>'
  await writeFile(join(folder, 'renderer', 'index.html'), page)
  await writeFile(join(folder, 'renderer', 'assets', 'index-abc.js'), 'window.x = 1')
  await writeFile(join(folder, 'preload', 'browser.js'), 'window.galley = {}')
  await writeFile(join(folder, 'secret.txt'), 'nobody may read this')
  return folder
}

function sendRaw(port: number, { method = 'GET', path = '/', headers = {}, body }: Asked): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(
      { host: '127.0.0.1', port, method, path, headers, agent: false },
      (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            text: Buffer.concat(chunks).toString(),
          }),
        )
      },
    )
    request.on('error', reject)
    request.end(body)
  })
}
