import { readdir } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { ok } from '../../shared/kernel/result'
import { renderArticlePage } from '../../shared/render/article-page'
import { pageArticleFrom, referencesOf } from '../../shared/render/page-article'
import { verifyExport } from '../export'
import { readHistory } from './articles'
import { flagArticle } from './moving'
import {
  approvedArticle,
  draftArticle,
  keep,
  make,
  openNewsroomOnline as openNewsroom,
  refusalOf,
  valueOf,
} from './testing/newsroom'
import { approveAgain, found, useSiteFolder } from '../testing/site-folder'

const site = useSiteFolder()
const { publishing, exportNow, readyNow, pageAt, allFiles } = site

describe('an export', () => {
  it('writes what is approved and sealed, and only counts drafts', async () => {
    const newsroom = await openNewsroom()
    const { article } = await approvedArticle(newsroom)
    await draftArticle(newsroom, 'Not yet')
    expect(await readyNow(newsroom)).toMatchObject({
      ready: [{ headline: 'Flood' }],
      live: [],
      refused: [],
      drafts: 1,
    })
    expect(await exportNow(newsroom)).toMatchObject({ articles: 1, drafts: 1, refused: [], warnings: [] })
    expect(await pageAt('news/flood/index.html')).toContain('Once upon a time.')
    expect(await pageAt('index.html')).toContain('href="news/flood/index.html"')
    expect(await pageAt('news/index.html')).toContain('href="../news/flood/index.html"')
    expect(verifyExport(site.folder)).toEqual({ ok: true, problems: [] })
    expect((await found(newsroom, article.id)).public).toMatchObject({
      state: 'live',
      exported: { revision: 2 },
    })
    expect(await readyNow(newsroom)).toMatchObject({ ready: [], live: [{ headline: 'Flood' }] })
  })

  it('counts and dates what it writes itself: neither is part of the seal', async () => {
    const newsroom = await openNewsroom()
    const { article } = await approvedArticle(newsroom)
    const minutes = { minutes: 99, printedDate: '1 April 1999' }
    valueOf(
      await newsroom.room.library.articles.change(article.id, (now) =>
        ok({ article: { ...now, derived: { ...now.derived, ...minutes } } }),
      ),
    )
    await exportNow(newsroom)
    expect(await pageAt('news/flood/index.html')).not.toMatch(/99 Mins|1 April 1999/)
  })

  it('writes just what the preview shows, byte for byte', async () => {
    const newsroom = await openNewsroom()
    const { room } = newsroom
    const { article } = await approvedArticle(newsroom)
    const surroundings = valueOf(await publishing.surroundings(room, null, referencesOf(article.content)))
    const kept = await found(newsroom, article.id)
    const preview = renderArticlePage({
      article: pageArticleFrom(kept, surroundings.site),
      surroundings,
      asOf: '2000-01-01T00:00:00.000Z',
    })
    await exportNow(newsroom)
    expect(await pageAt('news/flood/index.html')).toBe(preview)
    const served = await publishing.sitePage(room, 'news/flood/index.html', null)
    expect(new TextDecoder().decode(served?.bytes)).toBe(preview)
    for (const [file, text] of await allFiles()) {
      const path = file.slice(site.folder.length + 1)
      if (path === 'manifest.json') continue
      const shown = await publishing.sitePage(room, path, null)
      expect([path, new TextDecoder().decode(shown?.bytes)]).toEqual([path, text])
    }
  })

  it('that changes nothing touches nothing and logs nothing', async () => {
    const newsroom = await openNewsroom()
    const { article } = await approvedArticle(newsroom)
    await exportNow(newsroom)
    const [before, article1] = [await allFiles(), await found(newsroom, article.id)]
    const log = valueOf(await readHistory(newsroom.room, null, article))
    expect(await exportNow(newsroom)).toMatchObject({ written: 0, removed: 0 })
    expect([await allFiles(), await found(newsroom, article.id)]).toEqual([before, article1])
    expect(valueOf(await readHistory(newsroom.room, null, article))).toEqual(log)
  })

  it('is logged, and leaves a receipt', async () => {
    const newsroom = await openNewsroom()
    const { article } = await approvedArticle(newsroom)
    await exportNow(newsroom)
    const log = valueOf(await readHistory(newsroom.room, null, article))
    expect(log.at(-1)).toMatchObject({ by: 'Pia', action: 'exported', from: 'Never exported', to: 'Live' })
    expect((await readyNow(newsroom)).last).toMatchObject({
      by: 'Pia',
      folder: site.folder,
      report: { articles: 1 },
    })
  })

  it('is for production', async () => {
    const newsroom = await openNewsroom()
    await approvedArticle(newsroom)
    const { room, chief } = newsroom
    expect(refusalOf(await publishing.exportSite(room, chief, { folder: site.folder }))).toContain(
      'not-allowed',
    )
    expect(await readdir(site.folder)).toEqual([])
  })

  it('waits for an embargo, as of the moment it is made for', async () => {
    const newsroom = await openNewsroom()
    const { article } = await draftArticle(newsroom)
    const embargo = '2026-06-01T00:00:00.000Z'
    await keep(newsroom, newsroom.editor, article.id, { ...article.content, embargo })
    await approveAgain(newsroom, article.id)
    expect((await exportNow(newsroom)).refused).toMatchObject([
      { id: article.id, reason: expect.stringContaining('embargo') },
    ])
    expect(await exportNow(newsroom, '2026-06-02T00:00:00.000Z')).toMatchObject({ articles: 1, refused: [] })
  })

  it('lets nothing of review out', async () => {
    const newsroom = await openNewsroom()
    const { editor, chief, room } = newsroom
    const { article } = await draftArticle(newsroom)
    await flagArticle(room, chief, { id: article.id, flag: 'legal', value: 'done' })
    await make(
      newsroom,
      article.id,
      [editor, 'submit', 'a note for the desk'],
      [chief, 'start-review'],
      [chief, 'request-changes', 'a secret remark'],
      [editor, 'submit'],
      [chief, 'start-review'],
      [chief, 'hold', 'a legal worry'],
      [chief, 'resume'],
      [chief, 'approve'],
    )
    await draftArticle(newsroom, 'A secret draft')
    await exportNow(newsroom)
    for (const [file, text] of await allFiles()) {
      for (const secret of [
        /a note for|remark|legal worry|secret/i,
        /Edda|Cleo|Pia|Conrad|Ada/,
        RegExp(chief.id),
        RegExp(editor.id),
      ])
        expect([file, secret.test(text)]).toEqual([file, false])
    }
  })
})
