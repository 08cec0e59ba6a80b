import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Admission } from './admission'
import { readJson } from './read-body'
import { refuse, send, sendJson } from './respond'
import { commonHeaders, filePolicy, previewPolicy, windowPolicy } from './security-headers'
import { readStatic, withBridge } from './static-files'
import { windowIdPattern, type OpenSession, type Windows } from './windows'

/** Bytes a desk delivers, and what they are. */
export interface Delivered {
  type: string
  bytes: Uint8Array
}

/** All that the server asks of a desk. */
export interface DeskDoor {
  openSession: OpenSession
  /** A stored picture: the original, or its nearest kept width. */
  picture(hash: string, width: number | null): Promise<Delivered | null>
  /**
   * What the published site has at a path.
   * @param article the id of an article whose page is wanted wherever it is placed
   */
  sitePage(path: string, article: string | null): Promise<Delivered | null>
}

/** What the routes work with. */
export interface Surface {
  desk: DeskDoor
  windows: Windows
  admission: Admission
  /** Folder of the built window. */
  renderer: string
  /** Folder of the built bridge, `browser.js`. */
  preload: string
  /** Most bytes of one request's body. */
  bodyLimit: number
}

type Route = (
  surface: Surface,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
) => Promise<void> | void

interface RouteRow {
  method: 'GET' | 'POST'
  path: RegExp
  /** The files of the window hold nothing of a library, and bring the script that exchanges the token. */
  open: boolean
  handle: Route
}

const table: RouteRow[] = [
  { method: 'POST', path: /^\/session$/, open: true, handle: startSession },
  { method: 'POST', path: /^\/request$/, open: false, handle: answerRequest },
  { method: 'GET', path: /^\/events$/, open: false, handle: streamEvents },
  { method: 'GET', path: /^\/media\//, open: false, handle: sendPicture },
  { method: 'GET', path: /^\/site\//, open: false, handle: sendSitePage },
  { method: 'GET', path: /^\/bridge\.js$/, open: true, handle: sendBridge },
  { method: 'GET', path: /^\//, open: true, handle: sendWindowFile },
]

/** Finds the route of a request that came from our own pages, and follows it. */
export async function route(
  surface: Surface,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  const rows = table.filter(({ path }) => path.test(url.pathname))
  const row = rows[0]
  if (!row) return refuse(response, 404, 'There is nothing here.')
  const method = request.method === 'HEAD' ? 'GET' : request.method
  if (row.method !== method)
    return refuse(response, 405, `This takes ${row.method} only.`, { Allow: row.method })
  if (!row.open && !surface.admission.admits(request.headers.cookie))
    return refuse(response, 401, 'This window is not known here. Open the address that Galley printed.')
  await row.handle(surface, request, response, url)
}

async function startSession(
  { admission }: Surface,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const body = await readJson(request, 10_000)
  if (!body.ok) return refuse(response, body.error.status, body.error.reason)
  const token = textField(body.value, 'token')
  const cookie = token === null ? null : admission.exchange(token)
  if (cookie !== null) return send(response, 204, { 'Set-Cookie': cookie })
  // Another tab of the same browser may follow the same address again.
  if (admission.admits(request.headers.cookie)) return send(response, 204, {})
  refuse(response, 403, 'This address was used before. Start Galley again for a fresh one.')
}

async function answerRequest(
  { windows, bodyLimit }: Surface,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const id = request.headers['x-galley-window']
  if (typeof id !== 'string' || !windowIdPattern.test(id))
    return refuse(response, 400, 'The request does not say which window it comes from.')
  const body = await readJson(request, bodyLimit)
  if (!body.ok) return refuse(response, body.error.status, body.error.reason)
  const { value } = body
  const name = textField(value, 'name')
  if (name === null || typeof value !== 'object' || value === null || !('input' in value))
    return refuse(response, 400, 'A request has a name and an input.')
  const session = windows.sessionOf(id)
  if (session === null) return refuse(response, 503, 'Too many windows are open on this desk.')
  sendJson(response, await session.answer(name, value.input))
}

function streamEvents(
  { windows }: Surface,
  _request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): void {
  const id = url.searchParams.get('window') ?? ''
  if (!windowIdPattern.test(id)) return refuse(response, 400, 'The request does not say which window it is.')
  response.writeHead(200, { ...commonHeaders, 'Content-Type': 'text/event-stream; charset=utf-8' })
  // An opening comment makes the browser report the stream as open.
  response.write(': open\nretry: 1000\n\n')
  const pulse = setInterval(() => response.write(': still here\n\n'), 15_000)
  response.on('close', () => clearInterval(pulse))
  if (!windows.connect(id, response)) response.end()
}

async function sendPicture(
  { desk }: Surface,
  _request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  const [, hash, width] = /^\/media\/([0-9a-f]{64})(?:-(\d{1,5}))?$/.exec(url.pathname) ?? []
  const picture = hash && (await desk.picture(hash, width ? Number(width) : null))
  if (!picture) return refuse(response, 404, 'There is no such picture in this library.')
  // Named by the hash of its bytes: it can never change. Private: it may be unpublished.
  const headers = { 'Content-Type': picture.type, 'Content-Security-Policy': filePolicy }
  send(response, 200, { ...headers, 'Cache-Control': 'private, max-age=86400, immutable' }, picture.bytes)
}

async function sendSitePage(
  { desk }: Surface,
  _request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  const path = url.pathname.slice('/site/'.length)
  const named = path.split('/').every((name) => /^[A-Za-z0-9_][A-Za-z0-9_.-]*$/.test(name))
  const found = named ? await desk.sitePage(path, url.searchParams.get('article')) : null
  if (!found) return refuse(response, 404, 'The site has no such page.')
  const policy = found.type.startsWith('text/html') ? previewPolicy : filePolicy
  send(response, 200, { 'Content-Type': found.type, 'Content-Security-Policy': policy }, found.bytes)
}

async function sendBridge({ preload }: Surface, _: IncomingMessage, response: ServerResponse): Promise<void> {
  const bridge = await readStatic(preload, 'browser.js')
  if (!bridge) return refuse(response, 404, 'The bridge is not built. Run `npm run build`.')
  send(response, 200, { 'Content-Type': bridge.type }, bridge.bytes)
}

async function sendWindowFile(
  { renderer }: Surface,
  _request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  const path = url.pathname === '/' ? 'index.html' : url.pathname.slice(1)
  const file = await readStatic(renderer, path)
  if (!file && path === 'index.html')
    return refuse(response, 404, 'The window is not built. Run `npm run build`.')
  if (!file) return refuse(response, 404, 'There is nothing here.')
  const headers: Record<string, string> = {
    'Content-Type': file.type,
    'Content-Security-Policy': windowPolicy,
  }
  if (path === 'index.html')
    return send(response, 200, headers, withBridge(new TextDecoder().decode(file.bytes)))
  // A build names its assets by their content.
  if (path.startsWith('assets/')) headers['Cache-Control'] = 'private, max-age=31536000, immutable'
  send(response, 200, headers, file.bytes)
}

/** A text property of a value that may be anything. */
function textField(value: unknown, name: string): string | null {
  if (typeof value !== 'object' || value === null || !(name in value)) return null
  const field: unknown = Reflect.get(value, name)
  return typeof field === 'string' ? field : null
}
