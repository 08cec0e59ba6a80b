import type { AddedPicture, MediaInfo, OutputOf, PictureUse, StoredPicture } from '../../shared/contract'
import type { ErrorWith } from '../../shared/kernel/app-error'
import { ok, type Result } from '../../shared/kernel/result'
import { bodyMedia } from '../../shared/article/body-text'
import { nameRemark } from '../../shared/media/name-remark'
import { noDetails } from '../../shared/media/picture-details'
import { pictureWidths } from '../../shared/render/picture-files'
import type { Person } from '../../shared/workflow/people'
import { nameBook } from './names'
import { noteAdded } from './picture-details'
import type { WriteError } from './ports'
import { mayDo } from './roles'
import type { Room } from './room'

type Named = { name: string; bytes: Uint8Array }
type AddError = WriteError | ErrorWith<'picture-refused'>

/** Checks and keeps a picture, with what its file says of it. */
export async function addPicture(
  room: Room,
  person: Person,
  picture: Named,
): Promise<Result<AddedPicture, AddError | ErrorWith<'not-allowed'>>> {
  const allowed = mayDo(person, ['editor', 'chief'], 'add pictures')
  return allowed.ok ? keepPicture(room, person, picture) : allowed
}

/** As `addPicture`, for what a person may do who brings pictures along with something else, such as a text. */
export async function keepPicture(
  room: Room,
  person: Person,
  { name, bytes }: Named,
): Promise<Result<AddedPicture, AddError>> {
  const { media } = room.library
  const kept = await media.add(name, bytes)
  if (!kept.ok) return kept
  const { already, ...info } = kept.value
  const words = await media.wordsInside(bytes)
  const details = await noteAdded(room, person, info.hash, { name, madeFrom: null, words })
  if (!details.ok) return details
  const warnings = [...info.warnings, nameRemark(name, info.type)].filter(Boolean)
  return ok({ ...info, warnings, already, details: details.value })
}

/** Every picture, what is known of it and the articles that use it, newest picture first. */
export async function listPictures(
  room: Room,
  _reader: Person | null,
): Promise<Result<OutputOf<'media.list'>, never>> {
  const { media, pictureDetails } = room.library
  const [pictures, known, uses] = await Promise.all([
    media.list(),
    pictureDetails.all(),
    usesOfPictures(room),
  ])
  const book = nameBook(room.library)
  return ok(
    pictures.map((picture: MediaInfo): StoredPicture => {
      const details = known.get(picture.hash) ?? noDetails()
      const addedBy = details.addedBy === null ? '' : book.person(details.addedBy)
      return { ...picture, details, addedBy, usedIn: uses.get(picture.hash) ?? [] }
    }),
  )
}

/** Where each picture is used: in what is kept, and in text that somebody has not kept yet. */
export async function usesOfPictures({
  library: { articles, drafts, people },
}: Room): Promise<Map<string, PictureUse[]>> {
  const uses = new Map<string, PictureUse[]>()
  const note = (hash: string, use: PictureUse): void => {
    const known = uses.get(hash)
    if (!known) uses.set(hash, [use])
    else if (!known.some(({ id }) => id === use.id)) known.push(use)
  }
  for (const { id, headline, media } of await articles.entries())
    for (const hash of media) note(hash, { id, headline, unsavedBy: '' })
  for (const { id: person, name } of people.read()) {
    for (const { article, content } of await drafts.ofPerson(person)) {
      const { headline, thumbnail, body } = content
      for (const hash of [...(thumbnail ? [thumbnail.media] : []), ...bodyMedia(body)])
        note(hash, { id: article, headline, unsavedBy: name })
    }
  }
  return uses
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
