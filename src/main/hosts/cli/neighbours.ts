import { readFile, realpath, stat } from 'node:fs/promises'
import { dirname, isAbsolute, relative, resolve } from 'node:path'

/** Pictures larger than this are not read; the library would refuse them. */
const mostBytes = 100_000_000

/**
 * Reads files that an imported file refers to, from its own folder and below: never from elsewhere on the disk,
 * whatever the file says, and however links point.
 * @param file path of the imported file
 */
export const neighboursOf =
  (file: string) =>
  async (path: string): Promise<Uint8Array | null> => {
    try {
      const folder = await realpath(dirname(resolve(file)))
      const found = await realpath(resolve(folder, path))
      const way = relative(folder, found)
      if (way === '' || way.startsWith('..') || isAbsolute(way)) return null
      const { size } = await stat(found)
      return size > mostBytes ? null : await readFile(found)
    } catch {
      return null
    }
  }
