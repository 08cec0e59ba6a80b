import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createSiteWriter } from '../export'
import { readHistory } from './articles'
import { createPublishing } from './publishing'
import { approvedArticle, keep, openNewsroom, refusalOf, valueOf } from './testing/newsroom'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'galley-single-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const publishing = createPublishing(createSiteWriter())

describe('one article', () => {
  it('is exported as a file of its own, when the workflow allows it', async () => {
    const newsroom = await openNewsroom()
    const { room, production } = newsroom
    const { article } = await approvedArticle(newsroom)
    const wanted = { id: article.id, file: join(folder, 'flood.html') }
    for (const form of ['page', 'fragment', 'md'] as const) {
      const written = valueOf(await publishing.exportArticle(room, production, { ...wanted, form }))
      expect(written).toEqual({ file: wanted.file, bytes: (await readFile(wanted.file)).length })
      expect(await readFile(wanted.file, 'utf8')).toContain('Once upon a time.')
      const log = valueOf(await readHistory(room, null, article))
      expect(log.at(-1)).toMatchObject({
        by: 'Pia',
        action: 'exported',
        from: 'Never exported',
        to: 'Never exported',
      })
    }
    const log = valueOf(await readHistory(room, null, article))
    expect(log.slice(-3).map(({ note }) => note)).toEqual([
      'As a single page.',
      'As a fragment.',
      'As Markdown.',
    ])
    // No reader found it on the site yet, so the site's export is still to come.
    expect(valueOf(await room.library.articles.find(article.id)).public).toEqual(article.public)
    expect(valueOf(await publishing.ready(room, null))).toMatchObject({
      ready: [{ headline: 'Flood' }],
      live: [],
    })
    await keep(newsroom, newsroom.editor, article.id, { ...article.content, standfirst: 'New' })
    const refused = await publishing.exportArticle(room, production, { ...wanted, form: 'page' })
    expect(refusalOf(refused)).toContain('Changed since the approval: Standfirst.')
  })

  it('is never written over a file of the library', async () => {
    const newsroom = await openNewsroom()
    const { room, production } = newsroom
    const { article } = await approvedArticle(newsroom)
    const inside = { ...room, library: { ...room.library, path: folder } }
    const wanted = { id: article.id, form: 'page' as const, file: join(folder, 'new', 'people.json') }
    expect(refusalOf(await publishing.exportArticle(inside, production, wanted))).toContain(
      'inside the library',
    )
    expect(await readdir(folder).catch(() => [])).toEqual([])
  })
})
