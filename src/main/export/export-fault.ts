import { resolve } from 'node:path'
import { err, type Result } from '../../shared/kernel/result'
import type { ExportError } from '../services/publishing-ports'
import { isSystemFailure, reasonFor } from '../storage/faults'

/** A reason not to go on with an export, in words without a full stop; it becomes a `Result` in this folder. */
export class ExportFault extends Error {}

export type ExportFailed = Extract<ExportError, { code: 'export-failed' }>

/** Somebody asked to stop. */
export class Stopped extends Error {}

/** A failure as a value; a bug is thrown on. */
export function exportFailure(failure: unknown, path: string): Result<never, ExportError> {
  if (failure instanceof Stopped) return err({ code: 'cancelled' })
  return exportFailed(failure, path)
}

/** The same where nobody can ask to stop. */
export function exportFailed(failure: unknown, path: string): Result<never, ExportFailed> {
  const whole = resolve(path)
  if (failure instanceof ExportFault)
    return err({ code: 'export-failed', path: whole, reason: failure.message })
  if (isSystemFailure(failure)) return err({ code: 'export-failed', path: whole, reason: reasonFor(failure) })
  throw failure
}
