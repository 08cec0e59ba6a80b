import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { AppError } from '../shared/kernel/app-error'
import { err, ok, type Result } from '../shared/kernel/result'
import { openMediaStore } from './media'
import { folderFrom, type AppHome } from './platform/app-home'
import { createSampleLibrary } from './sample'
import type { OpeningError, Shelf } from './services/libraries'
import type { Clock, NewId } from './services/ports'
import { createLibrary, openLibrary } from './storage'

interface ShelfOptions {
  who: string
  now: Clock
  newId: NewId
  writes?: boolean
  remembers?: boolean
  onMakingSample?: () => void
}

/** Libraries on this machine's disk, remembered in Galley's own folder. */
export function createShelf(
  home: AppHome,
  { who, now, newId, writes = true, remembers = true, onMakingSample }: ShelfOptions,
): Shelf {
  const sampleFolder = join(home.path, 'Sample')
  const createSample: Shelf['createSample'] = async (folder) =>
    opening(await createSampleLibrary(folder, { now }))
  return {
    folder: folderFrom,
    open: async (folder) =>
      opening(await openLibrary(folder, { now, who, write: writes, openMedia: openMediaStore })),
    async create(folder, name) {
      const created = opening(await createLibrary(folder, { name, now, newId }))
      return created.ok ? ok(undefined) : created
    },
    async sample() {
      if (await exists(join(sampleFolder, 'library.json'))) return ok(sampleFolder)
      onMakingSample?.()
      const made = await createSample(sampleFolder)
      return made.ok ? ok(sampleFolder) : made
    },
    createSample,
    recent: home.recent,
    remember: remembers ? home.remember : async () => undefined,
  }
}

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  )

/** Every way in which opening or making a library can fail; storage's own type is as wide as all errors. */
function opening<T>(result: Result<T, AppError>): Result<T, OpeningError> {
  if (result.ok) return result
  if (isOpeningError(result.error)) return err(result.error)
  throw new Error(`Opening a library may not fail with ${result.error.code}`)
}

const openingCodes: readonly string[] = [
  'missing-library',
  'not-a-library',
  'damaged-file',
  'newer-format',
  'disk-write-failed',
  'folder-not-empty',
] satisfies OpeningError['code'][]

const isOpeningError = (error: AppError): error is OpeningError => openingCodes.includes(error.code)
