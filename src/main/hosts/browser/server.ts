import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { err, ok, type Result } from '../../../shared/kernel/result'
import { createAdmission, isOwnRequest } from './admission'
import { refuse } from './respond'
import { route, type DeskDoor, type Surface } from './routes'
import { createWindows } from './windows'

/** What a server is started with. */
export interface ServerOptions {
  desk: DeskDoor
  /** The folder a build writes: `renderer/` and `preload/` are below it. */
  out: { renderer: string; preload: string }
  /** 0 takes any free one. */
  port: number
  /** A bug met while answering; the server goes on. */
  reportBug: (bug: unknown) => void
  /** Most bytes of one request; pictures travel as base64. */
  bodyLimit?: number
}

/** A running server. */
export interface DeskServer {
  /** The address to open: the token in its fragment works once. */
  url: string
  port: number
  /** How many windows are open now. */
  listening(): number
  /** Ends every connection; nothing is answered afterwards. */
  close(): Promise<void>
}

/** Serves a desk to windows of this machine, on 127.0.0.1 only. */
export async function serveDesk(options: ServerOptions): Promise<Result<DeskServer, string>> {
  const server = createServer({ requestTimeout: 120_000, headersTimeout: 10_000, maxHeaderSize: 16_384 })
  const started = await listen(server, options.port)
  if (!started.ok) return started
  const port = started.value

  const windows = createWindows(options.desk.openSession)
  const surface: Surface = {
    desk: options.desk,
    windows,
    admission: createAdmission(port),
    renderer: options.out.renderer,
    preload: options.out.preload,
    bodyLimit: options.bodyLimit ?? 150_000_000,
  }
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    respond(surface, port, request, response).catch((bug: unknown) => {
      options.reportBug(bug)
      refuse(response, 500, 'Something went wrong inside Galley.')
    })
  })

  return ok({
    url: `http://127.0.0.1:${port}/#token=${surface.admission.token}`,
    port,
    listening: () => windows.listening(),
    async close() {
      windows.closeAll()
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      // Answers under way get a moment; streams and idle connections do not.
      server.closeIdleConnections()
      const impatient = setTimeout(() => server.closeAllConnections(), 2000)
      await closed
      clearTimeout(impatient)
    },
  })
}

async function respond(
  surface: Surface,
  port: number,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const host = `127.0.0.1:${port}`
  if (!isOwnRequest(request.headers, request.method ?? '', host))
    return refuse(response, 403, `Galley answers its own windows only, at http://${host}/.`)
  const url = readUrl(request.url, host)
  if (!url) return refuse(response, 400, 'That is not an address.')
  await route(surface, request, response, url)
}

/** The address of a request; null when it is none, or names another server. */
function readUrl(target: string | undefined, host: string): URL | null {
  if (!target?.startsWith('/') || target.startsWith('//')) return null
  // Resolving an address removes its `..`, so that they are looked for before.
  if (/(^|[/\\])\.\.?([/\\?]|$)|%2e|%2f|%5c|%00|\\/i.test(target.split('?', 1)[0] ?? '')) return null
  try {
    return new URL(`http://${host}${target}`)
  } catch {
    return null
  }
}

function listen(server: Server, port: number): Promise<Result<number, string>> {
  return new Promise((resolve) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken = error.code === 'EADDRINUSE'
      resolve(err(taken ? `Port ${port} is in use.` : `The server could not start: ${error.message}.`))
    })
    server.listen({ host: '127.0.0.1', port, exclusive: true }, () => {
      const address = server.address()
      resolve(ok(typeof address === 'object' && address ? address.port : port))
    })
  })
}
