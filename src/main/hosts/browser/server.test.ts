import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises'
import { request as httpRequest } from 'node:http'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { DeskDoor } from './routes'
import { serveDesk, type DeskServer } from './server'

const windowOne = 'window-one-0123456789'
const windowTwo = 'window-two-0123456789'

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

let folder: string
let server: DeskServer
let bugs: unknown[]
let tellers: Map<number, (name: string, event: unknown) => void>
let closed: number[]

/** A desk that says back what it was asked, and in which session. */
function echoDesk(): DeskDoor {
  let sessions = 0
  return {
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
    picture: (hash, width) =>
      Promise.resolve(
        hash.startsWith('aa') ? { type: 'image/png', bytes: Buffer.from(`picture ${width}`) } : null,
      ),
    sitePage: (path, article) =>
      Promise.resolve(
        path === 'news/hello/index.html'
          ? { type: 'text/html; charset=utf-8', bytes: Buffer.from(`<p>${article}</p>`) }
          : null,
      ),
  }
}

/** A raw request: `fetch` forbids the headers these tests forge, and tidies the paths. */
function ask({ method = 'GET', path = '/', headers = {}, body }: Asked): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(
      { host: '127.0.0.1', port: server.port, method, path, headers, agent: false },
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

const origin = () => `http://127.0.0.1:${server.port}`
const token = () => new URL(server.url).hash.slice('#token='.length)
const json = () => ({ 'Content-Type': 'application/json', Origin: origin() })

const exchange = (offered: string, headers: Record<string, string> = {}) =>
  ask({
    method: 'POST',
    path: '/session',
    headers: { ...json(), ...headers },
    body: JSON.stringify({ token: offered }),
  })

async function enter(): Promise<string> {
  const answer = await exchange(token())
  return String(answer.headers['set-cookie']).split(';', 1)[0] ?? ''
}

const post = (cookie: string, body: string, headers: Record<string, string> = {}) =>
  ask({
    method: 'POST',
    path: '/request',
    headers: { ...json(), Cookie: cookie, 'X-Galley-Window': windowOne, ...headers },
    body,
  })

const hello = JSON.stringify({ name: 'hello', input: { to: 'desk' } })

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'galley-server-'))
  await mkdir(join(folder, 'renderer', 'assets'), { recursive: true })
  await mkdir(join(folder, 'preload'))
  await writeFile(
    join(folder, 'renderer', 'index.html'),
    '<html><head><script src="/w.js"></script></head></html>',
  )
  await writeFile(join(folder, 'renderer', 'assets', 'index-abc.js'), 'window.x = 1')
  await writeFile(join(folder, 'preload', 'browser.js'), 'window.galley = {}')
  await writeFile(join(folder, 'secret.txt'), 'nobody may read this')
  bugs = []
  closed = []
  tellers = new Map()
  const started = await serveDesk({
    desk: echoDesk(),
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

describe('who is let in', () => {
  it('gives the window and its bridge to everybody, as they hold nothing of a library', async () => {
    const page = await ask({})
    expect(page.status).toBe(200)
    expect(page.text.indexOf('/bridge.js')).toBeLessThan(page.text.indexOf('/w.js'))
    expect(page.text.indexOf('/bridge.js')).toBeGreaterThan(0)
    expect(page.headers['content-security-policy']).toContain("script-src 'self';")
    expect(page.headers['x-content-type-options']).toBe('nosniff')
    expect(page.headers['referrer-policy']).toBe('no-referrer')
    expect(page.headers['cross-origin-opener-policy']).toBe('same-origin')
    expect(page.headers['cross-origin-resource-policy']).toBe('same-origin')
    expect(page.headers['cache-control']).toBe('no-store')
    expect((await ask({ path: '/bridge.js' })).text).toContain('window.galley')
    expect((await ask({ path: '/assets/index-abc.js' })).headers['content-type']).toContain('text/javascript')
  })

  it('exchanges the token for a cookie that scripts and other sites cannot use', async () => {
    const answer = await exchange(token())
    expect(answer.status).toBe(204)
    expect(String(answer.headers['set-cookie'])).toMatch(
      new RegExp(`^galley-${server.port}=[\\w-]{43}; Path=/; HttpOnly; SameSite=Strict$`),
    )
  })

  it('takes the token once, but lets a browser that has the cookie follow the address again', async () => {
    const cookie = await enter()
    expect((await exchange(token())).status).toBe(403)
    const again = await exchange(token(), { Cookie: cookie })
    expect(again.status).toBe(204)
    expect(again.headers['set-cookie']).toBeUndefined()
  })

  it('refuses a wrong token, and still takes the right one afterwards', async () => {
    expect((await exchange('wrong')).status).toBe(403)
    expect((await exchange(token())).status).toBe(204)
  })

  it.each([
    '/events?window=window-one-0123456789',
    `/media/${'a'.repeat(64)}`,
    '/site/news/hello/index.html',
  ])('refuses %s without the cookie', async (path) => {
    expect((await ask({ path })).status).toBe(401)
  })

  it('refuses requests without the cookie or with a wrong one', async () => {
    expect((await post('', hello)).status).toBe(401)
    expect((await post(`galley-${server.port}=guess`, hello)).status).toBe(401)
  })

  it('refuses another Host, as a rebound name would send it', async () => {
    const cookie = await enter()
    for (const host of [
      'evil.example',
      `evil.example:${server.port}`,
      `localhost:${server.port}`,
      '127.0.0.1',
    ]) {
      expect((await ask({ headers: { Host: host, Cookie: cookie } })).status).toBe(403)
    }
  })

  it('refuses another Origin, and a POST that names none', async () => {
    const cookie = await enter()
    for (const other of ['http://evil.example', 'null', `http://127.0.0.1:${server.port + 1}`]) {
      expect((await post(cookie, hello, { Origin: other })).status).toBe(403)
    }
    const none = await ask({
      method: 'POST',
      path: '/request',
      headers: { 'Content-Type': 'application/json', Cookie: cookie, 'X-Galley-Window': windowOne },
      body: hello,
    })
    expect(none.status).toBe(403)
  })

  it('refuses what another port of this machine asks for', async () => {
    const cookie = await enter()
    const headers = { Cookie: cookie, 'Sec-Fetch-Site': 'same-site' }
    expect((await ask({ path: `/media/${'a'.repeat(64)}`, headers })).status).toBe(403)
  })
})

describe('requests', () => {
  it('carries a request to the desk and its answer back', async () => {
    const answer = await post(await enter(), hello)
    expect(answer.status).toBe(200)
    expect(JSON.parse(answer.text)).toEqual({ session: 1, name: 'hello', input: { to: 'desk' } })
    expect(answer.headers['cache-control']).toBe('no-store')
  })

  it('gives each window its own session, and the same one after a reload', async () => {
    const cookie = await enter()
    await post(cookie, hello)
    const other = await post(cookie, hello, { 'X-Galley-Window': windowTwo })
    expect(JSON.parse(other.text)).toMatchObject({ session: 2 })
    expect(JSON.parse((await post(cookie, hello)).text)).toMatchObject({ session: 1 })
  })

  it.each(['', '{', 'null', '[]', '{"name":1,"input":{}}', '{"name":"x"}', '"\xff'])(
    'answers 400 to the malformed body %j',
    async (body) => {
      expect((await post(await enter(), body)).status).toBe(400)
    },
  )

  it('answers 400 to a body that is not UTF-8 and 415 to one that is not JSON', async () => {
    const cookie = await enter()
    expect((await post(cookie, 'a=b', { 'Content-Type': 'text/plain' })).status).toBe(415)
  })

  it('answers 400 to a window that does not name itself', async () => {
    const cookie = await enter()
    expect((await post(cookie, hello, { 'X-Galley-Window': '' })).status).toBe(400)
    expect((await post(cookie, hello, { 'X-Galley-Window': '../../x' })).status).toBe(400)
  })

  it('refuses an oversized body in words, announced or not', async () => {
    const cookie = await enter()
    const large = JSON.stringify({ name: 'hello', input: 'x'.repeat(200_000) })
    const announced = await post(cookie, large)
    expect(announced.status).toBe(413)
    expect(announced.text).toContain('larger than')
    const streamed = await post(cookie, large, { 'Transfer-Encoding': 'chunked' })
    expect(streamed.status).toBe(413)
    expect((await post(cookie, hello)).status).toBe(200)
  })

  it('reports a bug, answers 500 and goes on', async () => {
    const cookie = await enter()
    expect((await post(cookie, '{"name":"bug","input":{}}')).status).toBe(500)
    expect(bugs).toHaveLength(1)
    expect((await post(cookie, hello)).status).toBe(200)
  })

  it('checks methods', async () => {
    const cookie = await enter()
    const wrong = await ask({ path: '/request', headers: { Cookie: cookie } })
    expect(wrong.status).toBe(405)
    expect(wrong.headers.allow).toBe('POST')
    expect((await ask({ method: 'DELETE', path: '/' })).status).toBe(405)
    expect((await ask({ method: 'OPTIONS', path: '/request' })).status).toBe(405)
  })
})

describe('files', () => {
  it.each([
    '/../secret.txt',
    '/assets/../../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/assets/..%5c..%5csecret.txt',
    '/..\\secret.txt',
    '/assets//etc/passwd',
    '//etc/passwd',
    '/site/../../secret.txt',
    '/assets/%00.js',
    '/.hidden.js',
    '/nothing.js',
    'http://evil.example/',
  ])('gives nothing for %s', async (path) => {
    const answer = await ask({ path, headers: { Cookie: await enter() } })
    expect([400, 404]).toContain(answer.status)
    expect(answer.text).not.toContain('nobody may read this')
  })

  it('serves pictures, the original or a width', async () => {
    const headers = { Cookie: await enter() }
    const original = await ask({ path: `/media/${'a'.repeat(64)}`, headers })
    expect([original.status, original.headers['content-type'], original.text]).toEqual([
      200,
      'image/png',
      'picture null',
    ])
    expect((await ask({ path: `/media/${'a'.repeat(64)}-480`, headers })).text).toBe('picture 480')
    expect((await ask({ path: `/media/${'b'.repeat(64)}`, headers })).status).toBe(404)
    expect((await ask({ path: '/media/short', headers })).status).toBe(404)
  })

  it('serves previews that run no script and stand in the window only', async () => {
    const headers = { Cookie: await enter() }
    const page = await ask({ path: '/site/news/hello/index.html?article=one', headers })
    expect(page.text).toBe('<p>one</p>')
    expect(page.headers['content-security-policy']).toContain("script-src 'none'")
    expect(page.headers['content-security-policy']).toContain("frame-ancestors 'self'")
    expect((await ask({ path: '/site/none/index.html', headers })).status).toBe(404)
  })
})

describe('events', () => {
  it('streams what the desk tells a window, and what it told while the window was reloading', async () => {
    const cookie = await enter()
    await post(cookie, hello)
    tellers.get(1)?.('article.changed', { revision: 1 })
    const heard = await new Promise<string>((resolve) => {
      let text = ''
      const request = httpRequest({
        host: '127.0.0.1',
        port: server.port,
        path: `/events?window=${windowOne}`,
        headers: { Cookie: cookie },
      })
      request.on('response', (response) => {
        expect(response.headers['content-type']).toContain('text/event-stream')
        expect(server.listening()).toBe(1)
        tellers.get(1)?.('article.changed', { revision: 2 })
        response.on('data', (chunk: Buffer) => {
          text += chunk.toString()
          if (!text.includes('"revision":2')) return
          request.destroy()
          resolve(text)
        })
        response.on('error', () => {})
      })
      request.on('error', () => {})
      request.end()
    })
    expect(heard).toContain('data: {"name":"article.changed","event":{"revision":1}}\n\n')
  })
})

describe('robustness', () => {
  it('survives what is not HTTP', async () => {
    const answer = await new Promise<string>((resolve) => {
      const socket = connect(server.port, '127.0.0.1', () => socket.write('this is not HTTP\r\n\r\n'))
      socket.on('data', (data) => resolve(data.toString()))
    })
    expect(answer).toContain('400')
    expect((await ask({})).status).toBe(200)
  })

  it('closes every session when it stops', async () => {
    await post(await enter(), hello)
    await server.close()
    expect(closed).toEqual([1])
  })

  it('says when its port is taken', async () => {
    const second = await serveDesk({
      desk: echoDesk(),
      out: { renderer: folder, preload: folder },
      port: server.port,
      reportBug: () => {},
    })
    expect(second).toEqual({ ok: false, error: `Port ${server.port} is in use.` })
  })
})
