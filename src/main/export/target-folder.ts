import { lstatSync, mkdirSync, readFileSync, rmdirSync, statSync, type Stats } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { codeOf } from '../storage/faults'
import { ExportFault } from './export-fault'
import { manifestName } from './manifest'
import { isSitePath, stagingName } from './site-path'

/**
 * The folder a site is exported to. Nothing is read or written through a symbolic link below it, since that could
 * lead anywhere. Synchronous on purpose: for thousands of small files that is the fastest way there is.
 */
export class TargetFolder {
  readonly #folders = new Set<string>([''])

  constructor(readonly root: string) {}

  /** The full path of a path of the site. */
  at(path: string): string {
    if (!isSitePath(path)) throw new ExportFault(`${path} cannot be a file of the site`)
    return join(this.root, ...path.split('/'))
  }

  /** A file's size, or null when it is not there. @throws ExportFault when something else stands in the way */
  sizeOf(path: string): number | null {
    return this.#fileAt(path)?.size ?? null
  }

  /**
   * What a file is known by as long as nobody touches it, or null when it is not there. Its time of change (ctime)
   * cannot be set by hand.
   * @throws ExportFault as `sizeOf`
   */
  stampOf(path: string): string | null {
    const found = this.#fileAt(path)
    return found && `${found.mtimeMs}/${found.ctimeMs}/${found.size}/${found.ino}`
  }

  #fileAt(path: string): Stats | null {
    const place = this.at(path)
    if (!this.#hasFolder(parentOf(path))) return null
    const found = look(place)
    if (!found || found.isFile()) return found
    throw new ExportFault(
      `${path} is in the way: it is ${found.isSymbolicLink() ? 'a symbolic link' : 'no file'}`,
    )
  }

  read(path: string): Buffer {
    return readFileSync(this.at(path))
  }

  makeFolderOf(path: string): void {
    const folder = parentOf(path)
    if (this.#hasFolder(folder)) return
    mkdirSync(join(this.root, folder), { recursive: true })
    this.#folders.add(folder)
  }

  /** Takes away the folders above a path that hold nothing any more. */
  clearFoldersOf(path: string): void {
    for (let folder = parentOf(path); folder !== ''; folder = parentOf(folder)) {
      try {
        rmdirSync(join(this.root, folder))
      } catch {
        return
      }
      this.#folders.delete(folder)
    }
  }

  /** Whether a folder of the site exists, seen from the root so that no link is followed. */
  #hasFolder(folder: string): boolean {
    if (this.#folders.has(folder)) return true
    if (!this.#hasFolder(parentOf(folder))) return false
    const found = look(join(this.root, folder))
    if (!found) return false
    if (!found.isDirectory()) {
      const what = found.isSymbolicLink() ? 'a symbolic link' : 'no folder'
      throw new ExportFault(`${folder} is in the way: it is ${what}`)
    }
    this.#folders.add(folder)
    return true
  }
}

/**
 * Makes sure that a folder stands at a path. A link to a folder is taken at its word: somebody chose it. What an export
 * keeps of itself there is never reached through one.
 */
export function makeRoot(root: string): void {
  mkdirSync(dirname(root), { recursive: true })
  try {
    mkdirSync(root)
  } catch (failure) {
    if (codeOf(failure) !== 'EEXIST') throw failure
    if (!statSync(root).isDirectory()) throw new ExportFault(`${basename(root)} is a file, not a folder`)
  }
  for (const name of [stagingName, manifestName])
    if (look(join(root, name))?.isSymbolicLink())
      throw new ExportFault(`${name} is in the way: it is a symbolic link`)
}

const parentOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')))

function look(path: string): Stats | null {
  return lstatSync(path, { throwIfNoEntry: false }) ?? null
}
