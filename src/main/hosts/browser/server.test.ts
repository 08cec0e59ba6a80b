import { request as httpRequest } from 'node:http'
import { connect } from 'node:net'
import { describe, expect, it } from 'vitest'
import { serveDesk } from './server'
import { echoDesk, hello, useServedDesk, windowOne, windowTwo } from './testing/served-desk'

const served = useServedDesk()
const { ask, enter, post } = served

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
    expect(served.bugs).toHaveLength(1)
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
    served.desk.tellers.get(1)?.('article.changed', { revision: 1 })
    const heard = await new Promise<string>((resolve) => {
      let text = ''
      const request = httpRequest({
        host: '127.0.0.1',
        port: served.server.port,
        path: `/events?window=${windowOne}`,
        headers: { Cookie: cookie },
      })
      request.on('response', (response) => {
        expect(response.headers['content-type']).toContain('text/event-stream')
        expect(served.server.listening()).toBe(1)
        served.desk.tellers.get(1)?.('article.changed', { revision: 2 })
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
      const socket = connect(served.server.port, '127.0.0.1', () => socket.write('this is not HTTP\r\n\r\n'))
      socket.on('data', (data) => resolve(data.toString()))
    })
    expect(answer).toContain('400')
    expect((await ask({})).status).toBe(200)
  })

  it('closes every session when it stops', async () => {
    await post(await enter(), hello)
    await served.server.close()
    expect(served.desk.closed).toEqual([1])
  })

  it('says when its port is taken', async () => {
    const second = await serveDesk({
      desk: echoDesk(),
      out: { renderer: '', preload: '' },
      port: served.server.port,
      reportBug: () => {},
    })
    expect(second).toEqual({ ok: false, error: `Port ${served.server.port} is in use.` })
  })
})
