import { createWriteStream, renameSync, rmSync } from 'node:fs'
import { pipeline } from 'node:stream/promises'

/** What goes into an archive under a name: a file on the disk, or bytes. */
export type Packed = { name: string } & ({ path: string } | { bytes: Uint8Array })

/** One moment for every entry: the same files give the same archive. Zip knows no earlier one. */
const long = new Date(1980, 0, 1)

/**
 * Packs files into a zip archive, sorted by name and dated alike, so that the same files give the same bytes. They are
 * read one after another as the archive is written; an older archive stays until the new one is whole.
 * @throws what the disk says
 */
export async function packZip(file: string, entries: readonly Packed[]): Promise<void> {
  const { ZipFile } = await import('yazl')
  const archive = new ZipFile()
  const copy = `${file}.${process.pid}.part`
  // Told by the archive of files that cannot be read, whose stream would then never end.
  const broken = new Promise<never>((_, reject) => void archive.on('error', reject))
  const like = { mtime: long, forceDosTimestamp: true, mode: 0o100644 }
  for (const entry of [...entries].sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if ('path' in entry) archive.addFile(entry.path, entry.name, like)
    else archive.addBuffer(Buffer.from(entry.bytes), entry.name, like)
  }
  archive.end()
  try {
    await Promise.race([pipeline(archive.outputStream, createWriteStream(copy, { mode: 0o644 })), broken])
    renameSync(copy, file)
  } catch (failure) {
    rmSync(copy, { force: true })
    throw failure
  }
}
