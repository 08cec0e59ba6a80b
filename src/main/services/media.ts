import type { MediaInfo, OutputOf } from '../../shared/contract'
import type { ErrorWith } from '../../shared/kernel/app-error'
import { ok, type Result } from '../../shared/kernel/result'
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
