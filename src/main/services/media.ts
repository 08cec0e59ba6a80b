import type { MediaInfo, OutputOf } from '../../shared/contract'
import type { ErrorWith } from '../../shared/kernel/app-error'
import { ok, type Result } from '../../shared/kernel/result'
import { pictureWidths } from '../../shared/render/picture-files'
import type { Person } from '../../shared/workflow/people'
import type { WriteError } from './ports'
import { mayDo } from './roles'
import type { Room } from './room'

/** Checks and keeps a picture. */
export async function addPicture(
  room: Room,
  person: Person,
  { name, bytes }: { name: string; bytes: Uint8Array },
): Promise<Result<MediaInfo, WriteError | ErrorWith<'not-allowed' | 'picture-refused'>>> {
  const allowed = mayDo(person, ['editor', 'chief'], 'add pictures')
  return allowed.ok ? room.library.media.add(name, bytes) : allowed
}

/** Every picture and the articles that use it, newest picture first. */
export async function listPictures(
  room: Room,
  _reader: Person | null,
): Promise<Result<OutputOf<'media.list'>, never>> {
  const [pictures, entries] = await Promise.all([room.library.media.list(), room.library.articles.entries()])
  const users = new Map<string, { id: string; headline: string }[]>()
  for (const { id, headline, media } of entries) {
    for (const hash of media) users.set(hash, [...(users.get(hash) ?? []), { id, headline }])
  }
  return ok(pictures.map((picture) => ({ ...picture, usedIn: users.get(picture.hash) ?? [] })))
}

/** Bytes to be shown by address, and what they are. */
export interface Delivered {
  type: string
  bytes: Uint8Array
}

/**
 * A picture by its content hash, or null when it is not kept.
 * @param width pixels: the narrowest kept width that has them all is given, as WebP; null gives the original
 */
export async function showPicture(
  { library: { media } }: Room,
  hash: string,
  width: number | null,
): Promise<Delivered | null> {
  if (width === null) return media.original(hash)
  const info = await media.find(hash)
  const widths = info ? pictureWidths(info.width) : []
  const nearest = widths.find((one) => one >= width) ?? widths.at(-1)
  const bytes = nearest === undefined ? null : await media.atWidth(hash, nearest, 'webp')
  return bytes && { type: 'image/webp', bytes }
}
