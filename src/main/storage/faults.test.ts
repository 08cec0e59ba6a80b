import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { failureOf } from './faults'

const failureIn = async (work: () => Promise<unknown>): Promise<unknown> =>
  work().catch((failure: unknown) => failure)

describe('a failure', () => {
  it('of the operating system becomes words', async () => {
    const failure = await failureIn(() => readFile('/nowhere/at/all'))
    expect(failureOf(failure, '/nowhere')).toMatchObject({
      error: { code: 'disk-write-failed', reason: 'the folder is gone' },
    })
  })

  it('that is a bug is thrown on, even where Node gives it a code', async () => {
    const bug = await failureIn(async () => readFile('no\0path'))
    expect(bug).toMatchObject({ code: 'ERR_INVALID_ARG_VALUE' })
    expect(() => failureOf(bug, '/nowhere')).toThrow()
  })
})
