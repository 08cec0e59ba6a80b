import { describe, expect, it } from 'vitest'
import { oneAtATime, Turns } from './turns'

describe('turns', () => {
  it('go in the order of asking, and on after a failure', async () => {
    const inTurn = oneAtATime()
    const done: string[] = []
    const failed = inTurn(async () => {
      await Promise.resolve()
      done.push('first')
      throw new Error('no')
    })
    const second = inTurn(async () => void done.push('second'))
    await expect(failed).rejects.toThrow('no')
    await second
    expect(done).toEqual(['first', 'second'])
  })

  it('wait only for those under the same key', async () => {
    const turns = new Turns()
    let goOn = (): void => undefined
    const waiting = turns.take('a', () => new Promise<void>((resolve) => (goOn = resolve)))
    expect(await turns.take('b', async () => 'done')).toBe('done')
    goOn()
    await waiting
    await turns.idle()
  })
})
