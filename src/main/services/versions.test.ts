import { describe, expect, it } from 'vitest'
import { breakLock } from './locking'
import { keepArticle } from './keeping'
import { completeContent, draftArticle, keep, make, openNewsroom, valueOf } from './testing/newsroom'
import { listRevisions, noteReading, sinceRead } from './versions'

describe('kept revisions', () => {
  it('are given a page at a time, with what was done with each', async () => {
    const newsroom = await openNewsroom()
    const { room, editor, chief } = newsroom
    const { article } = await draftArticle(newsroom)
    const { id } = article
    for (const headline of ['Two', 'Three', 'Four'])
      await keep(newsroom, editor, id, completeContent(newsroom, headline))
    await make(newsroom, id, [editor, 'submit'], [chief, 'start-review'])

    const newest = valueOf(await listRevisions(room, editor, { id, below: null, limit: 2 }))
    expect(newest).toMatchObject({ total: 5, rows: [{ revision: 5, by: 'Edda', words: 4 }, { revision: 4 }] })
    expect(newest.rows[0]?.events.map(({ action }) => action)).toEqual(['submitted', 'started the review of'])
    const older = valueOf(await listRevisions(room, editor, { id, below: 4, limit: 10 }))
    expect(older.rows.map(({ revision }) => revision)).toEqual([3, 2, 1])
  })

  it('say that they restored an earlier one, or merged two texts', async () => {
    const newsroom = await openNewsroom()
    const { room, editor } = newsroom
    const { article } = await draftArticle(newsroom, 'First')
    const { id } = article
    await keep(newsroom, editor, id, completeContent(newsroom, 'Second'))
    const kept = async (headline: string, kind: 'restored' | 'merged', basedOn: number) =>
      valueOf(
        await keepArticle(room, editor, {
          id,
          basedOn,
          content: completeContent(newsroom, headline),
          because: { kind, revision: 2 },
        }),
      )
    await kept('First', 'restored', 3)
    await kept('Third', 'merged', 4)
    await kept('Third', 'restored', 5)
    const { rows } = valueOf(await listRevisions(room, editor, { id, below: null, limit: 2 }))
    expect(rows).toMatchObject([
      { revision: 5, events: [{ action: 'merged their text with revision 2 of', by: 'Edda' }] },
      { revision: 4, events: [{ action: 'restored revision 2 of' }] },
    ])
  })

  it('say who took the editing over from somebody else', async () => {
    const newsroom = await openNewsroom()
    const { room, editor, chief } = newsroom
    const { article } = await draftArticle(newsroom)
    const { id } = article
    const theirs = { person: editor.id, tell: () => room.locks.release(id, theirs) }
    room.locks.take(id, theirs, editor.id)
    valueOf(await breakLock(room, chief, { id }, { person: chief.id, tell: () => undefined }))
    const { rows } = valueOf(await listRevisions(room, chief, { id, below: null, limit: 1 }))
    expect(rows[0]?.events).toMatchObject([{ by: 'Cleo', action: 'took over the editing of' }])
  })
})

describe('what was kept since somebody last read', () => {
  it('counts the revisions of others, and nothing for who never read it', async () => {
    const newsroom = await openNewsroom()
    const { room, editor, chief, otherChief } = newsroom
    const { article } = await draftArticle(newsroom)
    const { id } = article
    const since = async () => valueOf(await sinceRead(room, chief, { id }))
    expect(await since()).toEqual({ read: null, revisions: 0, by: [] })

    valueOf(await noteReading(room, chief, { id, revision: 2 }))
    expect(await since()).toEqual({ read: 2, revisions: 0, by: [] })
    await keep(newsroom, editor, id, completeContent(newsroom, 'Two'))
    await keep(newsroom, chief, id, completeContent(newsroom, 'Three'))
    await keep(newsroom, otherChief, id, completeContent(newsroom, 'Four'))
    expect(await since()).toEqual({ read: 2, revisions: 2, by: ['Conrad', 'Edda'] })

    valueOf(await noteReading(room, chief, { id, revision: 99 }))
    expect(await since()).toEqual({ read: 5, revisions: 0, by: [] })
    expect(valueOf(await sinceRead(room, null, { id })).read).toBeNull()
  })

  it('is not noted in a library that can only be read', async () => {
    const newsroom = await openNewsroom()
    const { article } = await draftArticle(newsroom)
    const { id } = article
    const room = { ...newsroom.room, library: { ...newsroom.room.library, readOnlyBecause: 'elsewhere' } }
    expect(await noteReading(room, newsroom.chief, { id, revision: 1 })).toEqual({ ok: true, value: {} })
    expect(await room.library.reading.find(newsroom.chief.id, id)).toBeNull()
  })
})
