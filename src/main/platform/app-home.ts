import { mkdir, readFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { realDisk } from '../storage/disk'
import { replaceFile } from '../storage/durable-write'

const longest = 12

/** Galley's own folder on this machine: the sample library, and which libraries were opened before. */
export interface AppHome {
  path: string
  /** Folders of libraries opened before, newest first. */
  recent(): Promise<string[]>
  remember(library: string): Promise<void>
}

/** Where Galley keeps its own things: `GALLEY_HOME`, or `~/Galley`. */
export const usualHome = (environment: NodeJS.ProcessEnv): string =>
  resolve(environment.GALLEY_HOME || join(homedir(), 'Galley'))

/** An absolute folder from what a person typed; a leading `~` is their own folder. */
export const folderFrom = (typed: string): string =>
  typed === '~' || /^~[\\/]/.test(typed) ? join(homedir(), typed.slice(1)) : resolve(typed)

/** Opens Galley's own folder; nothing is made there before there is something to remember. */
export function openAppHome(path: string): AppHome {
  const file = join(path, 'galley.json')
  const recent = async (): Promise<string[]> => {
    try {
      const stored: unknown = JSON.parse(await readFile(file, 'utf8'))
      const list = typeof stored === 'object' && stored !== null && 'recent' in stored ? stored.recent : []
      return Array.isArray(list) ? list.filter((one): one is string => typeof one === 'string') : []
    } catch {
      // A list of shortcuts is no reason to fail: without it, libraries are opened by hand.
      return []
    }
  }
  return {
    path,
    recent,
    async remember(library) {
      const list = [library, ...(await recent()).filter((one) => one !== library)].slice(0, longest)
      try {
        await mkdir(path, { recursive: true })
        await replaceFile(realDisk, file, `${JSON.stringify({ recent: list }, null, 2)}\n`)
      } catch {
        // As above: the library itself is open and well.
      }
    },
  }
}
