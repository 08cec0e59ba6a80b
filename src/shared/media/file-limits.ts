/** The largest picture file a library takes, in bytes. */
const largestPictureFile = 60 * 1024 * 1024

/** Why a file of so many bytes is refused, or null; follows “cannot be used as a picture:”. */
export const refusalOfSize = (bytes: number): string | null =>
  bytes > largestPictureFile
    ? `it has ${Math.ceil(bytes / 1_000_000)} MB, and 60 MB are the most; save it smaller or as JPEG`
    : null
