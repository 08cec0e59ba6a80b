import type { AppError } from '../../shared/kernel/app-error'
import type { Result } from '../../shared/kernel/result'
import type { Clock } from '../services/ports'

/**
 * Makes the sample library: a dozen articles in every state, the people who work on them, and pictures.
 * @param path a folder that is empty or does not exist yet
 * @param options.now the present: everything happened in the week before it
 */
export async function createSampleLibrary(
  path: string,
  { now = () => new Date() }: { now?: Clock } = {},
): Promise<Result<void, AppError>> {
  // The texts and drawings are read by nobody but who makes a sample.
  const { makeSample } = await import('./make-sample')
  return makeSample(path, now)
}
