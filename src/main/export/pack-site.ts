import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { ok, type Result } from '../../shared/kernel/result'
import { folderFrom } from '../platform/app-home'
import type { ExportError, SitePlan, SiteWritten } from '../services/publishing-ports'
import type { EarlierExport, SitePacker, WaysOut } from '../services/ways-out-ports'
import { compareSite } from './compare-site'
import { earlierExport } from './earlier-export'
import { ExportFault, exportFailure } from './export-fault'
import { manifestName, manifestText, readManifest } from './manifest'
import { refuseMixed, refuseWithin } from './outside-library'
import { writeWhole } from './staging'
import { TargetFolder } from './target-folder'
import { writeSite } from './write-site'
import { packZip, type Packed } from './zip'

/** What a package of changes says is to be deleted, a path a line. */
const removedName = 'removed.txt'

/** The ways out of a library besides the site's own folder, on this machine's disk. */
export const createWaysOut = (): WaysOut => ({
  earlier: earlierExport,
  async compare({ folder, library, ...plan }, before) {
    const root = folderFrom(folder)
    try {
      refuseMixed(root, library.path)
      const target = new TargetFolder(root)
      return ok(await compareSite(plan, { before: before?.files ?? [], target, take: null }))
    } catch (failure) {
      return exportFailure(failure, root)
    }
  },
  wholeSite: packer(wholeSite),
  changesSince: (before) => packer((plan, workshop) => changesSince(before, plan, workshop)),
})

/** A folder beside the place, where a package is made ready. */
interface Workshop {
  place: string
  folder: string
}

const packer = (
  pack: (plan: SitePlan, workshop: Workshop) => Promise<Result<SiteWritten, ExportError>>,
): SitePacker => ({
  // Nothing stands there that articles would have to be told of.
  lastArticles: async () => ok([]),
  async writeSite(plan) {
    const place = folderFrom(plan.folder)
    let folder: string | null = null
    try {
      refuseWithin(place, plan.library.path)
      refuseTaken(place)
      mkdirSync(dirname(place), { recursive: true })
      folder = mkdtempSync(join(dirname(place), `.${basename(place)}-`))
      return await pack(plan, { place, folder })
    } catch (failure) {
      return exportFailure(failure, place)
    } finally {
      if (folder !== null) rmSync(folder, { recursive: true, force: true })
    }
  },
})

/** A zip file is replaced by a newer one; in a folder that holds anything, a package could not be told from it. */
function refuseTaken(place: string): void {
  const stands = statSync(place, { throwIfNoEntry: false })
  if (!stands) return
  if (isZip(place)) {
    if (!stands.isFile()) throw new ExportFault('there is a folder of that name')
  } else if (!stands.isDirectory() || readdirSync(place).length > 0)
    throw new ExportFault('it is there already and not empty; choose a new folder')
}

const isZip = (place: string): boolean => place.toLowerCase().endsWith('.zip')

async function wholeSite(
  plan: SitePlan,
  { place, folder }: Workshop,
): Promise<Result<SiteWritten, ExportError>> {
  if (!isZip(place)) throw new ExportFault('a zip file’s name ends in .zip')
  const written = await writeSite({ ...plan, folder })
  if (!written.ok) return written
  const files = readManifest(folder)?.files ?? []
  await packZip(place, fromFolder(folder, [manifestName, ...files.map(({ path }) => path)]))
  return ok({ ...written.value, folder: place })
}

async function changesSince(
  before: EarlierExport,
  plan: SitePlan,
  { place, folder }: Workshop,
): Promise<Result<SiteWritten, ExportError>> {
  const target = new TargetFolder(folder)
  const taken: string[] = []
  const { changes, files, unchanged, warnings } = await compareSite(plan, {
    before: before.files,
    target: null,
    take(path, bytes) {
      target.makeFolderOf(path)
      writeWhole(target.at(path), bytes, { flush: false })
      taken.push(path)
      plan.onPlacing(taken.length, taken.length)
    },
  })
  const removed = changes.filter(({ change }) => change === 'removed').map(({ path }) => path)
  const there = new Set(files.map(({ path }) => path))
  const articles = plan.articles().filter(({ path }) => there.has(path))
  const manifest = manifestText({ library: plan.library.id, articles, files })
  writeWhole(join(folder, manifestName), Buffer.from(manifest), { flush: true })
  const list = removed.sort().map((path) => `${path}\n`)
  writeWhole(join(folder, removedName), Buffer.from(list.join('')), { flush: true })
  if (isZip(place)) await packZip(place, fromFolder(folder, [manifestName, removedName, ...taken]))
  else {
    // Windows puts no folder in the place of another, though it is empty.
    if (statSync(place, { throwIfNoEntry: false })) rmdirSync(place)
    chmodSync(folder, 0o755)
    renameSync(folder, place)
  }
  const all = unchanged + taken.length
  return ok({ folder: place, files: all, written: taken.length, removed: removed.length, warnings })
}

const fromFolder = (folder: string, paths: readonly string[]): Packed[] =>
  paths.map((name) => ({ name, path: join(folder, ...name.split('/')) }))
