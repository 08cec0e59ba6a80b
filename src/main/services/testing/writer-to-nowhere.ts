import { ok } from '../../../shared/kernel/result'
import type { SiteWriter } from '../publishing-ports'

/** Takes every file of a site and puts none anywhere. */
export const writerToNowhere: SiteWriter = {
  async writeSite({ folder, files }) {
    let count = 0
    for await (const file of files) count += file.path === '' ? 0 : 1
    return ok({ folder, files: count, written: count, removed: 0, warnings: [] })
  },
  writeOne: async (file) => ok({ file, bytes: 0 }),
  lastArticles: async () => ok([]),
}
