import type { z } from 'zod'
import type { ErrorCode, ErrorWith } from '../kernel/app-error'
import type { Result } from '../kernel/result'
import { articleRequests } from './article-requests'
import { checkRequests } from './check-requests'
import { checklistRequests } from './checklist-requests'
import { claimRequests } from './claim-requests'
import { discussionRequests } from './discussion-requests'
import { findRequests } from './find-requests'
import { frontRequests } from './front-requests'
import { importRequests } from './import-requests'
import { languageRequests } from './language-requests'
import { libraryRequests } from './library-requests'
import { lockRequests } from './lock-requests'
import { mediaRequests } from './media-requests'
import { queueRequests } from './queue-requests'
import { recordRequests } from './record-requests'
import { templateRequests } from './template-requests'
import { versionRequests } from './version-requests'
import { waysOutRequests } from './ways-out-requests'

/** What the window may ask of the desk: every request, once. */
export const requests = {
  ...articleRequests,
  ...checkRequests,
  ...checklistRequests,
  ...claimRequests,
  ...discussionRequests,
  ...findRequests,
  ...frontRequests,
  ...importRequests,
  ...languageRequests,
  ...libraryRequests,
  ...lockRequests,
  ...mediaRequests,
  ...queueRequests,
  ...recordRequests,
  ...templateRequests,
  ...versionRequests,
  ...waysOutRequests,
}

/** What the desk tells its windows. Only the desk speaks here, so nothing has to be checked on the way. */
interface Events {
  /** An article was kept, moved or imported, here or in another window. */
  'article.changed': { id: string; revision: number }
  /** An article’s edit lock was taken, given back or taken over. */
  'lock.changed': { id: string }
  /** Told only to the window that holds an article’s edit lock: `by` takes it over, so it has to finish. */
  'lock.wanted': { id: string; by: string }
  /** A picture was added or described. */
  'media.changed': { hash: string }
  /** The house style or the house dictionary changed. */
  'language.changed': { what: 'style' | 'dictionary' }
  'library.changed': { what: 'people' | 'authors' | 'settings' | 'templates' }
  /** An export by schedule was signed, taken off or made. */
  'schedule.changed': Record<string, never>
  /** Another library was opened, or somebody signed in or out in this window. */
  'session.changed': Record<string, never>
  /** `stage`: what is being done, in words. */
  'export.progress': { done: number; total: number; stage: string }
  /** Articles looked through, or changed, so far. */
  'find.progress': { done: number; total: number }
  /** Articles looked at so far while the library is verified. */
  'verify.progress': { done: number; total: number }
  /** Articles moved together with others, or refused, so far. */
  'queue.progress': { done: number; total: number }
  /** How many articles of a file that holds several are imported. */
  'import.progress': { file: string; done: number; total: number }
  /** A command was chosen in the native menu. */
  'command.chosen': { command: string }
}

type Requests = typeof requests
export type RequestName = keyof Requests
export type EventName = keyof Events

/** Failures of the boundary itself, which every request can meet. */
type BoundaryError = ErrorWith<'invalid-input' | 'unexpected' | 'no-answer'>

export type InputOf<N extends RequestName> = z.output<Requests[N]['input']>
export type OutputOf<N extends RequestName> = z.output<Requests[N]['output']>
type ErrorOf<N extends RequestName> = ErrorWith<Extract<Requests[N]['errors'][number], ErrorCode>>
export type ReplyOf<N extends RequestName> = Result<OutputOf<N>, ErrorOf<N> | BoundaryError>
export type EventOf<N extends EventName> = Events[N]

/** One handler for every request: forgetting one is a compile error. `S` is the asking window's session. */
export type Handlers<S> = {
  [N in RequestName]: (
    session: S,
    input: InputOf<N>,
  ) => Promise<Result<OutputOf<N>, ErrorOf<N> | BoundaryError>>
}
