import { cp } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { AppError } from '../../shared/kernel/app-error'
import { ok, type Result } from '../../shared/kernel/result'
import { DurableJsonFile, type StorageContext } from './durable-json-file'
import { namesIn } from './durable-write'
import type { Layout } from './layout'
import { libraryShape } from './shapes'

/** What a backup leaves out: pictures never change, caches are made again, and no backup holds another. */
const leftOut = new Set(['media', 'backups', 'index.jsonl', 'search.jsonl', 'library.lock'])

/**
 * Brings a library of an older format up to date: a copy into `backups/` first, then library.json. Every other file
 * follows when it is next written.
 */
export async function bringUpToDate(
  layout: Layout,
  context: StorageContext,
  now: Date,
): Promise<Result<{ upgraded: boolean }, AppError>> {
  const file = new DurableJsonFile(layout.library, libraryShape, context)
  const loaded = await file.load()
  // What is wrong with it is told by whoever opens it.
  if (!loaded.ok) return ok({ upgraded: false })
  const format = await file.storedFormat()
  if (format === context.formats.current) return ok({ upgraded: false })
  const backup = join(layout.backups, `format-${format}-${now.toISOString().replace(/[:.]/g, '-')}`)
  await context.disk.makeFolder(backup)
  for (const name of await namesIn(layout.root)) {
    if (leftOut.has(basename(name))) continue
    await cp(join(layout.root, name), join(backup, name), { recursive: true, preserveTimestamps: true })
  }
  const stored = await file.store(loaded.value)
  return stored.ok ? ok({ upgraded: true }) : stored
}
