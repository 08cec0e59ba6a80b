import type { AppError } from '../../../shared/kernel/app-error'
import { errorText } from '../../../shared/kernel/explain-error'
import { err, type Result } from '../../../shared/kernel/result'

/** Why a command did not do what it was asked: a failure of the desk, a refusal in words, or wrong usage. */
export type Refusal =
  | { kind: 'failed'; error: AppError }
  | { kind: 'refused'; reason: string }
  | { kind: 'usage'; reason: string }

/** What a command did. */
export interface Outcome {
  /** The one document that `--json` prints. */
  json: unknown
  /** What a person reads, without a line break at its end. */
  text: string
  /** Printed as it is, whatever the options: a document of its own, such as a page. */
  raw?: string
  /** A reason for each part that was refused while others were done; any makes the exit code 1. */
  refused?: string[]
}

export type Done = Result<Outcome, Refusal>

/** The desk answered with an error. */
export const failed = (error: AppError): Result<never, Refusal> => err({ kind: 'failed', error })
/** The command refuses, in words. */
export const refused = (reason: string): Result<never, Refusal> => err({ kind: 'refused', reason })
/** The command line is wrong: exit code 2. */
export const wrongUsage = (reason: string): Result<never, Refusal> => err({ kind: 'usage', reason })

/** A refusal in one paragraph. */
export const reasonOf = (refusal: Refusal): string =>
  refusal.kind === 'failed' ? errorText(refusal.error) : refusal.reason

/** The reasons of a refused move alone: in a list of articles, what to do next would be said again and again. */
export const reasonInShort = (refusal: Refusal): string =>
  refusal.kind === 'failed' && refusal.error.code === 'move-refused'
    ? refusal.error.reasons.join(' ')
    : reasonOf(refusal)

/** The refusal of a failed request, for a command to return. */
export const orFailed = <T>(result: Result<T, AppError>): Result<T, Refusal> =>
  result.ok ? result : failed(result.error)
