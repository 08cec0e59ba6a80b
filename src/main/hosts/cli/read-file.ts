import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { MediaInfo } from '../../../shared/contract'
import { ok, type Result } from '../../../shared/kernel/result'
import type { Newsroom } from './newsroom'
import { refused, type Refusal } from './outcome'

/** A file's name and its bytes. */
export async function readNamed(file: string): Promise<Result<{ name: string; bytes: Buffer }, Refusal>> {
  try {
    return ok({ name: basename(file), bytes: await readFile(file) })
  } catch (error) {
    return refused(`${file} cannot be read: ${whyUnreadable(error)}.`)
  }
}

/** Puts a picture file into the library. */
export const addPictureFrom =
  (newsroom: Pick<Newsroom, 'ask'>) =>
  async (file: string): Promise<Result<MediaInfo, Refusal>> => {
    const read = await readNamed(file)
    if (!read.ok) return read
    const { name, bytes } = read.value
    return newsroom.ask('media.add', { name, data: bytes.toString('base64') })
  }

function whyUnreadable(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : ''
  if (code === 'ENOENT') return 'there is no such file'
  if (code === 'EACCES' || code === 'EPERM') return 'you may not read it'
  if (code === 'EISDIR') return 'it is a folder'
  return error instanceof Error ? error.message : String(error)
}
