import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Article } from '../../shared/article/article'
import { renderArticlePage } from '../../shared/render/article-page'
import { ok } from '../../shared/kernel/result'
import { articleAddress } from '../../shared/article/address'
import { pageArticleFrom, referencesOf } from '../../shared/render/page-article'
import { createSiteWriter, verifyExport } from '../export'
import { readHistory } from './articles'
import { saveAuthor } from './authors'
import { flagArticle } from './moving'
import { changeSettings } from './settings'
import { createPublishing } from './publishing'
import {
  approvedArticle,
  bodyOf,
  completeContent,
  draftArticle,
  keep,
  make,
  openNewsroomOnline as openNewsroom,
  refusalOf,
  valueOf,
  type Newsroom,
} from './testing/newsroom'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'galley-site-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const publishing = createPublishing(createSiteWriter())
const exportNow = async ({ room, production }: Newsroom, asOf?: string) =>
  valueOf(await publishing.exportSite(room, production, { folder, asOf })).report
const readyNow = async ({ room }: Newsroom) => valueOf(await publishing.ready(room, null))
const pageAt = (path: string): Promise<string> => readFile(join(folder, path), 'utf8')
const found = async ({ room }: Newsroom, id: string): Promise<Article> =>
  valueOf(await room.library.articles.find(id))
const allFiles = async (): Promise<Map<string, string>> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  return new Map(await Promise.all(files.map(async (file) => [file, await readFile(file, 'utf8')] as const)))
}
/** Through review again after an edit. */
const approveAgain = (newsroom: Newsroom, id: string) => {
  const { editor, chief } = newsroom
  return make(newsroom, id, [editor, 'submit'], [chief, 'start-review'], [chief, 'approve'])
}

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
    expect(verifyExport(folder)).toEqual({ ok: true, problems: [] })
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
      const path = file.slice(folder.length + 1)
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
    expect((await readyNow(newsroom)).last).toMatchObject({ by: 'Pia', folder, report: { articles: 1 } })
  })

  it('is for production', async () => {
    const newsroom = await openNewsroom()
    await approvedArticle(newsroom)
    const { room, chief } = newsroom
    expect(refusalOf(await publishing.exportSite(room, chief, { folder }))).toContain('not-allowed')
    expect(await readdir(folder)).toEqual([])
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

describe('a live article', () => {
  it('that is edited keeps the page readers have, and the refusal says what changed', async () => {
    const newsroom = await openNewsroom()
    const { article } = await approvedArticle(newsroom)
    await exportNow(newsroom)
    const before = await allFiles()
    const edited = { ...article.content, headline: 'Unapproved', body: bodyOf('Unapproved words.') }
    await keep(newsroom, newsroom.editor, article.id, edited)
    const report = await exportNow(newsroom)
    expect(report.refused).toEqual([
      { id: article.id, headline: 'Unapproved', reason: 'Changed since the approval: Headline, Body.' },
    ])
    expect(await allFiles()).toEqual(before)

    const elsewhere = await mkdtemp(join(tmpdir(), 'galley-site-'))
    const { room, production } = newsroom
    valueOf(await publishing.exportSite(room, production, { folder: elsewhere }))
    expect(await readFile(join(elsewhere, 'news/flood/index.html'), 'utf8')).toBe(
      before.get(join(folder, 'news/flood/index.html')),
    )
    await rm(elsewhere, { recursive: true })

    await approveAgain(newsroom, article.id)
    expect(await exportNow(newsroom)).toMatchObject({ refused: [] })
    expect(await pageAt('news/flood/index.html')).toContain('Unapproved words.')
  })

  it('keeps its page as it is when its author’s printed name changed', async () => {
    const newsroom = await openNewsroom()
    const { room, admin, author } = newsroom
    await approvedArticle(newsroom)
    await exportNow(newsroom)
    const before = await pageAt('news/flood/index.html')
    valueOf(await saveAuthor(room, admin, { ...author, name: 'Somebody Else' }))
    expect((await exportNow(newsroom)).refused).toMatchObject([
      { reason: 'Changed since the approval: Author.' },
    ])
    expect(await pageAt('news/flood/index.html')).toBe(before)
    expect(verifyExport(folder).ok).toBe(true)
    // Into a new folder too, where nothing of an earlier export can be kept.
    await rm(folder, { recursive: true })
    expect(await exportNow(newsroom)).toMatchObject({ articles: 1, warnings: [] })
    expect(await pageAt('news/flood/index.html')).toBe(before)
    expect(await pageAt('index.html')).not.toContain('Somebody Else')
  })

  it('that is edited follows the site’s settings in the page readers keep', async () => {
    const newsroom = await openNewsroom()
    const { room, admin } = newsroom
    const { article } = await draftArticle(newsroom)
    const long = { ...article.content, body: bodyOf('word '.repeat(1000)) }
    await keep(newsroom, newsroom.editor, article.id, long)
    await approveAgain(newsroom, article.id)
    await exportNow(newsroom)
    await keep(newsroom, newsroom.editor, article.id, { ...long, headline: 'Unapproved' })
    const before = await pageAt('news/flood/index.html')
    valueOf(await changeSettings(room, admin, { site: { readingRate: 50 }, rules: {} }))
    await exportNow(newsroom)
    const page = await pageAt('news/flood/index.html')
    expect(page).not.toBe(before)
    expect(page).toContain('20 Mins Read')
    expect(page).not.toContain('Unapproved')
  })

  it('that is corrected shows the correction once it is approved', async () => {
    const newsroom = await openNewsroom()
    const { article } = await approvedArticle(newsroom)
    await exportNow(newsroom)
    await make(newsroom, article.id, [newsroom.chief, 'correct', 'It was the other river.'])
    await exportNow(newsroom)
    expect(await pageAt('news/flood/index.html')).not.toContain('other river')
    await make(newsroom, article.id, [newsroom.chief, 'start-review'], [newsroom.otherChief, 'approve'])
    await exportNow(newsroom)
    expect(await pageAt('news/flood/index.html')).toContain('It was the other river.')
    expect((await found(newsroom, article.id)).public.state).toBe('corrected')
  })

  it('that is withdrawn leaves a notice and goes from the lists', async () => {
    const newsroom = await openNewsroom()
    const { article } = await approvedArticle(newsroom)
    await exportNow(newsroom)
    await make(newsroom, article.id, [newsroom.chief, 'withdraw', 'None of it happened.'])
    const waiting = [{ id: article.id, headline: 'Flood', reason: 'None of it happened.' }]
    expect((await readyNow(newsroom)).toWithdraw).toEqual(waiting)
    expect(await exportNow(newsroom)).toMatchObject({ articles: 0, refused: [] })
    const page = await pageAt('news/flood/index.html')
    expect(page).toContain('None of it happened.')
    expect(page).not.toContain('Once upon a time.')
    expect((await readyNow(newsroom)).toWithdraw).toEqual([])
    expect(await pageAt('index.html')).not.toContain('flood')
    expect(await exportNow(newsroom)).toMatchObject({ written: 0, removed: 0 })
  })

  it('that moved is still found at its former address', async () => {
    const newsroom = await openNewsroom()
    const { article } = await approvedArticle(newsroom)
    await exportNow(newsroom)
    const moved = { ...(await found(newsroom, article.id)).content, category: 'sports' }
    await keep(newsroom, newsroom.editor, article.id, moved)
    await approveAgain(newsroom, article.id)
    await exportNow(newsroom)
    expect(await pageAt('news/flood/index.html')).toContain('url=../../sports/flood/index.html')
    expect(await pageAt('sports/flood/index.html')).toContain('Once upon a time.')
    expect(await exportNow(newsroom)).toMatchObject({ written: 0, removed: 0 })
  })

  it('keeps its former address to itself: no other article takes it over', async () => {
    const newsroom = await openNewsroom()
    const { article } = await approvedArticle(newsroom)
    await exportNow(newsroom)
    const { content } = await found(newsroom, article.id)
    const slug = { text: 'deluge', follows: false }
    await keep(newsroom, newsroom.editor, article.id, { ...content, slug })
    await approveAgain(newsroom, article.id)
    await exportNow(newsroom)
    const next = await draftArticle(newsroom, 'Flood')
    expect(next.article.content.slug.text).toBe('flood-2')
    expect(await pageAt('news/flood/index.html')).toContain('news/deluge/index.html')
  })
})

describe('articles that link to one another', () => {
  it('link once the other is public, whichever comes first', async () => {
    const newsroom = await openNewsroom()
    const other = await draftArticle(newsroom, 'The other')
    const { article } = await draftArticle(newsroom, 'This one')
    const body = {
      type: 'doc' as const,
      content: [
        ...bodyOf('Words.').content,
        { type: 'relatedArticle' as const, attrs: { article: other.article.id } },
      ],
    }
    await keep(newsroom, newsroom.editor, article.id, { ...completeContent(newsroom, 'This one'), body })
    await approveAgain(newsroom, article.id)
    await exportNow(newsroom)
    expect(await pageAt('news/this-one/index.html')).not.toContain('The other')
    await approveAgain(newsroom, other.article.id)
    await exportNow(newsroom)
    expect(await pageAt('news/this-one/index.html')).toContain(
      '<a href="../../news/the-other/index.html">The other</a>',
    )
  })

  it('lead to where the other stands now, from any words of a text', async () => {
    const newsroom = await openNewsroom()
    const other = await draftArticle(newsroom, 'The other')
    const { article } = await draftArticle(newsroom, 'This one')
    const marks = [{ type: 'link' as const, attrs: { href: articleAddress(other.article.id) } }]
    const body = {
      type: 'doc' as const,
      content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text: 'See it', marks }] }],
    }
    await keep(newsroom, newsroom.editor, article.id, { ...completeContent(newsroom, 'This one'), body })
    await approveAgain(newsroom, article.id)
    await exportNow(newsroom)
    expect(await pageAt('news/this-one/index.html')).toContain('<p>See it</p>')
    await approveAgain(newsroom, other.article.id)
    await exportNow(newsroom)
    expect(await pageAt('news/this-one/index.html')).toContain(
      'href="../../news/the-other/index.html">See it',
    )
    const slug = { text: 'another', follows: false }
    const content = { ...completeContent(newsroom, 'The other'), slug }
    await keep(newsroom, newsroom.editor, other.article.id, content)
    await approveAgain(newsroom, other.article.id)
    await exportNow(newsroom)
    expect(await pageAt('news/this-one/index.html')).toContain('href="../../news/another/index.html">See it')
  })
})
