import { mkdirSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { ok } from '../../shared/kernel/result'
import { folderFrom } from '../platform/app-home'
import { noMemory, type ExportMemory, type SiteWriter } from '../services/publishing-ports'
import { exportFailed } from './export-fault'
import { refuseWithin } from './outside-library'
import { flushFolder, writeWhole } from './staging'
import { holdsIn, lastArticles, writeSite } from './write-site'
import { packZip } from './zip'

/**
 * Exports to this machine's disk.
 * @param memory of what it wrote before; left out, it compares every file
 */
export const createSiteWriter = (memory: ExportMemory = noMemory): SiteWriter => ({
  writeSite: (plan) => writeSite(plan, undefined, memory),
  lastArticles,
  holds: (target) => holdsIn(target, memory),

  async writeOne(wanted, text, library, name, beside = []) {
    const file = folderFrom(wanted)
    const bytes = Buffer.from(text, 'utf8')
    try {
      refuseWithin(file, library.path)
      mkdirSync(dirname(file), { recursive: true })
      if (name !== undefined && file.toLowerCase().endsWith('.zip'))
        await packZip(file, [{ name, bytes }, ...beside])
      else {
        for (const picture of beside) {
          const path = join(dirname(file), ...picture.name.split('/'))
          refuseWithin(path, library.path)
          mkdirSync(dirname(path), { recursive: true })
          replaceWhole(path, picture.bytes)
        }
        replaceWhole(file, bytes)
      }
    } catch (failure) {
      return exportFailed(failure, file)
    }
    return ok({ file, bytes: bytes.length })
  },
})

/** Writes a file beside the old one and puts it in its place. */
function replaceWhole(file: string, bytes: Uint8Array): void {
  const copy = `${file}.part`
  try {
    writeWhole(copy, bytes, { flush: true })
    renameSync(copy, file)
  } catch (failure) {
    rmSync(copy, { force: true })
    throw failure
  }
  flushFolder(dirname(file))
}
