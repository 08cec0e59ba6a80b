import { describe, expect, it } from 'vitest'
import { emptyContent } from '../../shared/article/content'
import { createArticle, openArticle } from './articles'
import { discardDraft, listDrafts, writeDraft } from './drafts'
import { keepArticle } from './keeping'
import {
  approvedArticle,
  completeContent,
  draftArticle,
  keep,
  make,
  openNewsroom,
  refusalOf,
  valueOf,
} from './testing/newsroom'

describe('keeping', () => {
  it('keeps a new revision, counted and dated by the desk', async () => {
    const newsroom = await openNewsroom()
    const { article } = await draftArticle(newsroom, 'Über die Brücke')
    expect(article).toMatchObject({
      revision: 2,
      updatedBy: newsroom.editor.id,
      derived: { words: 4, minutes: 1, text: 'Once upon a time.' },
      content: { slug: { text: 'uber-die-brucke', follows: true } },
    })
  })

  it('makes no revision of content that equals what is kept', async () => {
    const newsroom = await openNewsroom()
    const { article } = await draftArticle(newsroom)
    const again = await keep(newsroom, newsroom.editor, article.id, article.content)
    expect(again.article.revision).toBe(2)
  })

  it('refuses a stale save with both numbers and keeps nothing of it', async () => {
    const newsroom = await openNewsroom()
    const { article } = await draftArticle(newsroom)
    const content = { ...article.content, standfirst: 'Mine' }
    const stale = await keepArticle(newsroom.room, newsroom.chief, { id: article.id, basedOn: 1, content })
    expect(stale).toEqual({ ok: false, error: { code: 'revision-conflict', yours: 1, latest: 2 } })
  })

  it('lets one of two racing saves win', async () => {
    const newsroom = await openNewsroom()
    const { article } = await draftArticle(newsroom)
    const save = (standfirst: string) =>
      keepArticle(newsroom.room, newsroom.editor, {
        id: article.id,
        basedOn: 2,
        content: { ...article.content, standfirst },
      })
    const [first, second] = await Promise.all([save('one'), save('two')])
    expect(first).toMatchObject({ ok: true, value: { article: { revision: 3 } } })
    expect(second).toEqual({ ok: false, error: { code: 'revision-conflict', yours: 2, latest: 3 } })
  })

  it('refuses to edit in a state or role that may not, with the reason', async () => {
    const newsroom = await openNewsroom()
    const { article } = await draftArticle(newsroom)
    const content = { ...article.content, headline: 'Other' }
    const typed = { id: article.id, basedOn: 2, content }
    expect(refusalOf(await keepArticle(newsroom.room, newsroom.production, typed))).toContain('edit-refused')
    await make(newsroom, article.id, [newsroom.editor, 'submit'])
    expect(refusalOf(await keepArticle(newsroom.room, newsroom.editor, typed))).toContain('submitted')
  })

  it('refuses an author, a category and a picture that are not there, and the front page as a category', async () => {
    const newsroom = await openNewsroom()
    const { room, editor } = newsroom
    const { article } = await draftArticle(newsroom)
    const trying = async (change: object) =>
      refusalOf(
        await keepArticle(room, editor, {
          id: article.id,
          basedOn: 2,
          content: { ...article.content, ...change },
        }),
      )
    expect(await trying({ authors: [article.id] })).toContain('byline')
    expect(await trying({ category: 'nowhere' })).toContain('no category')
    expect(await trying({ category: 'home' })).toContain('front page')
    const attrs = { media: 'a'.repeat(64), alt: '', decorative: true, caption: '', credit: '', width: 'text' }
    const body = { type: 'doc', content: [{ type: 'figure', attrs }] }
    expect(await trying({ body })).toContain('Pictures')
  })

  it('stamps a read time itself and keeps the stamp while the minutes stay', async () => {
    const newsroom = await openNewsroom()
    const { editor, chief, admin } = newsroom
    const { article } = await draftArticle(newsroom)
    const forged = { minutes: 5, by: admin.id, at: '2020-01-01T00:00:00.000Z' }
    const set = await keep(newsroom, editor, article.id, { ...article.content, readTime: forged })
    expect(set.article.content.readTime).toMatchObject({ minutes: 5, by: editor.id })
    expect(set.article.content.readTime?.at).not.toBe(forged.at)
    const touched = { ...set.article.content, standfirst: 'More', readTime: forged }
    const later = await keep(newsroom, chief, article.id, touched)
    expect(later.article.content.readTime).toEqual(set.article.content.readTime)
  })

  it('names who changed sealed content since the approval', async () => {
    const newsroom = await openNewsroom()
    const { article } = await approvedArticle(newsroom)
    expect(article.review.changedBy).toEqual([])
    const reopened = await keep(newsroom, newsroom.chief, article.id, {
      ...article.content,
      standfirst: 'New',
    })
    expect(reopened).toMatchObject({
      state: 'reopened',
      changedSinceApproval: ['Standfirst'],
      article: { review: { changedBy: [newsroom.chief.id] } },
    })
    const back = await keep(newsroom, newsroom.editor, article.id, article.content)
    expect(back).toMatchObject({ state: 'approved', changedSinceApproval: [] })
  })
})

describe('drafts', () => {
  it('offers unsaved text that differs from what is kept, to its person alone', async () => {
    const newsroom = await openNewsroom()
    const { room, editor, chief } = newsroom
    const { article } = await draftArticle(newsroom)
    const content = { ...article.content, headline: 'Unsaved' }
    valueOf(await writeDraft(room, editor, { id: article.id, basedOn: 2, content }))
    expect(valueOf(await openArticle(room, editor, article)).draft).toMatchObject({ basedOn: 2, content })
    expect(valueOf(await openArticle(room, chief, article)).draft).toBeNull()
    expect(valueOf(await listDrafts(room, editor))).toMatchObject([
      { article: article.id, headline: 'Unsaved' },
    ])
    valueOf(await discardDraft(room, editor, article))
    expect(valueOf(await listDrafts(room, editor))).toEqual([])
  })

  it('forgets a draft once its text is kept, but not what was typed after', async () => {
    const newsroom = await openNewsroom()
    const { room, editor, clock } = newsroom
    const { article } = await draftArticle(newsroom)
    const typed = { id: article.id, basedOn: 2, content: { ...article.content, headline: 'Second' } }
    valueOf(await writeDraft(room, editor, typed))
    valueOf(await keepArticle(room, editor, typed))
    expect(await room.library.drafts.find(article.id, editor.id)).toBeNull()

    const kept = clock.now
    clock.now = new Date(kept.getTime() + 60_000)
    valueOf(await writeDraft(room, editor, { ...typed, content: { ...typed.content, headline: 'Third' } }))
    clock.now = kept
    valueOf(
      await keepArticle(room, editor, { ...typed, basedOn: 3, content: { ...typed.content, tags: ['a'] } }),
    )
    expect(await room.library.drafts.find(article.id, editor.id)).toMatchObject({
      content: { headline: 'Third' },
    })
  })

  it('keeps what was typed while a keep waited for its turn', async () => {
    const newsroom = await openNewsroom()
    const { room, editor } = newsroom
    const { article } = await draftArticle(newsroom)
    const typed = (headline: string) => ({
      id: article.id,
      basedOn: article.revision,
      content: { ...article.content, headline },
    })
    let goOn = (): void => undefined
    void room.keeps(() => new Promise<void>((resolve) => (goOn = resolve)))
    const kept = keepArticle(room, editor, typed('Flood rises'))
    valueOf(await writeDraft(room, editor, typed('Flood rises again')))
    goOn()
    valueOf(await kept)
    const opened = valueOf(await openArticle(room, editor, { id: article.id }))
    expect(opened.draft?.content.headline).toBe('Flood rises again')
  })

  it('keeps what the same person typed before at another window', async () => {
    const newsroom = await openNewsroom()
    const { room, editor, clock } = newsroom
    const { article } = await draftArticle(newsroom)
    const typed = (headline: string) => ({
      id: article.id,
      basedOn: article.revision,
      content: { ...article.content, headline },
    })
    valueOf(await writeDraft(room, editor, typed('From the other window')))
    clock.now = new Date(clock.now.getTime() + 60_000)
    valueOf(await keepArticle(room, editor, typed('From this window')))
    const opened = valueOf(await openArticle(room, editor, { id: article.id }))
    expect(opened.draft?.content.headline).toBe('From the other window')
  })

  it('does not offer a draft that differs only in what the desk settles', async () => {
    const newsroom = await openNewsroom()
    const { room, editor } = newsroom
    const { article } = await draftArticle(newsroom)
    const content = { ...article.content, slug: { text: 'old', follows: true } }
    valueOf(await writeDraft(room, editor, { id: article.id, basedOn: 2, content }))
    expect(valueOf(await openArticle(room, editor, article)).draft).toBeNull()
  })
})

describe('slugs', () => {
  it('follow the headline, each its own', async () => {
    const newsroom = await openNewsroom()
    const first = await draftArticle(newsroom, 'Flood')
    const second = await draftArticle(newsroom, 'Flood')
    expect(first.article.content.slug.text).toBe('flood')
    expect(second.article.content.slug.text).toBe('flood-2')
    const third = await draftArticle(newsroom, '???')
    expect(third.article.content.slug.text).toBe(`article-${third.article.id.slice(-8).toLowerCase()}`)
  })

  it('are each their own even when two are kept at once', async () => {
    const newsroom = await openNewsroom()
    const { room, editor } = newsroom
    const made = await Promise.all([1, 2, 3].map(() => createArticle(room, editor)))
    const kept = await Promise.all(
      made.map((one) => {
        const { id } = valueOf(one).article
        return keepArticle(room, editor, { id, basedOn: 1, content: completeContent(newsroom, 'Same') })
      }),
    )
    const slugs = kept.map((one) => valueOf(one).article.content.slug.text)
    expect(slugs.sort()).toEqual(['same', 'same-2', 'same-3'])
  })

  it('keep their number when the plain one gets free, and stay as typed', async () => {
    const newsroom = await openNewsroom()
    const { editor } = newsroom
    const first = await draftArticle(newsroom, 'Flood')
    const second = await draftArticle(newsroom, 'Flood')
    const typed = { ...first.article.content, slug: { text: 'the-flood', follows: false } }
    expect((await keep(newsroom, editor, first.article.id, typed)).article.content.slug.text).toBe(
      'the-flood',
    )
    const touched = { ...second.article.content, standfirst: 'More' }
    expect((await keep(newsroom, editor, second.article.id, touched)).article.content.slug.text).toBe(
      'flood-2',
    )
    const renamed = await keep(newsroom, editor, first.article.id, { ...typed, headline: 'Deluge' })
    expect(renamed.article.content.slug).toEqual({ text: 'the-flood', follows: false })
  })

  it('make room for a number behind the longest one', async () => {
    const newsroom = await openNewsroom()
    const { room, editor } = newsroom
    const slug = { text: 'a'.repeat(88), follows: false }
    for (const length of [88, 80, 82]) {
      const { article } = valueOf(await createArticle(room, editor))
      const kept = await keep(newsroom, editor, article.id, { ...emptyContent('en'), slug })
      expect(kept.article.content.slug.text).toHaveLength(length)
    }
  })
})
