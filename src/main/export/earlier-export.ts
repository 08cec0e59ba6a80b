import { readFileSync, statSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { err, ok } from '../../shared/kernel/result'
import { folderFrom } from '../platform/app-home'
import type { EarlierExport, WaysOut } from '../services/ways-out-ports'
import { exportFailed, ExportFault } from './export-fault'
import { manifestFrom, manifestName, readManifest, type Manifest } from './manifest'
import { readJournal } from './staging'

/** What an export left in a folder, in a zip file, or told in a manifest that was kept. Nothing is written. */
export const earlierExport: WaysOut['earlier'] = async (place, library) => {
  const path = folderFrom(place)
  try {
    const found = await manifestAt(path)
    if (!found) return ok(null)
    if (found.manifest.library !== library.id)
      return err({ code: 'export-failed', path, reason: 'what is there is of another library' })
    const { articles, files } = found.manifest
    return ok({ articles, files, unfinished: found.unfinished })
  } catch (failure) {
    return exportFailed(failure, path)
  }
}

type Found = { manifest: Manifest } & Pick<EarlierExport, 'unfinished'>

async function manifestAt(path: string): Promise<Found | null> {
  const place = statSync(path, { throwIfNoEntry: false })
  if (!place) return null
  if (place.isDirectory()) {
    const journal = readJournal(path)
    const manifest = journal ? manifestFrom(Buffer.from(journal.manifest)) : readManifest(path)
    return manifest && { manifest, unfinished: journal !== null }
  }
  const bytes = path.endsWith('.zip') ? await inZip(path) : readFileSync(path)
  return { manifest: manifestFrom(bytes), unfinished: false }
}

/** The manifest in a package that Galley made before. */
async function inZip(path: string): Promise<Uint8Array> {
  const { fromBuffer } = await import('yauzl')
  const bytes = await readFile(path)
  return new Promise((resolve, reject) => {
    const refuse = (): void =>
      reject(new ExportFault(`it is no package of Galley’s: it holds no ${manifestName}`))
    fromBuffer(bytes, { lazyEntries: true }, (failure, archive) => {
      if (failure) return refuse()
      archive.on('entry', (entry: { fileName: string }) => {
        if (entry.fileName !== manifestName) return archive.readEntry()
        archive.openReadStream(entry as Parameters<typeof archive.openReadStream>[0], (refused, stream) => {
          if (refused) return refuse()
          const parts: Buffer[] = []
          stream.on('data', (part: Buffer) => void parts.push(part))
          stream.on('error', refuse)
          stream.on('end', () => resolve(Buffer.concat(parts)))
        })
      })
      archive.on('error', refuse)
      archive.on('end', refuse)
      archive.readEntry()
    })
  })
}
