import { ok, type Result } from '../../shared/kernel/result'
import { cropPath } from '../../shared/render/picture-crops'
import { picturePath } from '../../shared/render/picture-files'
import { iconPath } from '../../shared/render/site-icons'
import { folderFrom } from '../platform/app-home'
import {
  noMemory,
  type ExportError,
  type ExportMemory,
  type Holds,
  type PublicArticle,
  type SiteFile,
  type SitePlan,
  type SiteWritten,
} from '../services/publishing-ports'
import { ExportFault, exportFailure, Stopped } from './export-fault'
import { hashOfBytes, manifestName, manifestText, readManifest, type ManifestFile } from './manifest'
import { refuseMixed } from './outside-library'
import { clashKey } from './site-path'
import { breathe, Staging, type BeforeStep, type Journal } from './staging'
import { makeRoot, TargetFolder } from './target-folder'
import { WrittenBefore } from './written-before'

/**
 * Makes a folder hold a site. What is there already with the same bytes is left alone, what changed is prepared
 * beside it, and a journal is the point from which the export counts: after a kill the next run completes it, or
 * takes away what was prepared. Only files that the last manifest names are ever removed or replaced.
 */
export async function writeSite(
  plan: SitePlan,
  beforeStep: BeforeStep = () => undefined,
  memory: ExportMemory = noMemory,
): Promise<Result<SiteWritten, ExportError>> {
  const root = folderFrom(plan.folder)
  try {
    refuseMixed(root, plan.library.path)
    makeRoot(root)
    const target = new TargetFolder(root)
    const staging = new Staging(target, beforeStep)
    await staging.recover()
    const written = new WrittenBefore(target, memory)
    const { journal, files, warnings } = await undoing(staging, () =>
      compare(plan, { target, staging, written }),
    )
    if (journal) {
      const { place } = journal
      await staging.carryOut(journal, (done) => plan.onPlacing(done, place.length))
    }
    written.keep()
    return ok({
      folder: root,
      files,
      written: journal?.place.length ?? 0,
      removed: journal?.remove.length ?? 0,
      warnings,
    })
  } catch (failure) {
    return exportFailure(failure, root)
  }
}

/** What a folder's manifest names, once an export that was killed there is completed. */
export async function lastArticles({
  folder,
  library,
}: Pick<SitePlan, 'folder' | 'library'>): Promise<Result<readonly PublicArticle[], ExportError>> {
  const root = folderFrom(folder)
  try {
    refuseMixed(root, library.path)
    makeRoot(root)
    await new Staging(new TargetFolder(root), () => undefined).recover()
    const last = readManifest(root)
    return ok(last?.library === library.id ? last.articles : [])
  } catch (failure) {
    return exportFailure(failure, root)
  }
}

/** What stands in a folder as the last run from this machine left it. */
export function holdsIn({ folder }: Pick<SitePlan, 'folder'>, memory: ExportMemory): Holds {
  const root = folderFrom(folder)
  try {
    const written = new WrittenBefore(new TargetFolder(root), memory)
    return (path, fingerprint) => written.holds(path, fingerprint)
  } catch (failure) {
    // What is in the way there is told by the run itself.
    if (failure instanceof ExportFault || isSystem(failure)) return () => false
    throw failure
  }
}

/** What is not committed is taken away when it fails for a reason of the outside world. */
async function undoing<T>(staging: Staging, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (failure) {
    if (failure instanceof ExportFault || failure instanceof Stopped || isSystem(failure)) staging.clear()
    throw failure
  }
}

const isSystem = (failure: unknown): boolean => failure instanceof Error && 'syscall' in failure

interface Compared {
  /** What is to be done, committed; null when nothing changes. */
  journal: Journal | null
  files: number
  warnings: string[]
}

interface Places {
  target: TargetFolder
  staging: Staging
  written: WrittenBefore
}

async function compare(plan: SitePlan, { target, staging, written }: Places): Promise<Compared> {
  const last = readManifest(target.root)
  if (last && last.library !== plan.library.id)
    throw new ExportFault('it holds the site of another library; choose another folder')
  const before = new Map((last?.files ?? []).map((file) => [file.path, file]))
  const now = new Map<string, ManifestFile>()
  const clashes = new Map<string, string>([[clashKey(manifestName), manifestName]])
  const place: Journal['place'] = []
  const warnings = new Set<string>()

  for await (const file of plan.files) {
    if (plan.signal.aborted) throw new Stopped()
    if ('asBefore' in file) {
      const known = namedBy(file, before)
      for (const kept of known) if (!now.has(kept.path)) now.set(kept.path, kept)
      if (known.length === 0 && !file.path.endsWith('/')) warnings.add(missingFrom(file.path))
      continue
    }
    refuseClash(file.path, clashes)
    if ('same' in file) {
      const stays = before.get(file.path)
      if (!stays) throw new ExportFault(`${file.path} was changed by somebody else meanwhile; export again`)
      now.set(file.path, stays)
      written.stays(file.path)
      continue
    }
    if ('text' in file && file.fingerprint) written.made(file.path, file.fingerprint)
    const size = target.sizeOf(file.path)
    const known = before.get(file.path)
    // A picture's path names its content, so that the size alone tells a whole one.
    if (('picture' in file || 'crop' in file || 'icon' in file) && known && size === known.bytes) {
      now.set(file.path, known)
      continue
    }
    const bytes = await bytesOf(file, plan)
    if (!bytes) {
      warnings.add(unreadable(file))
      continue
    }
    const entry = { path: file.path, sha256: hashOfBytes(bytes), bytes: bytes.length }
    now.set(entry.path, entry)
    if (size === bytes.length && target.read(entry.path).equals(bytes)) continue
    if (size !== null && !known) throw new ExportFault(`${entry.path} is there already and is not Galley’s`)
    place.push({ staged: staging.stage(bytes), path: entry.path, sha256: entry.sha256 })
    if (place.length % 100 === 0) await breathe()
  }
  if (plan.signal.aborted) throw new Stopped()

  const remove = [...before.keys()].filter((path) => !now.has(path))
  const manifest = manifestText({
    library: plan.library.id,
    articles: plan.articles().filter(({ path }) => now.has(path)),
    files: [...now.values()],
  })
  const unchanged = place.length === 0 && remove.length === 0 && isKept(target, manifest)
  const journal = unchanged ? null : { place, remove, manifest }
  if (journal) staging.commit(journal)
  return { journal, files: now.size, warnings: [...warnings] }
}

const missingFrom = (path: string): string =>
  `${path} was exported to another folder and cannot be made again as readers have it: it is missing here until its article is approved again.`

/** Said once for each picture, whatever number of files is made of it. */
export function unreadable(file: SiteFile): string {
  if (!('shownBy' in file)) return `The picture for ${file.path} cannot be read, so the site goes without.`
  const { hash } = 'crop' in file ? file.crop : file.picture
  return `A picture of ${file.shownBy} cannot be read (media/${hash}), so pages show its place empty. Everything else was exported.`
}

const isKept = (target: TargetFolder, manifest: string): boolean =>
  target.sizeOf(manifestName) !== null && target.read(manifestName).toString('utf8') === manifest

/** The files of the last export that a plan keeps as they are. */
function namedBy({ path }: SiteFile, before: ReadonlyMap<string, ManifestFile>): ManifestFile[] {
  if (path.endsWith('/')) return [...before.values()].filter((file) => file.path.startsWith(path))
  const file = before.get(path)
  return file ? [file] : []
}

function refuseClash(path: string, taken: Map<string, string>): void {
  const key = clashKey(path)
  const other = taken.get(key)
  if (other !== undefined) throw new ExportFault(`two pages want the same address, ${other} and ${path}`)
  taken.set(key, path)
}

/** A file's bytes; null where its picture cannot be read, or where it stays as the last export left it. */
export async function bytesOf(
  file: Exclude<SiteFile, { same: true }>,
  { pictures }: Pick<SitePlan, 'pictures'>,
): Promise<Buffer | null> {
  if ('text' in file) return Buffer.from(file.text, 'utf8')
  if ('asBefore' in file) return null
  if ('crop' in file) {
    if (cropPath(file.crop) !== file.path) throw new Error('A crop’s path has to name it')
    const bytes = await pictures.crop(file.crop)
    return bytes && Buffer.from(bytes)
  }
  if ('icon' in file) {
    if (iconPath(file.icon) !== file.path) throw new Error('An icon’s path has to name it')
    const bytes = await pictures.icon(file.icon)
    return bytes && Buffer.from(bytes)
  }
  const { hash, width, format } = file.picture
  if (picturePath(hash, width, format) !== file.path) throw new Error('A picture’s path has to name it')
  const bytes = await pictures.atWidth(hash, width, format)
  return bytes && Buffer.from(bytes)
}
