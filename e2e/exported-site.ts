import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { people } from './small-library'
import { galleyJson } from './command-line'

/** A file of an exported site; '' where there is none. */
export const siteFile = (site: string, path: string): Promise<string> =>
  readFile(join(site, path), 'utf8').catch(() => '')

/** Exports by the command line while no desk is open. Gives the ids of what stayed behind, with the reasons. */
export async function exportFromOutside(
  library: string,
  site: string,
  asOf?: string,
): Promise<{ articles: number; refused: { id: string; reason: string }[] }> {
  const moment = asOf === undefined ? [] : ['--as-of', asOf]
  return galleyJson(['export', library, site, ...moment, '--as', people.production])
}
