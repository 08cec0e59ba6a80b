import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'

/** A file of the built window. */
export interface StaticFile {
  type: string
  bytes: Uint8Array
}

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webp': 'image/webp',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
}

/** What a build names its files: no hidden ones, no way up, nothing a file system could read as more than a name. */
const plainName = /^[A-Za-z0-9_@][A-Za-z0-9_@.-]*$/

/**
 * A file below a folder, or null when there is none or the path is not one a build writes.
 * @param path as the request has it, without the leading slash; still percent-encoded, which no plain name is
 */
export async function readStatic(folder: string, path: string): Promise<StaticFile | null> {
  const names = path.split('/')
  if (!names.every((name) => plainName.test(name))) return null
  const type = types[extname(path).toLowerCase()]
  if (type === undefined) return null
  try {
    return { type, bytes: await readFile(join(folder, ...names)) }
  } catch {
    return null
  }
}
