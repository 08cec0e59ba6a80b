import { describe, expect, it } from 'vitest'
import type { QueueRow } from '../../shared/contract'
import { moveArticle } from './moving'
import { planArticle } from './queue'
import { noteLook } from './queue-views'
import { queueCounts, reviewQueue } from './review-queue'
import {
  approvedArticle,
  draftArticle,
  keep,
  make,
  openNewsroom,
  valueOf,
  type Newsroom,
} from './testing/newsroom'
import { useSiteFolder } from '../testing/site-folder'

const { exportNow } = useSiteFolder()

async function submitted(newsroom: Newsroom, headline: string, note = ''): Promise<string> {
  const { article } = await draftArticle(newsroom, headline)
  await make(newsroom, article.id, [newsroom.editor, 'submit', note])
  return article.id
}

async function queueOf(newsroom: Newsroom, person = newsroom.chief): Promise<QueueRow[]> {
  return valueOf(await reviewQueue(newsroom.room, person, {})).rows
}

describe('the review queue', () => {
  it('shows what waits, longest first, a reopened article by who reopened it', async () => {
    const newsroom = await openNewsroom()
    const { chief } = newsroom
    const first = await approvedArticle(newsroom, 'Reopened later')
    await submitted(newsroom, 'Waiting', 'Please look')
    await keep(newsroom, chief, first.article.id, { ...first.article.content, standfirst: 'New' })
    await draftArticle(newsroom, 'Not waiting')
    expect(
      (await queueOf(newsroom)).map(({ headline, state, by, note }) => [headline, state, by, note]),
    ).toEqual([
      ['Waiting', 'submitted', 'Edda', 'Please look'],
      ['Reopened later', 'reopened', 'Cleo', ''],
    ])
  })

  it('lets a corrected article wait since its correction, not since it was approved', async () => {
    const newsroom = await openNewsroom()
    const { article } = await approvedArticle(newsroom, 'On the site')
    await exportNow(newsroom)
    await submitted(newsroom, 'Waiting')
    await make(newsroom, article.id, [newsroom.chief, 'correct', 'It was the other river.'])
    expect(await queueOf(newsroom)).toMatchObject([
      { headline: 'Waiting' },
      { headline: 'On the site', state: 'reopened', by: 'Cleo', note: 'It was the other river.' },
    ])
  })

  it('puts what is urgent and what is due first', async () => {
    const newsroom = await openNewsroom()
    const { room, chief } = newsroom
    const [, second, third] = [
      await submitted(newsroom, 'Can wait'),
      await submitted(newsroom, 'Due at noon'),
      await submitted(newsroom, 'Urgent'),
    ]
    valueOf(await planArticle(room, chief, { id: second, due: '2026-03-01T12:00:00.000Z' }))
    valueOf(await planArticle(room, chief, { id: third, priority: 'urgent' }))
    expect(await queueOf(newsroom)).toMatchObject([
      { headline: 'Urgent', priority: 'urgent', due: null },
      { headline: 'Due at noon', priority: 'normal', due: '2026-03-01T12:00:00.000Z' },
      { headline: 'Can wait' },
    ])
  })

  it('lists what was put aside only when it is asked for', async () => {
    const newsroom = await openNewsroom()
    const { room, chief } = newsroom
    const id = await submitted(newsroom, 'Held')
    await make(newsroom, id, [chief, 'hold', 'The lawyer reads it'])
    expect(await queueOf(newsroom)).toEqual([])
    const also = valueOf(await reviewQueue(room, chief, { also: ['on-hold'] }))
    expect(also.rows).toMatchObject([{ headline: 'Held', note: 'The lawyer reads it' }])
  })

  it('is read from the index, without opening an article', async () => {
    const newsroom = await openNewsroom()
    await submitted(newsroom, 'One')
    const { articles } = newsroom.room.library
    articles.find = () => Promise.reject(new Error('The queue opened an article'))
    expect(await queueOf(newsroom)).toHaveLength(1)
  })

  it('marks what others did since a person last looked', async () => {
    const newsroom = await openNewsroom()
    const { room, editor, chief } = newsroom
    const seen = await submitted(newsroom, 'Seen')
    const changed = await submitted(newsroom, 'Changed')
    const first = valueOf(await reviewQueue(room, chief, {}))
    expect(first.looked).toBeNull()
    expect(first.rows.map(({ news }) => news)).toEqual([null, null])
    valueOf(await noteLook(room, chief, { at: first.at }))
    await make(newsroom, seen, [chief, 'start-review'])
    await make(newsroom, changed, [chief, 'start-review'])
    const { article } = valueOf(await moveArticle(room, chief, { id: changed, move: 'hold', note: 'a' }))
    await make(newsroom, changed, [chief, 'resume'])
    await keep(newsroom, newsroom.otherChief, changed, { ...article.content, standfirst: 'Better' })
    await submitted(newsroom, 'Just in')
    const news = async (person: typeof chief) =>
      Object.fromEntries((await queueOf(newsroom, person)).map((row) => [row.headline, row.news]))
    expect(await news(chief)).toEqual({ Seen: null, Changed: 'changed', 'Just in': 'arrived' })
    expect(await news(editor)).toEqual({ Seen: null, Changed: null, 'Just in': null })
  })

  it('counts what waits for everybody, and what asks for one person', async () => {
    const newsroom = await openNewsroom()
    const { room, editor, chief } = newsroom
    const [taken, back] = [await submitted(newsroom, 'Taken'), await submitted(newsroom, 'Sent back')]
    await submitted(newsroom, 'Waits')
    await make(newsroom, taken, [chief, 'start-review'])
    await make(newsroom, back, [chief, 'start-review'], [chief, 'request-changes', 'Shorter'])
    const none = { waiting: 2, taken: 0, changesRequested: 0, mentions: 0 }
    expect(valueOf(await queueCounts(room, chief))).toEqual({ ...none, taken: 1 })
    expect(valueOf(await queueCounts(room, editor))).toEqual({ ...none, changesRequested: 1 })
    expect(valueOf(await queueCounts(room, null))).toEqual(none)
  })
})
