import { describe, expect, it } from 'vitest'
import { wholeQueue } from '../../shared/review/queue-filter'
import { listViews, noteLook, removeView, saveView } from './queue-views'
import { openNewsroom, refusalOf, valueOf } from './testing/newsroom'

describe('views of the queue', () => {
  it('are each person’s own, in the order of their names; saving a name again changes its filter', async () => {
    const { room, chief, otherChief } = await openNewsroom()
    const save = (name: string, filter = wholeQueue) => saveView(room, chief, { name, filter })
    valueOf(await save('Sports, urgent'))
    valueOf(await save('Mine', { ...wholeQueue, assignee: 'me' }))
    const views = valueOf(await save('mine', { ...wholeQueue, assignee: 'nobody' }))
    expect(views.map(({ name, filter }) => [name, filter.assignee])).toEqual([
      ['mine', 'nobody'],
      ['Sports, urgent', 'anyone'],
    ])
    expect(valueOf(await listViews(room, chief))).toEqual(views)
    expect(valueOf(await listViews(room, otherChief))).toEqual([])
    expect(valueOf(await removeView(room, chief, { id: views[0]?.id ?? '' }))).toHaveLength(1)
  })

  it('are not kept without end', async () => {
    const { room, chief } = await openNewsroom()
    for (let number = 1; number <= 50; number += 1)
      valueOf(await saveView(room, chief, { name: `View ${number}`, filter: wholeQueue }))
    expect(refusalOf(await saveView(room, chief, { name: 'One more', filter: wholeQueue }))).toContain(
      'remove one first',
    )
  })

  it('a look at a library that can only be read is not noted, and nobody is bothered', async () => {
    const { room, chief } = await openNewsroom()
    room.library.readOnlyBecause = 'it is open elsewhere'
    valueOf(await noteLook(room, chief, { at: '2026-03-01T18:00:00.000Z' }))
    expect(await room.library.deskViews.looked(chief.id)).toBeNull()
  })
})
