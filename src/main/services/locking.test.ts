import { beforeEach, describe, expect, it } from 'vitest'
import { writeDraft } from './drafts'
import { createEditLocks, type Holder } from './edit-locks'
import { breakLock, takeLock } from './locking'
import { bodyOf, completeContent, draftArticle, keep, openNewsroom, valueOf } from './testing/newsroom'
import type { Newsroom } from './testing/newsroom'

let newsroom: Newsroom
let id: string
beforeEach(async () => {
  newsroom = await openNewsroom()
  const { room } = newsroom
  room.locks = createEditLocks(room.now, room.announce, 5)
  id = (await draftArticle(newsroom)).article.id
})

/** A window that never answers. */
const windowOf = (person: { id: string }): Holder => ({ person: person.id, tell: () => undefined })

describe('taking over from a window that does not answer', () => {
  it('leaves a draft that a newer revision has overtaken to its person', async () => {
    const { room, editor, chief } = newsroom
    const content = { ...completeContent(newsroom, 'Flood'), body: bodyOf('It rained.') }
    await keep(newsroom, chief, id, { ...content, body: bodyOf('It snowed.') })
    valueOf(await takeLock(room, editor, { id }, windowOf(editor)))
    valueOf(await writeDraft(room, editor, { id, basedOn: 2, content }))

    expect(valueOf(await breakLock(room, chief, { id }, windowOf(chief)))).toMatchObject({ kept: null })
    expect(valueOf(await room.library.articles.find(id)).content.body).toEqual(bodyOf('It snowed.'))
    expect((await room.library.drafts.find(id, editor.id))?.content.body).toEqual(bodyOf('It rained.'))
  })

  it('gives the lock to whoever asked first', async () => {
    const { room, editor, chief, admin } = newsroom
    valueOf(await takeLock(room, editor, { id }, windowOf(editor)))
    const asked = [chief, admin].map((person) => breakLock(room, person, { id }, windowOf(person)))
    const [first, second] = await Promise.all(asked)
    expect(first).toMatchObject({ value: { holder: { name: 'Cleo', at: 'here' } } })
    expect(second).toMatchObject({ value: { holder: { name: 'Cleo', at: 'elsewhere' } } })
    const rows = valueOf(await room.library.articles.log(id))
    expect(rows.filter(({ action }) => action === 'take over').map(({ by }) => by)).toEqual([chief.id])
  })
})
