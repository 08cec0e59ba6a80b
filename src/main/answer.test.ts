import { describe, expect, it, vi } from 'vitest'
import type { Handlers } from '../shared/contract'
import { err, ok } from '../shared/kernel/result'
import { createAnswer } from './answer'

const handlers = (some: Partial<Handlers<string>>): Handlers<string> => some as Handlers<string>
const answerWith = (some: Partial<Handlers<string>>, checkReplies = true) => {
  const report = vi.fn(() => 'ref-1')
  return { answer: createAnswer(handlers(some), { report, checkReplies }), report }
}

describe('answering', () => {
  it('hands checked input and the session to its handler', async () => {
    const { answer } = answerWith({
      'library.open': async (session, { path }) =>
        err({ code: 'missing-library', path: `${session}:${path}` }),
    })
    expect(await answer('window 1', 'library.open', { path: ' /lib ' })).toEqual(
      err({ code: 'missing-library', path: 'window 1:/lib' }),
    )
  })

  it('says where input is wrong', async () => {
    const { answer } = answerWith({})
    expect(await answer('', 'library.open', { path: 3 })).toMatchObject({
      error: { code: 'invalid-input', issues: [expect.stringMatching(/^path: /)] },
    })
  })

  it.each(['story.burn', 'toString', '__proto__', 42, null])('knows no request %s', async (name) => {
    const { answer } = answerWith({})
    expect(await answer('', name, {})).toEqual(
      err({ code: 'invalid-input', issues: ['there is no such request'] }),
    )
  })

  it('turns a bug into a reference', async () => {
    const bug = new TypeError('bug')
    const { answer, report } = answerWith({ 'publish.cancel': () => Promise.reject(bug) })
    expect(await answer('', 'publish.cancel', {})).toEqual(err({ code: 'unexpected', reference: 'ref-1' }))
    expect(report).toHaveBeenCalledWith(bug, 'publish.cancel')
  })

  it('checks replies where that is asked: their shape and which errors may be met', async () => {
    const odd: Partial<Handlers<string>> = {
      'author.list': async () => ok([{ id: 'x' }] as never),
      'session.sign-out': async () => err({ code: 'no-library' } as never),
    }
    const unexpected = err({ code: 'unexpected', reference: 'ref-1' })
    const { answer } = answerWith(odd)
    expect(await answer('', 'author.list', {})).toEqual(unexpected)
    expect(await answer('', 'session.sign-out', {})).toEqual(unexpected)
    expect(await answerWith(odd, false).answer('', 'author.list', {})).toEqual(ok([{ id: 'x' }]))
  })
})
