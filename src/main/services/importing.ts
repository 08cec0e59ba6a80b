import type { Article } from '../../shared/article/article'
import { contentSchema, emptyContent, type Content } from '../../shared/article/content'
import type { ErrorWith } from '../../shared/kernel/app-error'
import { err, ok, type Result } from '../../shared/kernel/result'
import type { Person } from '../../shared/workflow/people'
import { addArticle, newArticle } from './articles'
import { findOrMakeAuthors } from './bylines'
import type { ImportedArticle, ImportFile } from './importer-ports'
import { settle } from './keep-decision'
import { keepContext } from './keeping'
import type { WriteError } from './ports'
import { checkReferences } from './references'
import { mayDo } from './roles'
import { moment, type Room } from './room'

/** A file, and the category its article goes to whatever the file says: a name, slug or id; null leaves it to the file. */
export type FileToImport = ImportFile & { category: string | null }

/** What became of a file. */
export interface Imported {
  id: string
  headline: string
  /** What was left out, changed or not understood, a sentence each. */
  warnings: string[]
}

type ImportError = WriteError | ErrorWith<'not-allowed' | 'import-failed' | 'invalid-input'>

/** Makes an article of a file. Authors that the library doesn't know become byline profiles. */
export async function importArticle(
  room: Room,
  person: Person,
  { category: asked, ...file }: FileToImport,
): Promise<Result<Imported, ImportError>> {
  const allowed = mayDo(person, ['editor', 'chief'], 'import articles')
  if (!allowed.ok) return allowed
  const { library } = room
  const { site } = library.settings.read()
  const read = await room.importers.read(file, {
    keepPicture: (name, bytes) => library.media.add(name, bytes),
    timeZone: site.timeZone,
  })
  if (!read.ok) return read
  const warnings = [...read.value.warnings]
  const category = chooseCategory(room, asked, read.value.category, warnings)
  if (!category.ok) return category
  const authors = await findOrMakeAuthors(room, read.value.authors)
  if (!authors.ok) return authors

  const blank = newArticle(room.newId(), emptyContent(site.language), site, person, moment(room))
  const fields = fieldsOf(read.value, blank)
  const parsed = contentSchema.safeParse({ ...fields, category: category.value, authors: authors.value })
  if (!parsed.success) {
    const reason = parsed.error.issues.slice(0, 5).map(({ path, message }) => `${path.join('.')} ${message}`)
    return err({ code: 'import-failed', file: file.name, reason: reason.join('; ') })
  }
  const sound = await checkReferences(library, parsed.data, null)
  if (!sound.ok) return sound

  return room.keeps(async () => {
    const context = keepContext(room, person, blank.id, await library.articles.entries())
    const article = newArticle(blank.id, settle(blank, parsed.data, context), site, person, blank.createdAt)
    // Whoever brings in a text has changed it: somebody else approves.
    const changed = { ...article, review: { ...article.review, changedBy: [person.id] } }
    const added = await addArticle(room, changed, 'import')
    return added.ok ? ok({ id: article.id, headline: article.content.headline, warnings }) : added
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
    slug: slug === null ? content.slug : { text: slug, follows: false },
    readTime: readTime === null ? null : { minutes: readTime, by: createdBy, at: createdAt },
  }
}

function chooseCategory(
  { library }: Room,
  asked: string | null,
  found: string | null,
  warnings: string[],
): Result<string | null, ErrorWith<'invalid-input'>> {
  const holding = library.settings.read().site.categories.filter(({ front }) => !front)
  const named = (name: string): string | undefined =>
    holding.find(
      (one) => one.id === name || one.slug === name || one.name.toLowerCase() === name.trim().toLowerCase(),
    )?.id
  if (asked !== null) {
    const id = named(asked)
    return id ? ok(id) : err({ code: 'invalid-input', issues: [`Category: there is no “${asked}”`] })
  }
  if (found === null) return ok(null)
  const id = named(found)
  if (!id) warnings.push(`There is no category “${found}”; choose one.`)
  return ok(id ?? null)
}
