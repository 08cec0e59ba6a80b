import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/**
 * Who may talk to the server. The opened address carries a token in its fragment, which no log and no other site
 * sees; the window exchanges it, once, for a cookie that scripts cannot read.
 */
export interface Admission {
  /** For the fragment of the address that is opened or printed. */
  token: string
  /** The `Set-Cookie` value for the right token, once; null for a wrong or used one. */
  exchange(token: string): string | null
  /** Whether a request's `Cookie` header holds the cookie. */
  admits(cookies: string | undefined): boolean
}

/** @param port the server's own: cookies are shared by all ports of a host, so the cookie's name tells them apart */
export function createAdmission(port: number): Admission {
  const token = randomBytes(32).toString('base64url')
  const secret = randomBytes(32).toString('base64url')
  const cookie = `galley-${port}`
  let used = false
  return {
    token,
    exchange(offered) {
      if (used || !same(offered, token)) return null
      used = true
      return `${cookie}=${secret}; Path=/; HttpOnly; SameSite=Strict`
    },
    admits: (cookies) =>
      (cookies ?? '').split(';').some((pair) => {
        const [name, value] = pair.trim().split('=', 2)
        return name === cookie && same(value ?? '', secret)
      }),
  }
}

/** Compares in a time that tells nothing about the texts. */
const same = (one: string, other: string): boolean => timingSafeEqual(digest(one), digest(other))

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

/** What a request says of where it comes from; node's header names are in small letters. */
interface Provenance {
  host?: string | undefined
  origin?: string | undefined
  'sec-fetch-site'?: string | string[] | undefined
}

/**
 * Whether a request was made for this server and by its own pages, or typed by a person. A page of another site
 * that points its name at 127.0.0.1 shows in `Host`, one that posts here in `Origin`; another port of this machine,
 * which counts as the same site for cookies, in `Sec-Fetch-Site`.
 */
export function isOwnRequest(headers: Provenance, method: string, host: string): boolean {
  if (headers.host !== host) return false
  if (headers.origin !== undefined && headers.origin !== `http://${host}`) return false
  // Browsers name the origin of every POST.
  if (method === 'POST' && headers.origin === undefined) return false
  const site = headers['sec-fetch-site']
  return site === undefined || site === 'same-origin' || site === 'none'
}
