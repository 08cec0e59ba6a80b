import { existsSync, realpathSync } from 'node:fs'
import { basename, dirname, isAbsolute, join, relative, sep } from 'node:path'
import { ExportFault } from './export-fault'

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

function realPathOf(path: string): string {
  if (existsSync(path)) return realpathSync(path)
  const above = dirname(path)
  return above === path ? path : join(realPathOf(above), basename(path))
}
