import { z } from 'zod'
import { idSchema } from '../kernel/ids'
import type { ErrorCode, ErrorWith } from '../kernel/app-error'
import type { Result } from '../kernel/result'
import { articleRequests } from './article-requests'
import { libraryRequests } from './library-requests'

/** What the window may ask of the desk: every request, once. */
export const requests = { ...articleRequests, ...libraryRequests }

/** What the desk tells its windows. */
const events = {
  /** An article was kept, moved or imported, here or in another window. */
  'article.changed': z.strictObject({ id: idSchema, revision: z.number().int() }),
  /** People, authors or settings changed. */
  'library.changed': z.strictObject({ what: z.enum(['people', 'authors', 'settings']) }),
  /** Another library was opened, or somebody signed in or out in this window. */
  'session.changed': z.strictObject({}),
  'export.progress': z.strictObject({
    done: z.number().int(),
    total: z.number().int(),
    /** What is being done, in words. */
    stage: z.string(),
  }),
  /** A command was chosen in the native menu. */
  'command.chosen': z.strictObject({ command: z.string() }),
} as const satisfies Record<string, z.ZodType>

type Requests = typeof requests
export type RequestName = keyof Requests
export type EventName = keyof typeof events

/** Failures of the boundary itself, which every request can meet. */
type BoundaryError = ErrorWith<'invalid-input' | 'unexpected' | 'no-answer'>

export type InputOf<N extends RequestName> = z.output<Requests[N]['input']>
export type OutputOf<N extends RequestName> = z.output<Requests[N]['output']>
type ErrorOf<N extends RequestName> = ErrorWith<Extract<Requests[N]['errors'][number], ErrorCode>>
export type ReplyOf<N extends RequestName> = Result<OutputOf<N>, ErrorOf<N> | BoundaryError>
export type EventOf<N extends EventName> = z.output<(typeof events)[N]>

/** One handler for every request: forgetting one is a compile error. `S` is the asking window's session. */
export type Handlers<S> = {
  [N in RequestName]: (
    session: S,
    input: InputOf<N>,
  ) => Promise<Result<OutputOf<N>, ErrorOf<N> | BoundaryError>>
}
