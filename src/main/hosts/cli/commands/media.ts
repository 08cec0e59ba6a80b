import type { ReplacementReport, StoredPicture } from '../../../../shared/contract'
import { pictureSearch } from '../../../../shared/media/find-pictures'
import { ok, type Result } from '../../../../shared/kernel/result'
import type { Here } from '../command-line'
import type { Newsroom } from '../newsroom'
import { reasonOf, refused, wrongUsage, type Done, type Refusal } from '../outcome'
import { addPictureFrom } from '../read-file'
import { cut, table } from '../table'

export interface MediaOptions {
  search?: string
  words: 'keep' | 'take'
  as?: string
}

/** `galley media`: what it is asked to do, after what is missing for it was told. */
export async function media(
  { inNewsroom }: Here,
  library: string,
  action: string,
  named: readonly string[],
  { search = '', words, as }: MediaOptions,
): Promise<Done> {
  if (action === 'list')
    return inNewsroom({ library, writes: false }, (newsroom) => listPictures(newsroom, search))
  const [first, second] = named
  if (first === undefined) return wrongUsage(`Name the files: galley media LIB ${action} … --as PERSON.`)
  const needs = { library, writes: true, as }
  if (action === 'add') return inNewsroom(needs, (newsroom) => addPictures(newsroom, named))
  if (second === undefined) return wrongUsage('Name both: galley media LIB replace HASH FILE --as PERSON.')
  return inNewsroom(needs, (newsroom) => replacePicture(newsroom, first, second, words))
}

/** `galley media LIB list`: pictures, newest first. */
async function listPictures(newsroom: Newsroom, search: string): Promise<Done> {
  const listed = await newsroom.ask('media.list', {})
  if (!listed.ok) return listed
  const found = listed.value.filter(pictureSearch(search))
  return ok({ json: found, text: found.length === 0 ? 'No pictures.' : pictureTable(found) })
}

const pictureTable = (pictures: readonly StoredPicture[]): string =>
  table(
    ['hash', 'size', 'used', 'licence ends', 'name', 'caption'],
    pictures.map(({ hash, width, height, usedIn, details }) => [
      hash.slice(0, 12),
      `${width}×${height}`,
      String(usedIn.length),
      details.description.expires ?? '',
      cut(details.name, 32),
      cut(details.description.caption, 60),
    ]),
  )

/** `galley media LIB add FILES`: each is added or named with the reason. */
async function addPictures(newsroom: Newsroom, files: readonly string[]): Promise<Done> {
  const add = addPictureFrom(newsroom)
  const added: { file: string; hash: string; warnings: string[] }[] = []
  const reasons: string[] = []
  for (const file of files) {
    const reply = await add(file)
    if (reply.ok) added.push({ file, hash: reply.value.hash, warnings: reply.value.warnings })
    else reasons.push(reasonOf(reply.error))
  }
  const text = added.map(({ file, hash, warnings }) => [`${hash}  ${file}`, ...warnings].join(' '))
  return ok({ json: added, text: text.join('\n'), refused: reasons })
}

/** `galley media LIB replace HASH FILE`: shows another picture in every article that this person may edit now. */
async function replacePicture(
  newsroom: Newsroom,
  written: string,
  file: string,
  words: 'keep' | 'take',
): Promise<Done> {
  const from = await findPicture(newsroom, written)
  if (!from.ok) return from
  const other = await addPictureFrom(newsroom)(file)
  if (!other.ok) return other
  const reply = await newsroom.ask('media.replace', { from: from.value, to: other.value.hash, words })
  if (!reply.ok) return reply
  const json = { from: from.value, to: other.value.hash, ...reply.value }
  return ok({ json, text: reportText(reply.value), refused: leftAlone(reply.value) })
}

function reportText({ articles, elsewhere }: ReplacementReport): string {
  const done = articles.filter(({ revision }) => revision !== null)
  return [
    `Replaced in ${done.length} of ${articles.length} articles.`,
    ...done.map(({ headline, revision, remark }) => `${headline}: revision ${revision}. ${remark}`.trimEnd()),
    ...elsewhere,
  ].join('\n')
}

const leftAlone = ({ articles }: ReplacementReport): string[] =>
  articles.filter(({ revision }) => revision === null).map(({ headline, remark }) => `${headline}: ${remark}`)

/** A picture's hash from the beginning of it. */
async function findPicture(newsroom: Newsroom, written: string): Promise<Result<string, Refusal>> {
  if (!/^[0-9a-f]{6,64}$/.test(written))
    return wrongUsage('Name the picture by its hash, or at least the first six characters of it.')
  const listed = await newsroom.ask('media.list', {})
  if (!listed.ok) return listed
  const [first, second] = listed.value.filter(({ hash }) => hash.startsWith(written))
  if (!first) return refused(`There is no picture “${written}” in this library.`)
  return second ? refused(`Several pictures begin with “${written}”: name more of the hash.`) : ok(first.hash)
}
