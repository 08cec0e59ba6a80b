import { ok, type Result } from '../../../shared/kernel/result'
import { exportFailed } from '../../export/export-fault'
import { refuseWithin } from '../../export/outside-library'
import type { Newsroom } from './newsroom'
import { orFailed, type Refusal } from './outcome'

/** Refuses to write at a path inside the open library, before anything is made there. */
export function outsideLibrary({ session }: Pick<Newsroom, 'session'>, path: string): Result<void, Refusal> {
  try {
    if (session.library) refuseWithin(path, session.library.path)
    return ok(undefined)
  } catch (failure) {
    return orFailed(exportFailed(failure, path))
  }
}
