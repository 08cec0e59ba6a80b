import { describe, expect, it } from 'vitest'
import { err, ok } from '../../../../shared/kernel/result'
import { createFakeGalley, fakeId } from '../../../testing/fake-galley'
import { inWindow } from '../../../testing/in-window'
import { useToasts } from '../../../ui'
import { fakeView } from '../fake-view'
import { fakeQueue, fakeRow } from './fake-queue'
import { useQueueDeeds } from './queue-deeds-store'
import { useReviewQueue } from './queue-store'

const rows = [fakeRow(1), fakeRow(2, { assignee: { id: fakeId(7), name: 'Cora' } })]
const [one, two] = rows.map(({ id }) => id) as [string, string]

async function openQueue() {
  const galley = createFakeGalley({ 'review.queue': () => ok(fakeQueue(rows)) })
  const window = inWindow(galley, () => ({
    queue: useReviewQueue(),
    deeds: useQueueDeeds(),
    toasts: useToasts(),
  }))
  await window.value.queue.load()
  return { galley, ...window.value }
}

describe('what is done in the queue', () => {
  it('reports those that refused, with their reasons, and none where all went well', async () => {
    const { galley, queue, deeds } = await openQueue()
    const refused = [
      { id: one, headline: 'Headline 1', refused: null },
      { id: two, headline: 'Headline 2', refused: 'It is in review.' },
    ]
    galley.answer('queue.move', () => ok(refused))
    queue.chooseAll()
    await deeds.move(queue.chosen, 'start-review')
    expect(deeds.report).toEqual({ title: 'Start review', rows: refused })
    expect(deeds.said).toBe('Start review: One article done, 1 refused.')
    expect(queue.chosen).toEqual([])
    galley.answer('queue.move', ({ ids }) => ok(ids.map((id) => ({ id, headline: '', refused: null }))))
    await deeds.move([one], 'start-review')
    expect(deeds.report).toBeNull()
  })

  it('takes a spike back from a toast, of those that were spiked', async () => {
    const { galley, deeds, toasts } = await openQueue()
    galley.answer('queue.move', ({ ids }) =>
      ok(ids.map((id) => ({ id, headline: '', refused: id === two ? 'Not now.' : null }))),
    )
    await deeds.move([one, two], 'spike')
    expect(toasts.toasts[0]?.text).toBe('One article spiked. Undo brings it back as a draft.')
    await toasts.toasts[0]?.undo()
    expect(galley.asked).toContainEqual({
      name: 'queue.move',
      input: { ids: [one], move: 'restore', note: '' },
    })
  })

  it('takes a review from the one who is seen to have it', async () => {
    const { galley, deeds } = await openQueue()
    galley.answer('queue.claim', ({ from }) =>
      from === undefined ? ok(fakeView()) : err({ code: 'queue-refused', reason: 'Conrad has it.' }),
    )
    await deeds.claim([one, two])
    expect(galley.asked).toContainEqual({ name: 'queue.claim', input: { id: one } })
    expect(galley.asked).toContainEqual({ name: 'queue.claim', input: { id: two, from: fakeId(7) } })
    expect(deeds.report?.rows.map(({ refused }) => refused)).toEqual([null, 'Conrad has it.'])
  })

  it('asks for a note before a move that needs one', async () => {
    const { galley, deeds } = await openQueue()
    deeds.begin([one], 'hold')
    expect(deeds.asking).toEqual({ kind: 'note', move: 'hold', ids: [one] })
    expect(galley.asked.map(({ name }) => name)).not.toContain('queue.move')
  })
})
