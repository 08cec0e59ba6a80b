import { existsSync, realpathSync } from 'node:fs'
import { basename, dirname, isAbsolute, join, relative, sep } from 'node:path'
import { ok, type Result } from '../../shared/kernel/result'
import { exportFailed, ExportFault, type ExportFailed } from './export-fault'

/**
 * An export into the library itself would mix what readers may see with what they may not, and could replace what is
 * kept there. Links are followed; nothing has to exist yet.
 * @throws ExportFault when a path is the library's folder or below it
 */
export function refuseWithin(path: string, library: string): void {
  if (isWithin(path, library)) throw new ExportFault('it is inside the library; choose a folder outside it')
}

/**
 * A site's folder goes online as it is, with everything that lies in it.
 * @throws ExportFault when the library is within the folder, or the other way round
 */
export function refuseMixed(site: string, library: string): void {
  refuseWithin(site, library)
  if (isWithin(library, site))
    throw new ExportFault(
      'the library lies within it and would go online too; choose a folder beside the library',
    )
}

function isWithin(path: string, folder: string): boolean {
  const way = relative(realPathOf(folder), realPathOf(path))
  return !(way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way))
}

/** The same as a value, for who writes files of an export elsewhere. */
export function outsideLibrary(path: string, library: string): Result<void, ExportFailed> {
  try {
    refuseWithin(path, library)
    return ok(undefined)
  } catch (failure) {
    return exportFailed(failure, path)
  }
}

function realPathOf(path: string): string {
  if (existsSync(path)) return realpathSync(path)
  const above = dirname(path)
  return above === path ? path : join(realPathOf(above), basename(path))
}
