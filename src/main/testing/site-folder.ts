import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach } from 'vitest'
import type { Article } from '../../shared/article/article'
import { createSiteWriter } from '../export'
import { createPublishing } from '../services/publishing'
import { make, valueOf, type Newsroom } from '../services/testing/newsroom'

/** A fresh folder for each test, to which newsrooms export their sites. */
export function useSiteFolder() {
  let folder = ''
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'galley-site-'))
  })
  afterEach(() => rm(folder, { recursive: true, force: true }))

  const publishing = createPublishing(createSiteWriter())
  return {
    get folder() {
      return folder
    },
    publishing,
    exportNow: async ({ room, production }: Newsroom, asOf?: string) =>
      valueOf(await publishing.exportSite(room, production, { folder, asOf })).report,
    readyNow: async ({ room }: Newsroom) => valueOf(await publishing.ready(room, null)),
    pageAt: (path: string): Promise<string> => readFile(join(folder, path), 'utf8'),
    async allFiles(): Promise<Map<string, string>> {
      const entries = await readdir(folder, { recursive: true, withFileTypes: true })
      const files = entries
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name))
      return new Map(
        await Promise.all(files.map(async (file) => [file, await readFile(file, 'utf8')] as const)),
      )
    },
  }
}

export const found = async ({ room }: Newsroom, id: string): Promise<Article> =>
  valueOf(await room.library.articles.find(id))

/** Through review again after an edit. */
export const approveAgain = (newsroom: Newsroom, id: string) => {
  const { editor, chief } = newsroom
  return make(newsroom, id, [editor, 'submit'], [chief, 'start-review'], [chief, 'approve'])
}
