import type { ErrorWith } from '../shared/kernel/app-error'
import { err, type Result } from '../shared/kernel/result'

/** Parts that are being built: each refuses, saying so. */

const reason = 'this part of Galley is still being built'

export const createSampleLibrary = async (
  path: string,
): Promise<Result<void, ErrorWith<'disk-write-failed'>>> => err({ code: 'disk-write-failed', path, reason })
