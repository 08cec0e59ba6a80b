import type { AddedPicture, Galley, PickedFile } from '../../../shared/contract'
import type { AppError } from '../../../shared/kernel/app-error'
import { err, ok, type Result } from '../../../shared/kernel/result'
import { refusalOfSize } from '../../../shared/media/file-limits'
import { base64Of } from '../../file-bytes'

/** The picture files among what was pasted or dropped. */
export function imageFiles(data: DataTransfer | null): File[] {
  return [...(data?.files ?? [])].filter((file) => file.type.startsWith('image/'))
}

/** A file's bytes as base64, ready to be sent. A folder that was dropped cannot be read. */
export async function readFile(file: File): Promise<Result<PickedFile, AppError>> {
  const name = file.name || 'pasted picture'
  return base64Of(file).then(
    (data) => ok({ name, data }),
    () => err({ code: 'picture-refused', name, reason: 'it could not be read' }),
  )
}

/** Stores a picture in the library. One that is too large is refused before its bytes are read. */
export async function storePicture(galley: Galley, file: File): Promise<Result<AddedPicture, AppError>> {
  const tooLarge = refusalOfSize(file.size)
  if (tooLarge !== null) return err({ code: 'picture-refused', name: file.name, reason: tooLarge })
  const read = await readFile(file)
  return read.ok ? storePicked(galley, read.value) : read
}

/** Stores a picture that the host's file dialog gave. */
export async function storePicked(
  galley: Galley,
  { name, data }: PickedFile,
): Promise<Result<AddedPicture, AppError>> {
  const tooLarge = refusalOfSize(Math.floor((data.length * 3) / 4))
  if (tooLarge !== null) return err({ code: 'picture-refused', name, reason: tooLarge })
  return galley.request('media.add', { name, data })
}
