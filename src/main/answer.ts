import type { z } from 'zod'
import { requests, type Handlers, type InputOf, type ReplyOf, type RequestName } from '../shared/contract'
import type { AppError } from '../shared/kernel/app-error'
import { err, type Result } from '../shared/kernel/result'

/** Answers one request of one window; nothing malformed or thrown gets past it. */
export type Answer<S> = (session: S, name: unknown, payload: unknown) => Promise<Result<unknown, AppError>>

/** The same for one session: a name that is known where the call is written gives its reply's type. */
export interface Ask {
  <N extends RequestName>(name: N, payload: InputOf<N>): Promise<ReplyOf<N>>
  (name: unknown, payload: unknown): Promise<Result<unknown, AppError>>
}

interface Guards {
  /** Notes a bug and returns a reference the person can quote. */
  report(failure: unknown, during: string): string
  /** Tests also check what is answered; a person should not wait for that. */
  checkReplies: boolean
}

const isRequest = (name: unknown): name is RequestName =>
  typeof name === 'string' && Object.hasOwn(requests, name)

/** The boundary between windows and services: input is checked, bugs become `unexpected` with a reference. */
export function createAnswer<S>(handlers: Handlers<S>, { report, checkReplies }: Guards): Answer<S> {
  return async (session, name, payload) => {
    if (!isRequest(name)) return err({ code: 'invalid-input', issues: ['there is no such request'] })
    const input = requests[name].input.safeParse(payload)
    if (!input.success) return err({ code: 'invalid-input', issues: input.error.issues.map(describe) })
    try {
      // The table of handlers ties each name to its input; TypeScript cannot follow that through a variable.
      const handle = handlers[name] as (session: S, input: unknown) => Promise<Result<unknown, AppError>>
      const reply = await handle(session, input.data)
      if (checkReplies) checkReply(name, reply)
      return reply
    } catch (failure) {
      return err({ code: 'unexpected', reference: report(failure, name) })
    }
  }
}

function checkReply(name: RequestName, reply: Result<unknown, AppError>): void {
  if (reply.ok) {
    requests[name].output.parse(reply.value)
    return
  }
  const declared: readonly string[] = [...requests[name].errors, 'invalid-input', 'unexpected']
  if (!declared.includes(reply.error.code)) throw new Error(`${name} may not answer ${reply.error.code}`)
}

/** A fault of input in words: where, and what. */
const describe = ({ path, message }: Pick<z.core.$ZodIssue, 'path' | 'message'>): string =>
  path.length === 0 ? message : `${path.join('.')}: ${message}`
