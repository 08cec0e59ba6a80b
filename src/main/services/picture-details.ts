import type { Content } from '../../shared/article/content'
import type { AddedPicture, InputOf } from '../../shared/contract'
import type { ErrorWith } from '../../shared/kernel/app-error'
import { err, ok, type Result } from '../../shared/kernel/result'
import { pointInBox } from '../../shared/media/crop-box'
import { descriptionsIn, isDescribed } from '../../shared/media/said-in-article'
import {
  described,
  emptyDescription,
  fileFields,
  noDetails,
  type FileWords,
  type PictureDetails,
} from '../../shared/media/picture-details'
import type { Person } from '../../shared/workflow/people'
import type { WriteError } from './ports'
import { mayDo } from './roles'
import { moment, type Room } from './room'

/** What is noted when a picture is added. */
interface Added {
  name: string
  madeFrom: string | null
  /** What the file says of it. */
  words: FileWords
  /** What is said of it beyond that. */
  description?: PictureDetails['description']
}

/**
 * Notes who added a picture, when, and what its file says of it. Details that are there already stay, and damaged
 * ones are left alone: neither keeps a picture from being used.
 */
export async function noteAdded(
  room: Room,
  person: Person,
  hash: string,
  { name, madeFrom, words, description = emptyDescription() }: Added,
): Promise<Result<PictureDetails, WriteError>> {
  const fresh: PictureDetails = {
    name: name.slice(0, 1000),
    addedBy: person.id,
    addedAt: moment(room),
    madeFrom,
    fromFile: fileFields.filter((field) => words[field] !== undefined),
    description: { ...description, ...words },
  }
  const { pictureDetails } = room.library
  const known = await pictureDetails.find(hash)
  if (known) return ok(known)
  const noted = await pictureDetails.change(hash, (now) => ok<PictureDetails>(now ?? fresh))
  if (!noted.ok && noted.error.code === 'damaged-file') return ok(noDetails())
  if (noted.ok) room.announce('media.changed', { hash })
  return noted
}

/** Changes parts of what is said of a picture. What the library noted of the others stays. */
export async function describePicture(
  room: Room,
  person: Person,
  { hash, changes }: InputOf<'media.describe'>,
): Promise<Result<PictureDetails, WriteError | ErrorWith<'not-allowed' | 'not-found'>>> {
  const allowed = mayDo(person, ['editor', 'chief'], 'describe pictures')
  if (!allowed.ok) return allowed
  if (!(await room.library.media.find(hash))) return err({ code: 'not-found', what: 'media', id: hash })
  const stored = await room.library.pictureDetails.change(hash, (now) =>
    ok(described(now ?? noDetails(), changes)),
  )
  if (stored.ok) room.announce('media.changed', { hash })
  return stored
}

/**
 * Notes what an article says of its pictures, where the library knows nothing of them yet: words that came with an
 * imported text are not typed twice. Whatever cannot be noted stands in the article all the same.
 */
export async function learnFromArticle(
  { library: { pictureDetails }, announce }: Room,
  content: Pick<Content, 'thumbnail' | 'body'>,
): Promise<void> {
  for (const [hash, said] of descriptionsIn(content)) {
    const learnt = await pictureDetails.change(hash, (now) => {
      const details = now ?? noDetails()
      return isDescribed(details.description) ? err(null) : ok(described(details, said))
    })
    if (learnt.ok) announce('media.changed', { hash })
  }
}

/** Keeps a part of a picture as a picture of its own, with the same words; the original stays. */
export async function cropPicture(
  room: Room,
  person: Person,
  { hash, box }: InputOf<'media.crop'>,
): Promise<Result<AddedPicture, WriteError | ErrorWith<'not-allowed' | 'not-found' | 'picture-refused'>>> {
  const allowed = mayDo(person, ['editor', 'chief'], 'crop pictures')
  if (!allowed.ok) return allowed
  const { media, pictureDetails } = room.library
  if (!(await media.find(hash))) return err({ code: 'not-found', what: 'media', id: hash })
  const whole = (await pictureDetails.find(hash)) ?? noDetails()
  const name = croppedName(whole.name)
  const bytes = await media.cut(hash, box)
  if (!bytes) return err({ code: 'picture-refused', name, reason: 'the original can no longer be read' })
  const kept = await media.add(name, bytes)
  if (!kept.ok) return kept
  const { already, ...info } = kept.value
  const description = { ...whole.description, focal: pointInBox(whole.description.focal, box) }
  const details = await noteAdded(room, person, info.hash, { name, madeFrom: hash, words: {}, description })
  return details.ok ? ok({ ...info, already, details: details.value }) : details
}

/** `harbour.jpg` becomes `harbour, cropped.jpg`; a crop of a crop is still called that once. */
function croppedName(name: string): string {
  const [, stem = '', ending = ''] = /^(.*?)(\.[a-z0-9]+)?$/i.exec(name) ?? []
  return `${stem.replace(/, cropped$/, '') || 'picture'}, cropped${ending}`
}
