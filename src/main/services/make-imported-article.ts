import type { Article } from '../../shared/article/article'
import { contentSchema, deskNotes, emptyContent, type Content } from '../../shared/article/content'
import { newArticle } from '../../shared/article/new-article'
import type { ImportedFile } from '../../shared/contract'
import type { ErrorWith } from '../../shared/kernel/app-error'
import { err, ok, type Result } from '../../shared/kernel/result'
import type { Person } from '../../shared/workflow/people'
import { addArticle } from './articles'
import { findOrMakeAuthors } from './bylines'
import type { FoundArticle, ImportedArticle } from './importer-ports'
import { settle } from './keep-decision'
import { keepContext } from './keeping'
import { learnFromArticle } from './picture-details'
import type { WriteError } from './ports'
import { checkReferences } from './references'
import { moment, type Room } from './room'

export type Made = ImportedFile['articles'][number]
export type ImportError = WriteError | ErrorWith<'not-allowed' | 'import-failed' | 'invalid-input'>

/**
 * Reads an article of a file and puts it into the library. Authors that it doesn't know become byline profiles.
 * @param asked the category's id, whatever the file says; null leaves it to the file
 */
export async function makeArticle(
  room: Room,
  person: Person,
  file: string,
  article: FoundArticle,
  asked: string | null,
): Promise<Result<Made, ImportError>> {
  const { library } = room
  const { site } = library.settings.read()
  const read = await article()
  if (!read.ok) return read
  const warnings = [...read.value.warnings]
  const category = asked ?? categoryFor(room, read.value.categories, warnings)
  const authors = await findOrMakeAuthors(room, read.value.authors)
  if (!authors.ok) return authors

  const blank = newArticle(room.newId(), emptyContent(site.language), site, person.id, moment(room))
  const fields = fieldsOf(read.value, blank)
  const notes = notesOf(room, read.value, warnings)
  const parsed = contentSchema.safeParse({ ...fields, ...notes, category, authors: authors.value })
  if (!parsed.success) {
    const reason = parsed.error.issues.slice(0, 5).map(({ path, message }) => `${path.join('.')} ${message}`)
    return err({ code: 'import-failed', file, reason: reason.join('; ') })
  }
  const sound = await checkReferences(library, parsed.data, null)
  if (!sound.ok) return sound

  return room.keeps(async () => {
    const context = keepContext(room, person, blank.id, await library.articles.entries())
    const settled = newArticle(
      blank.id,
      settle(blank, parsed.data, context),
      site,
      person.id,
      blank.createdAt,
    )
    // Whoever brings in a text has changed it: somebody else approves.
    const changed = { ...settled, review: { ...settled.review, changedBy: [person.id] } }
    const added = await addArticle(room, changed, 'import')
    if (!added.ok) return added
    await learnFromArticle(room, settled.content)
    return ok({ id: settled.id, headline: settled.content.headline, warnings })
  })
}

/** What a file says, on top of what a new article starts as. */
function fieldsOf(imported: ImportedArticle, { content, createdBy, createdAt }: Article): Content {
  const { headline, standfirst, dateline, body, dir, tags, thumbnail, slug, readTime } = imported
  return {
    ...content,
    ...{ headline, standfirst, dateline, body, dir, tags, thumbnail },
    lang: imported.lang ?? content.lang,
    publishTime: imported.publishTime ?? content.publishTime,
    embargo: imported.embargo ?? content.embargo,
    slug: slug === null ? content.slug : { text: slug, follows: false },
    readTime: readTime === null ? null : { minutes: readTime, by: createdBy, at: createdAt },
  }
}

/** What a file says for the newsroom alone: its article's type and length. A type the library lacks is told. */
function notesOf(
  { library }: Room,
  { type: written, words }: Pick<ImportedArticle, 'type' | 'words'>,
  warnings: string[],
): Pick<Content, 'desk'> {
  const wanted = written?.trim().toLowerCase()
  const type = library.settings
    .read()
    .articleTypes.find(({ id, name }) => id === wanted || name.toLowerCase() === wanted)
  if (written !== null && !type) warnings.push(`There is no article type “${written}”; choose one.`)
  return type || words !== null ? { desk: { ...deskNotes({}), type: type?.id ?? '', words } } : {}
}

/** The first category of the file that the library has; those it lacks are told. */
function categoryFor(room: Room, found: readonly string[], warnings: string[]): string | null {
  const known = found.map((name) => categoryCalled(room, name)).find((one) => one.ok)
  if (known?.ok) return known.value
  const [first] = found
  if (first !== undefined) warnings.push(`There is no category “${first}”; choose one.`)
  return null
}

/** A category that holds articles, by its id, slug or name. */
export function categoryCalled({ library }: Room, name: string): Result<string, ErrorWith<'invalid-input'>> {
  const wanted = name.trim().toLowerCase()
  const found = library.settings
    .read()
    .site.categories.find(
      ({ id, slug, name: printed, front }) =>
        !front && (id === name || slug === wanted || printed.toLowerCase() === wanted),
    )
  return found ? ok(found.id) : err({ code: 'invalid-input', issues: [`Category: there is no “${name}”`] })
}
