import { describe, expect, it } from 'vitest'
import { ok } from '../../../../shared/kernel/result'
import { wholeQueue } from '../../../../shared/review/queue-filter'
import { createFakeGalley, fakeSession } from '../../../testing/fake-galley'
import { inWindow } from '../../../testing/in-window'
import { useSession } from '../../../stores/session-store'
import { fakeQueue, fakeRow } from './fake-queue'
import { useReviewQueue } from './queue-store'

const rows = [
  fakeRow(1, { priority: 'urgent' }),
  fakeRow(2, { news: 'arrived' }),
  fakeRow(3, { categoryId: 'sports', category: 'Sports' }),
]

async function openQueue() {
  const galley = createFakeGalley({
    'session.state': () => ok(fakeSession()),
    'review.queue': () => ok(fakeQueue(rows)),
  })
  const { session, queue } = inWindow(galley, () => ({
    session: useSession(),
    queue: useReviewQueue(),
  })).value
  await session.load()
  await queue.load()
  const shown = () => queue.shown.map(({ headline }) => headline)
  return { galley, queue, shown }
}

describe('the queue in a window', () => {
  it('shows what the filter lets through, in the order that is wanted', async () => {
    const { queue, shown } = await openQueue()
    expect(shown()).toEqual(['Headline 1', 'Headline 2', 'Headline 3'])
    queue.sort = 'newest'
    expect(shown()).toEqual(['Headline 3', 'Headline 2', 'Headline 1'])
    queue.show({ ...wholeQueue, categories: ['sports'] })
    expect(shown()).toEqual(['Headline 3'])
    queue.show(wholeQueue)
    queue.onlyNews = true
    expect(shown()).toEqual(['Headline 2'])
  })

  it('asks for other states only when the filter names them', async () => {
    const { galley, queue } = await openQueue()
    queue.show({ ...wholeQueue, states: ['submitted'] })
    queue.show({ ...wholeQueue, states: ['on-hold'] })
    const asked = galley.asked.filter(({ name }) => name === 'review.queue').map(({ input }) => input)
    expect(asked).toEqual([{ also: [] }, { also: ['on-hold'] }])
  })

  it('forgets what is chosen once it is not shown', async () => {
    const { queue } = await openQueue()
    queue.chooseAll()
    queue.show({ ...wholeQueue, priorities: ['urgent'] })
    expect(queue.chosen).toEqual([rows[0]?.id])
  })

  it('notes the look of the queue that was loaded, not of the moment it is left', async () => {
    const { galley, queue } = await openQueue()
    await queue.seeAll()
    expect(galley.asked).toContainEqual({ name: 'queue.looked', input: { at: '2026-01-06T12:00:00.000Z' } })
  })
})
