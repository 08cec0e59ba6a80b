import { describe, expect, it } from 'vitest'
import { hello, useServedDesk, windowOne } from './testing/served-desk'

const served = useServedDesk()
const { ask, token, exchange, enter, post } = served

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
      new RegExp(`^galley-${served.server.port}=[\\w-]{43}; Path=/; HttpOnly; SameSite=Strict$`),
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
    expect((await post(`galley-${served.server.port}=guess`, hello)).status).toBe(401)
  })

  it('refuses another Host, as a rebound name would send it', async () => {
    const cookie = await enter()
    for (const host of [
      'evil.example',
      `evil.example:${served.server.port}`,
      `localhost:${served.server.port}`,
      '127.0.0.1',
    ]) {
      expect((await ask({ headers: { Host: host, Cookie: cookie } })).status).toBe(403)
    }
  })

  it('refuses another Origin, and a POST that names none', async () => {
    const cookie = await enter()
    for (const other of ['http://evil.example', 'null', `http://127.0.0.1:${served.server.port + 1}`]) {
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
