import type { AppError, ErrorWith } from '../../shared/kernel/app-error'
import { err, type Result } from '../../shared/kernel/result'
import type { WriteError } from '../services/ports'

/** A failure of the disk on its way to becoming a `Result`: it never leaves this folder. */
export class StorageFault extends Error {
  constructor(
    readonly error: ErrorWith<'damaged-file' | 'disk-write-failed' | 'newer-format' | 'read-only'>,
  ) {
    super(error.code)
  }
}

const words: Record<string, string> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EACCES: 'this account has no permission there',
  EPERM: 'this account has no permission there',
  EROFS: 'the disk is read-only',
  EIO: 'the disk reports an error',
  ENOENT: 'the folder is gone',
  ENOTDIR: 'a file stands where a folder should be',
  EISDIR: 'a folder stands where the file should be',
  EMFILE: 'too many files are open',
  ENFILE: 'too many files are open',
  EFBIG: 'the file is larger than the disk allows',
  EBUSY: 'another program is using the file',
}

/** The operating system's code of a failure, such as `ENOSPC`, or ''. */
export const codeOf = (failure: unknown): string =>
  failure instanceof Error && 'code' in failure && typeof failure.code === 'string' ? failure.code : ''

/** A failure of the operating system in words, without a full stop. */
export function reasonFor(failure: unknown): string {
  const code = codeOf(failure)
  return words[code] ?? (failure instanceof Error ? failure.message : String(failure))
}

/** Whether a failure came from the operating system; anything else, such as a wrong argument, is a bug and is thrown on. */
export const isSystemFailure = (failure: unknown): boolean => /^(E(?!RR_)|ERR_FS_)/.test(codeOf(failure))

const writeFailed = (path: string, failure: unknown): ErrorWith<'disk-write-failed'> => ({
  code: 'disk-write-failed',
  path,
  reason: reasonFor(failure),
})

/** A damaged file that stays where it is; `reason` is in words, without a full stop. */
export const damaged = (path: string, reason: string): ErrorWith<'damaged-file'> => ({
  code: 'damaged-file',
  path,
  reason,
  movedTo: null,
})

/** A newer file deep in a library of this format, seen as damage: the library itself stays usable. */
export const asDamage = (error: ErrorWith<'damaged-file' | 'newer-format'>): ErrorWith<'damaged-file'> =>
  error.code === 'damaged-file'
    ? error
    : damaged(
        error.path,
        `it was written by a newer Galley (format ${error.found}; this one knows ${error.known})`,
      )

/** A failure as a value; a bug is thrown on. `path` is named when the operating system refused. */
export function failureOf(failure: unknown, path: string): Result<never, WriteError> {
  if (failure instanceof StorageFault) {
    const { error } = failure
    return err(error.code === 'newer-format' ? asDamage(error) : error)
  }
  if (isSystemFailure(failure)) return err(writeFailed(path, failure))
  throw failure
}

/** One sentence for a list of problems. */
export const inOneLine = (error: Extract<AppError, { path: string; reason: string }>): string =>
  `${error.path}: ${error.reason}.`
