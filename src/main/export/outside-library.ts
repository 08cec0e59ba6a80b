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
  const way = relative(realPathOf(library), realPathOf(path))
  const outside = way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way)
  if (!outside) throw new ExportFault('it is inside the library; choose a folder outside it')
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
