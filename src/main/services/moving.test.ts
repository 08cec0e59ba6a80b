import { describe, expect, it } from 'vitest'
import { openArticle, readHistory } from './articles'
import { flagArticle, moveArticle } from './moving'
import { saveAuthor } from './authors'
import {
  approvedArticle,
  draftArticle,
  keep,
  make,
  openNewsroom,
  refusalOf,
  valueOf,
} from './testing/newsroom'
import { viewArticle } from './view'

describe('moves', () => {
  it('take an article from draft to approval, and the log tells the story', async () => {
    const newsroom = await openNewsroom()
    const { room, editor, chief, otherChief, events } = newsroom
    const { article } = await draftArticle(newsroom)
    events.length = 0
    const approved = await make(
      newsroom,
      article.id,
      [editor, 'submit'],
      [chief, 'start-review'],
      [chief, 'request-changes', 'Shorter, please'],
      [editor, 'submit'],
      [otherChief, 'start-review'],
      [otherChief, 'approve'],
    )
    expect(approved).toMatchObject({ state: 'approved', changedSinceApproval: [] })
    expect(approved.names[otherChief.id]).toBe('Conrad')
    expect(events).toHaveLength(6)
    const history = valueOf(await readHistory(room, null, article))
    expect(history.map(({ by, action, to, note }) => [by, action, to, note])).toEqual([
      ['Edda', 'created', 'Draft', ''],
      ['Edda', 'submitted', 'Submitted', ''],
      ['Cleo', 'started the review of', 'In review', ''],
      ['Cleo', 'requested changes to', 'Changes requested', 'Shorter, please'],
      ['Edda', 'submitted', 'Submitted', ''],
      ['Conrad', 'started the review of', 'In review', ''],
      ['Conrad', 'approved', 'Approved', ''],
    ])
  })

  it('are refused with every reason', async () => {
    const newsroom = await openNewsroom()
    const { room, editor, chief } = newsroom
    const { article } = await draftArticle(newsroom)
    await keep(newsroom, editor, article.id, { ...article.content, headline: 'TK', category: null })
    const refused = await moveArticle(room, editor, { id: article.id, move: 'submit', note: '' })
    expect(refusalOf(refused)).toContain('category')
    expect(refusalOf(refused)).toContain('placeholder')
    expect(
      refusalOf(await moveArticle(room, chief, { id: article.id, move: 'approve', note: '' })),
    ).toContain('not possible while the article is draft')
  })

  it('do not let somebody approve their own change', async () => {
    const newsroom = await openNewsroom()
    const { room, editor, chief, otherChief } = newsroom
    const { article } = await draftArticle(newsroom)
    await make(newsroom, article.id, [editor, 'submit'], [chief, 'start-review'])
    await keep(newsroom, chief, article.id, { ...article.content, headline: 'Mine now' })
    const approve = { id: article.id, move: 'approve', note: '' } as const
    expect(refusalOf(await moveArticle(room, chief, approve))).toContain('somebody else has to approve')
    expect(valueOf(await moveArticle(room, otherChief, approve)).state).toBe('approved')
  })

  it('are refused when another revision than the one that was looked at is kept', async () => {
    const newsroom = await openNewsroom()
    const { room, editor, chief, otherChief } = newsroom
    const { article } = await draftArticle(newsroom)
    await make(newsroom, article.id, [editor, 'submit'], [chief, 'start-review'])
    await keep(newsroom, chief, article.id, { ...article.content, headline: 'Behind your back' })
    const approve = { id: article.id, move: 'approve', note: '' } as const
    expect(refusalOf(await moveArticle(room, otherChief, { ...approve, seen: 2 }))).toContain(
      'changed meanwhile',
    )
    expect(valueOf(await moveArticle(room, otherChief, { ...approve, seen: 3 })).state).toBe('approved')
  })

  it('never export: that needs the site', async () => {
    const newsroom = await openNewsroom()
    const { article } = await approvedArticle(newsroom)
    const refused = await moveArticle(newsroom.room, newsroom.production, {
      id: article.id,
      move: 'export',
      note: '',
    })
    expect(refusalOf(refused)).toContain('move-refused')
    const seen = valueOf(await openArticle(newsroom.room, newsroom.admin, article))
    expect(seen.moves.map(({ move }) => move)).not.toContain('export')
  })

  it('are offered by role and state, the impossible ones with their reasons', async () => {
    const newsroom = await openNewsroom()
    const { room, editor, chief } = newsroom
    const { article } = await draftArticle(newsroom)
    await make(newsroom, article.id, [editor, 'submit'], [chief, 'start-review'])
    const edited = await keep(newsroom, chief, article.id, { ...article.content, headline: 'Mine' })
    const offer = (move: string) => edited.moves.find((one) => one.move === move)?.reasons
    expect(offer('request-changes')).toEqual([])
    expect(offer('approve')).toHaveLength(1)
    expect(offer('submit')).toBeUndefined()
    expect(viewArticle(room, null, edited.article)).toMatchObject({
      moves: [],
      editRefusal: 'nobody is signed in.',
    })
  })
})

describe('flags', () => {
  it('hold an approval back until they are done', async () => {
    const newsroom = await openNewsroom()
    const { room, editor, chief } = newsroom
    const { article } = await draftArticle(newsroom)
    await make(newsroom, article.id, [editor, 'submit'], [chief, 'start-review'])
    const { id } = article
    expect(refusalOf(await flagArticle(room, editor, { id, flag: 'legal', value: 'done' }))).toContain(
      'not-allowed',
    )
    valueOf(await flagArticle(room, chief, { id, flag: 'legal', value: 'required' }))
    expect(refusalOf(await moveArticle(room, chief, { id, move: 'approve', note: '' }))).toContain('Legal')
    const done = valueOf(await flagArticle(room, chief, { id, flag: 'legal', value: 'done' }))
    expect(done.article.review.flags.legal).toMatchObject({ doneBy: chief.id })
    expect(valueOf(await readHistory(room, null, { id })).at(-1)).toMatchObject({
      action: 'set Legal of',
      from: 'Required',
      to: 'Done',
    })
  })
})

describe('a byline’s new name', () => {
  it('reopens what was approved under the old one', async () => {
    const newsroom = await openNewsroom()
    const { room, chief, author } = newsroom
    const { article } = await approvedArticle(newsroom)
    const { id, avatar, biography } = author
    const renamed = valueOf(await saveAuthor(room, chief, { id, avatar, biography, name: 'S. Artillero' }))
    expect(renamed.slug).toBe('shella-artillero')
    const seen = valueOf(await openArticle(room, chief, article))
    expect(seen).toMatchObject({ state: 'reopened', changedSinceApproval: ['Author'] })
  })

  it('is a change by whoever gives it, who cannot approve it', async () => {
    const newsroom = await openNewsroom()
    const { room, chief, otherChief, author } = newsroom
    const { article } = await approvedArticle(newsroom)
    valueOf(await saveAuthor(room, chief, { ...author, biography: 'Writes.' }))
    expect(valueOf(await room.library.articles.find(article.id)).review.changedBy).toEqual([])
    valueOf(await saveAuthor(room, chief, { ...author, name: 'S. Artillero' }))
    const { review, revision } = valueOf(await room.library.articles.find(article.id))
    expect([review.changedBy, revision]).toEqual([[chief.id], article.revision])
    await make(newsroom, article.id, [otherChief, 'start-review'])
    const approve = { id: article.id, move: 'approve', note: '' } as const
    expect(refusalOf(await moveArticle(room, chief, approve))).toContain('somebody else has to approve')
    expect(valueOf(await moveArticle(room, otherChief, approve)).state).toBe('approved')
  })
})
