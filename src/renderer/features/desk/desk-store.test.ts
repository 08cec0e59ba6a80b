import { beforeEach, describe, expect, it, vi } from 'vitest'
import { err, ok } from '../../../shared/kernel/result'
import { createFakeGalley, fakeId, fakeList, fakeSummary, type FakeGalley } from '../../testing/fake-galley'
import { inWindow } from '../../testing/in-window'
import { useSession } from '../../stores/session-store'
import { useDesk } from './desk-store'

let galley: FakeGalley
let all = Array.from({ length: 350 }, (_, number) => fakeSummary(number))
beforeEach(() => {
  all = Array.from({ length: 350 }, (_, number) => fakeSummary(number))
  galley = createFakeGalley({ 'article.list': (input) => ok(fakeList(all, input)) })
})

async function openDesk() {
  const { desk, session } = inWindow(galley, () => ({ desk: useDesk(), session: useSession() })).value
  await session.load()
  await vi.waitFor(() => expect(desk.total).toBe(350))
  return { desk, session }
}
const offsets = () => galley.asked.flatMap((one) => (one.name === 'article.list' ? [one.input.offset] : []))
const lastAsked = () => galley.asked.findLast((one) => one.name === 'article.list')?.input

describe('the desk', () => {
  it('fetches a page at first, and further ones once each as they come into view', async () => {
    const { desk } = await openDesk()
    expect(offsets()).toEqual([0])
    desk.need(80, 130)
    desk.need(90, 140)
    await vi.waitFor(() => expect(desk.rows.get(140)?.headline).toBe('Headline 140'))
    expect(offsets()).toEqual([0, 100])
    desk.need(340, 349)
    await vi.waitFor(() => expect(desk.rows.get(349)).toBeDefined())
    expect(offsets()).toEqual([0, 100, 300])
  })

  it('asks anew, from the top, when filters or the order change', async () => {
    const { desk } = await openDesk()
    desk.toggle('states', 'approved')
    await vi.waitFor(() => expect(lastAsked()).toMatchObject({ states: ['approved'], offset: 0 }))
    desk.sortBy('headline')
    await vi.waitFor(() => expect(lastAsked()).toMatchObject({ sort: 'headline', descending: false }))
    desk.sortBy('headline')
    await vi.waitFor(() => expect(lastAsked()).toMatchObject({ sort: 'headline', descending: true }))
    expect(desk.filtered).toBe(true)
    desk.clearFilters()
    await vi.waitFor(() => expect(lastAsked()).toMatchObject({ states: [], sort: 'headline' }))
    expect(desk.filtered).toBe(false)
  })

  it('shows the answer to the last question, whichever comes last', async () => {
    const { desk } = await openDesk()
    const answers: (() => void)[] = []
    galley.answer('article.list', (input) => {
      const rows = [fakeSummary(0, { headline: `Found ${input.search}` })]
      return new Promise((give) => answers.push(() => give(ok(fakeList(rows, input)))))
    })
    desk.wanted.search = 'first'
    await vi.waitFor(() => expect(answers).toHaveLength(1))
    desk.wanted.search = 'second'
    await vi.waitFor(() => expect(answers).toHaveLength(2))
    answers[1]?.()
    await vi.waitFor(() => expect(desk.rows.get(0)?.headline).toBe('Found second'))
    answers[0]?.()
    await Promise.resolve()
    expect(desk.rows.get(0)?.headline).toBe('Found second')
    expect(desk.rows.size).toBe(1)
  })

  it('follows changes, fetching only what is in view', async () => {
    const { desk } = await openDesk()
    desk.need(0, 30)
    desk.need(200, 230)
    await vi.waitFor(() => expect(desk.rows.get(230)).toBeDefined())
    all[210] = fakeSummary(210, { headline: 'Changed elsewhere' })
    galley.asked.length = 0
    galley.tell('article.changed', { id: fakeId(1210), revision: 2 })
    await vi.waitFor(() => expect(desk.rows.get(210)?.headline).toBe('Changed elsewhere'))
    expect(offsets()).toEqual([200])
    expect(desk.rows.has(0)).toBe(false)
  })

  it('keeps what it shows when asking fails, and can try again', async () => {
    const { desk } = await openDesk()
    galley.answer('article.list', () =>
      err({ code: 'damaged-file', path: 'x', reason: 'cut', movedTo: null }),
    )
    await desk.refresh()
    expect(desk.error?.code).toBe('damaged-file')
    expect(desk.rows.get(0)?.headline).toBe('Headline 0')
    galley.answer('article.list', (input) => ok(fakeList(all, input)))
    await desk.refresh()
    expect(desk.error).toBeNull()
  })
})
