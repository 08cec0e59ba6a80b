import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { err, ok, type Result } from '../../../shared/kernel/result'

/** A file on the disk, and its name in the archive. */
export interface Packed {
  path: string
  name: string
}

/** One moment for every entry: the same files give the same archive. Zip knows no earlier one. */
const long = new Date(1980, 0, 1)

/** Packs files into a zip archive; an older archive stays until the new one is whole. */
export async function writeZip(file: string, entries: readonly Packed[]): Promise<Result<void, string>> {
  const { ZipFile } = await import('yazl')
  const archive = new ZipFile()
  const copy = `${file}.${process.pid}.tmp`
  // Told by the archive of files that cannot be read, whose stream would then never end.
  const broken = new Promise<never>((_, reject) => void archive.on('error', reject))
  for (const { path, name } of [...entries].sort((a, b) => (a.name < b.name ? -1 : 1)))
    archive.addFile(path, name, { mtime: long, forceDosTimestamp: true, mode: 0o100644 })
  archive.end()
  try {
    await Promise.race([pipeline(archive.outputStream, createWriteStream(copy, { mode: 0o644 })), broken])
    await rename(copy, file)
    return ok(undefined)
  } catch (error) {
    await rm(copy, { force: true })
    return err(error instanceof Error ? error.message : String(error))
  }
}
