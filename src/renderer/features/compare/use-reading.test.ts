import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { ref } from 'vue'
import { ok } from '../../../shared/kernel/result'
import { createFakeGalley, fakeId } from '../../testing/fake-galley'
import { inWindow } from '../../testing/in-window'
import { useReading } from './use-reading'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

it('tells what others kept, then notes what is read, once it was in view for a while', async () => {
  const galley = createFakeGalley({
    'article.since-read': () => ok({ read: 2, revisions: 3, by: ['Rhys', 'Tomasz'] }),
    'article.read': () => ok({}),
  })
  const revision = ref(5)
  const { value: news, app } = inWindow(galley, () => useReading(fakeId(9), () => revision.value))
  await vi.advanceTimersByTimeAsync(2900)
  expect(news.value).toEqual({ read: 2, revisions: 3, by: ['Rhys', 'Tomasz'] })
  expect(galley.asked.map(({ name }) => name)).toEqual(['article.since-read'])
  await vi.advanceTimersByTimeAsync(200)
  revision.value = 6
  await vi.advanceTimersByTimeAsync(1000)
  app.unmount()
  await vi.advanceTimersByTimeAsync(5000)
  expect(galley.asked.at(-1)).toEqual({ name: 'article.read', input: { id: fakeId(9), revision: 5 } })
  expect(galley.asked).toHaveLength(2)
})

it('says nothing of an article that was never read', async () => {
  const galley = createFakeGalley({ 'article.since-read': () => ok({ read: null, revisions: 0, by: [] }) })
  const { value: news } = inWindow(galley, () => useReading(fakeId(9), () => 1))
  await vi.advanceTimersByTimeAsync(100)
  expect(news.value).toBeNull()
})
