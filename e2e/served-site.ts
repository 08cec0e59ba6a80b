import { readFile } from 'node:fs/promises'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize, sep } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.avif': 'image/avif',
  '.webp': 'image/webp',
  '.jpg': 'image/jpeg',
  '.png': 'image/png',
}

/** An exported site as a website. */
export interface ServedSite {
  /** Where it begins, with a `/` at its end. */
  address: string
  close(): Promise<void>
}

/**
 * Serves an exported folder on this machine as any web server does: folders by their index, text in gzip.
 * @param picturesAfter milliseconds that every picture keeps its readers waiting
 */
export async function serveSite(folder: string, { picturesAfter = 0 } = {}): Promise<ServedSite> {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname
    void answer(folder, decodeURIComponent(path), picturesAfter, response)
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  return {
    address: `http://127.0.0.1:${port}/`,
    close: () =>
      new Promise((closed) => {
        server.closeAllConnections()
        server.close(() => closed())
      }),
  }
}

async function answer(
  folder: string,
  path: string,
  picturesAfter: number,
  response: ServerResponse,
): Promise<void> {
  const file = normalize(join(folder, path.endsWith('/') ? `${path}index.html` : path))
  const bytes = file.startsWith(folder + sep) ? await readFile(file).catch(() => null) : null
  const type = types[extname(file)]
  if (!bytes || type === undefined) {
    response.writeHead(404).end()
    return
  }
  const isPicture = type.startsWith('image/')
  if (isPicture && picturesAfter > 0) await pause(picturesAfter)
  const headers = { 'Content-Type': type, 'Cache-Control': 'max-age=600' }
  if (isPicture) response.writeHead(200, headers).end(bytes)
  else response.writeHead(200, { ...headers, 'Content-Encoding': 'gzip' }).end(gzipSync(bytes))
}
