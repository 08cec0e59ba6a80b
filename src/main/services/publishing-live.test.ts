import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { articleAddress } from '../../shared/article/address'
import { verifyExport } from '../export'
import { saveAuthor } from './authors'
import { changeSettings } from './settings'
import {
  approvedArticle,
  bodyOf,
  completeContent,
  draftArticle,
  keep,
  make,
  openNewsroomOnline as openNewsroom,
  valueOf,
} from './testing/newsroom'
import { approveAgain, found, useSiteFolder } from '../testing/site-folder'

const site = useSiteFolder()
const { publishing, exportNow, readyNow, pageAt, allFiles } = site

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
      before.get(join(site.folder, 'news/flood/index.html')),
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
    expect(verifyExport(site.folder).ok).toBe(true)
    // Into a new folder too, where nothing of an earlier export can be kept.
    await rm(site.folder, { recursive: true })
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
