import type { SiteFile, SitePlan } from '../services/publishing-ports'
import type { FileChange } from '../services/ways-out-ports'
import { ExportFault, Stopped } from './export-fault'
import { hashOfBytes, type ManifestFile } from './manifest'
import { breathe } from './staging'
import type { TargetFolder } from './target-folder'
import { bytesOf, unreadable } from './write-site'

/** A site beside an earlier export of it. */
export interface ComparedSite {
  changes: FileChange[]
  /** Every file the site has now, as far as its bytes were looked at. */
  files: ManifestFile[]
  unchanged: number
  warnings: string[]
}

interface Beside {
  before: readonly ManifestFile[]
  /** Where the site stands: what is on the disk there counts. Null compares with what the manifest says alone. */
  target: TargetFolder | null
  /** Takes what is new or changed. Null only looks: no picture is made for that. */
  take: ((path: string, bytes: Uint8Array) => void) | null
}

/**
 * Holds every file of a site against an earlier export, one at a time.
 * @throws ExportFault when a file that is not Galley's is in the way, Stopped when somebody asks to stop
 */
export async function compareSite(
  plan: Pick<SitePlan, 'files' | 'pictures' | 'signal'>,
  { before, target, take }: Beside,
): Promise<ComparedSite> {
  const known = new Map(before.map((file) => [file.path, file]))
  const now = new Map<string, ManifestFile | null>()
  const found: ComparedSite = { changes: [], files: [], unchanged: 0, warnings: [] }
  let looked = 0

  for await (const file of plan.files) {
    if (plan.signal.aborted) throw new Stopped()
    if (looked++ % 100 === 99) await breathe()
    if ('same' in file) throw new Error('What is compared has to be given whole')
    if ('asBefore' in file) {
      for (const kept of before.filter(({ path }) => isMeant(file, path))) now.set(kept.path, kept)
      continue
    }
    const stood = known.get(file.path) ?? null
    const size = target ? target.sizeOf(file.path) : (stood?.bytes ?? null)
    // A picture's path names its content, so that the size alone tells a whole one.
    if (!('text' in file) && ((stood && size === stood.bytes) || !take)) {
      now.set(file.path, stood)
      if (!stood || size !== stood.bytes)
        found.changes.push({ path: file.path, change: stood ? 'restored' : 'new' })
      continue
    }
    const bytes = await bytesOf(file, plan)
    if (!bytes) {
      found.warnings.push(unreadable(file))
      continue
    }
    const entry = { path: file.path, sha256: hashOfBytes(bytes), bytes: bytes.length }
    now.set(entry.path, entry)
    const isThere = target
      ? size === bytes.length && target.read(entry.path).equals(bytes)
      : stood?.sha256 === entry.sha256
    if (isThere) continue
    if (target && size !== null && !stood)
      throw new ExportFault(`${entry.path} is there already and is not Galley’s`)
    const change = !stood ? 'new' : stood.sha256 === entry.sha256 ? 'restored' : 'changed'
    found.changes.push({ path: entry.path, change })
    take?.(entry.path, bytes)
  }
  if (plan.signal.aborted) throw new Stopped()
  found.unchanged = now.size - found.changes.length
  for (const { path } of before) if (!now.has(path)) found.changes.push({ path, change: 'removed' })
  found.files = [...now.values()].flatMap((file) => file ?? [])
  found.warnings = [...new Set(found.warnings)]
  return found
}

/** Whether a file of the last export is meant to stay: by its path, or by a folder's that ends in `/`. */
const isMeant = ({ path: meant }: SiteFile, path: string): boolean =>
  meant.endsWith('/') ? path.startsWith(meant) : path === meant
