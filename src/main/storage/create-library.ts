import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { err, ok, type Result } from '../../shared/kernel/result'
import type { AppError } from '../../shared/kernel/app-error'
import { defaultSettings, type Settings } from '../../shared/site/settings'
import { realDisk, type Disk } from './disk'
import { DurableJsonFile, type StorageContext } from './durable-json-file'
import { isLeftover, namesIn } from './durable-write'
import { codeOf, failureOf } from './faults'
import { layoutOf } from './layout'
import { formats } from './migrations'
import { authorsShape, libraryShape, peopleShape } from './shapes'

export interface NewLibrary {
  name: string
  now: () => Date
  newId: () => string
  /** Makes it a sample library, which tells its people's passphrase. */
  sample?: { passphrase: string }
  settings?: Settings
  disk?: Disk
}

/** What file managers leave in folders that look empty. */
const strays = new Set(['.DS_Store', 'Thumbs.db', 'desktop.ini'])

const making: StorageContext = {
  disk: realDisk,
  formats,
  refusal: () => null,
  report: () => undefined,
}

/**
 * Makes a library with nobody in it. The folder must be empty or not exist yet. library.json comes last: what a kill
 * leaves is not taken for a library, and is completed by the next try.
 */
export async function createLibrary(
  path: string,
  options: NewLibrary,
): Promise<Result<{ id: string }, AppError>> {
  const { name, now, newId, sample, settings = defaultSettings(name), disk = realDisk } = options
  const layout = layoutOf(path)
  const context = { ...making, disk }
  try {
    if (!(await isFree(path))) return err({ code: 'folder-not-empty', path })
    for (const folder of foldersOf(layout)) await disk.makeFolder(folder)
    await new DurableJsonFile(layout.people, peopleShape, context).write({ people: [] })
    await new DurableJsonFile(layout.authors, authorsShape, context).write({ authors: [] })
    const id = newId()
    const library = { id, name, createdAt: now().toISOString(), ...(sample && { sample }), settings }
    await new DurableJsonFile(layout.library, libraryShape, context).write(library)
    return ok({ id })
  } catch (failure) {
    return failureOf(failure, path)
  }
}

/** The folders that every library has. */
export const foldersOf = (layout: ReturnType<typeof layoutOf>): string[] => [
  layout.articles,
  layout.drafts,
  layout.media,
  layout.receipts,
  layout.backups,
  layout.pending,
]

async function isFree(path: string): Promise<boolean> {
  try {
    if (!(await stat(path)).isDirectory()) return false
  } catch (failure) {
    if (codeOf(failure) === 'ENOENT') return true
    throw failure
  }
  const layout = layoutOf(path)
  for (const name of await namesIn(path)) {
    const own = join(path, name)
    const unfinished = unfinishedFiles[name]?.(own) ?? (foldersOf(layout).includes(own) && isEmpty(own))
    if (!strays.has(name) && !isLeftover(name) && !(await unfinished)) return false
  }
  return true
}

/** Whether a file is as a creation that was killed before its end leaves it. Anything more is somebody's. */
const unfinishedFiles: Record<string, (path: string) => Promise<boolean>> = {
  'people.json': async (path) => {
    const people = await new DurableJsonFile(path, peopleShape, making).load()
    return people.ok && people.value.people.length === 0
  },
  'authors.json': async (path) => {
    const authors = await new DurableJsonFile(path, authorsShape, making).load()
    return authors.ok && authors.value.authors.length === 0
  },
}

const isEmpty = async (folder: string): Promise<boolean> => (await namesIn(folder)).length === 0
