import { ok } from '../../shared/kernel/result'
import type { SiteWriter } from '../services/publishing-ports'
import type { SiteText } from './judges/xml-judge'

/** A site that is kept in memory, without its pictures. */
export interface KeptSite extends SiteWriter {
  /** Every text of the last export. */
  files: SiteText[]
}

/** Takes a site’s texts and writes nothing. */
export function keptSite(): KeptSite {
  const kept: KeptSite = {
    files: [],
    async writeSite({ folder, files }) {
      kept.files = []
      for await (const file of files)
        if ('text' in file) kept.files.push({ path: file.path, text: file.text })
      const count = kept.files.length
      return ok({ folder, files: count, written: count, removed: 0, warnings: [] })
    },
    writeOne: async (file) => ok({ file, bytes: 0 }),
    lastArticles: async () => ok([]),
  }
  return kept
}
