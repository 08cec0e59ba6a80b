import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Admission } from './admission'
import { deliver, type Deliverer } from '../delivery'
import { readStatic } from '../static-files'
import { readJson } from './read-body'
import { refuse, send, sendJson } from './respond'
import { commonHeaders } from '../security-headers'
import { windowIdPattern, type OpenSession, type Windows } from './windows'

/** All that the server asks of a desk. */
export interface DeskDoor extends Pick<Deliverer, 'picture' | 'sitePage'> {
  openSession: OpenSession
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
  { method: 'GET', path: /^\/media\//, open: false, handle: sendDelivery },
  { method: 'GET', path: /^\/site\//, open: false, handle: sendDelivery },
  { method: 'GET', path: /^\/bridge\.js$/, open: true, handle: sendBridge },
  // Browsers ask for it unbidden.
  {
    method: 'GET',
    path: /^\/favicon\.ico$/,
    open: true,
    handle: (_, __, response) => send(response, 204, {}),
  },
  { method: 'GET', path: /^\//, open: true, handle: sendDelivery },
]

/** Finds the route of a request that came from our own pages, and follows it. */
export async function route(
  surface: Surface,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  const row = table.find(({ path }) => path.test(url.pathname))
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

async function sendBridge(
  { preload }: Surface,
  _request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const bridge = await readStatic(preload, 'browser.js')
  if (!bridge) return refuse(response, 404, 'The bridge is not built. Run `npm run build`.')
  send(response, 200, { 'Content-Type': bridge.type }, bridge.bytes)
}

async function sendDelivery(
  { desk, renderer }: Surface,
  _request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  const { status, headers, bytes } = await deliver(
    { renderer, picture: desk.picture, sitePage: desk.sitePage },
    url,
  )
  const isWindow = status === 200 && (url.pathname === '/' || url.pathname === '/index.html')
  send(response, status, headers, isWindow ? withBridge(new TextDecoder().decode(bytes)) : bytes)
}

/** The window's page with the bridge as its first script, so that `window.galley` is there before anything asks. */
function withBridge(html: string): string {
  const bridge = '<script src="/bridge.js"></script>'
  const head = /<head(\s[^>]*)?>/i
  return head.test(html) ? html.replace(head, (tag) => `${tag}\n    ${bridge}`) : `${bridge}${html}`
}

/** A text property of a value that may be anything. */
function textField(value: unknown, name: string): string | null {
  if (typeof value !== 'object' || value === null || !(name in value)) return null
  const field: unknown = Reflect.get(value, name)
  return typeof field === 'string' ? field : null
}
