import { setTimeout } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { atMost } from './at-most'

it('never does more at once, does everything, and goes on after a failure', async () => {
  const inTurn = atMost(2)
  let running = 0
  let most = 0
  const work = (place: number) => async (): Promise<number> => {
    running += 1
    most = Math.max(most, running)
    await setTimeout(2)
    running -= 1
    if (place === 1) throw new Error('failed')
    return place
  }
  const done = await Promise.allSettled([0, 1, 2, 3, 4].map((place) => inTurn(work(place))))
  expect(done.map((one) => (one.status === 'fulfilled' ? one.value : 'failed'))).toEqual([
    0,
    'failed',
    2,
    3,
    4,
  ])
  expect(most).toBe(2)
  expect(await inTurn(work(5))).toBe(5)
})
