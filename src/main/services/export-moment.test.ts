import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createSiteWriter } from '../export'
import { readHistory } from './articles'
import { saveAuthor } from './authors'
import { createPublishing } from './publishing'
import type { SitePlan } from './publishing-ports'
import { changeSettings } from './settings'
import { approvedArticle, keep, make, openNewsroom, valueOf, type Newsroom } from './testing/newsroom'
import { writerToNowhere } from './testing/writer-to-nowhere'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'galley-moment-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const page = (): Promise<string> => readFile(join(folder, 'news/flood/index.html'), 'utf8')

describe('an export', () => {
  it('follows the settings and bylines it began with', async () => {
    const newsroom = await openNewsroom()
    const { room, production, admin, author } = newsroom
    await approvedArticle(newsroom)
    const texts: string[] = []
    const publishing = createPublishing({
      ...writerToNowhere,
      async writeSite(plan: SitePlan) {
        async function* files(): SitePlan['files'] {
          for await (const file of plan.files) {
            if (texts.length === 0) {
              valueOf(await changeSettings(room, admin, { site: { name: 'Another Paper' }, rules: {} }))
              valueOf(await saveAuthor(room, admin, { ...author, name: 'Somebody Else' }))
            }
            if ('text' in file) texts.push(file.text)
            yield file
          }
        }
        return writerToNowhere.writeSite({ ...plan, files: files() })
      },
    })
    const { report } = valueOf(await publishing.exportSite(room, production, { folder }))
    expect(report).toMatchObject({ articles: 1, refused: [] })
    expect(texts.join()).toContain('Shella Artillero')
    expect(texts.join()).not.toMatch(/Another Paper|Somebody Else/)
  })

  it('that was killed before it was noted is noted by the next one, whatever was edited since', async () => {
    const newsroom = await openNewsroom()
    const { room, production, editor } = newsroom
    const { article } = await approvedArticle(newsroom)
    await killedBeforeNoting(newsroom)
    const before = await page()
    await keep(newsroom, editor, article.id, { ...article.content, headline: 'Unapproved' })

    const publishing = createPublishing(createSiteWriter())
    const { report } = valueOf(await publishing.exportSite(room, production, { folder }))
    expect(report).toMatchObject({ articles: 1, removed: 0, refused: [{ id: article.id }] })
    expect(await page()).toBe(before)
    const { public: known } = valueOf(await room.library.articles.find(article.id))
    expect(known).toMatchObject({ state: 'live', exported: { revision: 2, path: 'news/flood/index.html' } })
    const log = valueOf(await readHistory(room, null, article))
    expect(log.at(-1)).toMatchObject({ by: 'Pia', action: 'exported', revision: 2, to: 'Live' })
    valueOf(await publishing.exportSite(room, production, { folder }))
    expect(valueOf(await readHistory(room, null, article))).toHaveLength(log.length)
  })

  it('does not go back to what an older folder holds', async () => {
    const newsroom = await openNewsroom()
    const { room, production, editor, chief } = newsroom
    const { article } = await approvedArticle(newsroom)
    const publishing = createPublishing(createSiteWriter())
    const exportTo = async (name: string) =>
      valueOf(await publishing.exportSite(room, production, { folder: join(folder, name) }))
    await exportTo('old')
    await keep(newsroom, editor, article.id, { ...article.content, headline: 'Deluge' })
    await make(newsroom, article.id, [editor, 'submit'], [chief, 'start-review'], [chief, 'approve'])
    await exportTo('new')
    const known = valueOf(await room.library.articles.find(article.id))
    await exportTo('old')
    expect(valueOf(await room.library.articles.find(article.id))).toEqual(known)
  })
})

/** Writes the site, and comes no further: nothing is noted in any article. */
async function killedBeforeNoting({ room, production }: Newsroom): Promise<void> {
  const { articles } = room.library
  const library = {
    ...room.library,
    articles: { ...articles, change: () => Promise.reject(new Error('killed')) },
  }
  const publishing = createPublishing(createSiteWriter())
  await expect(publishing.exportSite({ ...room, library }, production, { folder })).rejects.toThrow('killed')
}
