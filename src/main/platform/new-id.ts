import { monotonicFactory } from 'ulid'
import type { NewId } from '../services/ports'

/** Fresh ULIDs, rising even within one millisecond. */
export const createNewId = (): NewId => {
  const next = monotonicFactory()
  return () => next()
}
