import { statSync } from 'node:fs'
import { folderFrom } from '../platform/app-home'
import { reasonFor } from '../storage/faults'
import { ExportFault } from './export-fault'
import { hashOfBytes, manifestName, readManifest, type Manifest, type ManifestFile } from './manifest'
import { readJournal, type Journal } from './staging'
import { TargetFolder } from './target-folder'

/** Whether an exported site is whole, and what is wrong with it, a sentence each. */
export interface ExportVerdict {
  ok: boolean
  problems: string[]
}

/** Compares a folder with its manifest: every file has to be there with the bytes it names. Others are not judged. */
export function verifyExport(folder: string): ExportVerdict {
  const root = folderFrom(folder)
  const problems = problemsOf(root)
  return { ok: problems.length === 0, problems }
}

function problemsOf(root: string): string[] {
  if (!statSync(root, { throwIfNoEntry: false })?.isDirectory()) return [`There is no folder ${root}.`]
  const journal = readJournal(root)
  if (journal) return [pendingIn(journal, new TargetFolder(root))]
  const manifest = attempt(() => readManifest(root))
  if (typeof manifest === 'string') return [`${manifest}.`]
  if (!manifest) return [`There is no ${manifestName}, so nothing was exported there.`]
  const target = new TargetFolder(root)
  return [...manifest.files.flatMap((file) => problemOf(file, target)), ...strayArticles(manifest)]
}

/** What an export that was interrupted has still to do. */
function pendingIn({ place, remove }: Journal, target: TargetFolder): string {
  const isDue = ({ path, sha256 }: Journal['place'][number]): boolean => hashAt(path, target) !== sha256
  const due = place.filter(isDue).length
  const gone = remove.filter((path) => hashAt(path, target) !== null).length
  return `An export was interrupted there: ${due} of ${place.length} files are still to be put in place and ${gone} to be removed. Export again to complete it.`
}

/** A file's hash; null where there is none that could be read. */
function hashAt(path: string, target: TargetFolder): string | null {
  const bytes = attempt(() => (target.sizeOf(path) === null ? null : target.read(path)))
  return bytes === null || typeof bytes === 'string' ? null : hashOfBytes(bytes)
}

function problemOf(file: ManifestFile, target: TargetFolder): string[] {
  const found = attempt(() => (target.sizeOf(file.path) === null ? null : target.read(file.path)))
  if (found === null) return [`${file.path} is missing.`]
  if (typeof found === 'string') return [`${file.path}: ${found}.`]
  return hashOfBytes(found) === file.sha256 ? [] : [`${file.path} was changed after the export.`]
}

function strayArticles({ articles, files }: Manifest): string[] {
  const paths = new Set(files.map(({ path }) => path))
  return articles
    .filter(({ path }) => !paths.has(path))
    .map(({ id, path }) => `${id} has no page at ${path}.`)
}

/** A value, or why there is none, in words. */
function attempt<T>(read: () => T): T | string {
  try {
    return read()
  } catch (failure) {
    return failure instanceof ExportFault ? failure.message : reasonFor(failure)
  }
}
