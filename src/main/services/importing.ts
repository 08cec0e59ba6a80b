import type { ImportedFile } from '../../shared/contract'
import type { AppError, ErrorWith } from '../../shared/kernel/app-error'
import { explainError } from '../../shared/kernel/explain-error'
import { err, ok, type Result } from '../../shared/kernel/result'
import type { Person } from '../../shared/workflow/people'
import type { FoundArticle, ImportFile } from './importer-ports'
import { categoryCalled, makeArticle, type ImportError, type Made } from './make-imported-article'
import { keepPicture } from './media'
import type { MediaStore } from './ports'
import { mayDo } from './roles'
import type { Room } from './room'

/** A file, and the category its articles go to whatever it says: a name, slug or id; null leaves it to the file. */
export type FileToImport = ImportFile & { category: string | null }

/** Makes articles of a file. Authors that the library doesn't know become byline profiles. */
export async function importFile(
  room: Room,
  person: Person,
  { category: asked, ...file }: FileToImport,
): Promise<Result<ImportedFile, ImportError>> {
  const allowed = mayDo(person, ['editor', 'chief'], 'import articles')
  if (!allowed.ok) return allowed
  const { library } = room
  const category = asked === null ? ok(null) : categoryCalled(room, asked)
  if (!category.ok) return category
  const found = await room.importers.read(file, {
    keepPicture: (name, bytes) => keepPicture(room, person, { name, bytes }),
    timeZone: library.settings.read().site.timeZone,
  })
  if (!found.ok) return found
  const { articles, notes } = found.value
  const [only] = articles
  if (!only) return err({ code: 'import-failed', file: file.name, reason: 'it holds no article' })
  const make = (article: FoundArticle) => makeArticle(room, person, file.name, article, category.value)
  if (articles.length > 1) return ok({ notes, ...(await makeEach(room, person, file.name, articles, make)) })
  const made = await make(only)
  return made.ok ? ok({ articles: [made.value], failed: [], notes }) : made
}

/** Which of the pictures beside a file its articles show. Nothing is stored. */
export async function findPictures(
  room: Room,
  person: Person,
  { beside, ...file }: ImportFile & { beside: readonly string[] },
): Promise<Result<string[], ErrorWith<'not-allowed' | 'import-failed'>>> {
  const allowed = mayDo(person, ['editor', 'chief'], 'import articles')
  if (!allowed.ok) return allowed
  const known = new Set(beside)
  const shown = new Set<string>()
  const neighbour = (path: string): Promise<Uint8Array | null> => {
    if (known.has(path)) shown.add(path)
    return Promise.resolve(known.has(path) ? new Uint8Array() : null)
  }
  const found = await room.importers.read(
    { ...file, neighbour },
    {
      keepPicture: (name) => Promise.resolve(err({ code: 'picture-refused', name, reason: 'not looked at' })),
      timeZone: 'UTC',
    },
  )
  if (!found.ok) return found
  for (const article of found.value.articles) await article()
  return ok([...shown])
}

/** Reads what stands beside a file from the pictures that the library has already: hashes by paths. */
export const neighboursAmong =
  (media: Pick<MediaStore, 'original'>, beside: Readonly<Record<string, string>>) =>
  async (path: string): Promise<Uint8Array | null> => {
    const hash = Object.hasOwn(beside, path) ? beside[path] : undefined
    return hash === undefined ? null : ((await media.original(hash))?.bytes ?? null)
  }

/** Stops a person's running import after the article at hand. */
export async function stopImport(room: Room, person: Person): Promise<Result<Record<string, never>, never>> {
  room.importsToStop.add(person.id)
  return ok({})
}

/** Each article of a file in turn. One that cannot be taken is named; a disk that refuses ends it. */
async function makeEach(
  room: Room,
  person: Person,
  file: string,
  found: readonly FoundArticle[],
  make: (article: FoundArticle) => Promise<Result<Made, ImportError>>,
): Promise<Omit<ImportedFile, 'notes'>> {
  const articles: Made[] = []
  const failed: ImportedFile['failed'] = []
  room.importsToStop.delete(person.id)
  for (const [place, article] of found.entries()) {
    const left = found.length - place
    if (room.importsToStop.delete(person.id)) {
      failed.push(notTried(left, 'the import was stopped'))
      break
    }
    room.announce('import.progress', { file, done: place, total: found.length })
    const made = await make(article)
    if (made.ok) articles.push(made.value)
    else failed.push({ headline: `Article ${place + 1}`, reason: reasonOf(made.error) })
    if (!made.ok && made.error.code !== 'import-failed' && left > 1) {
      failed.push(notTried(left - 1, 'the library could not store the one before'))
      break
    }
  }
  return { articles, failed }
}

const notTried = (left: number, why: string): ImportedFile['failed'][number] => ({
  headline: left === 1 ? 'One more article' : `${left} more articles`,
  reason: `Not tried: ${why}.`,
})

const reasonOf = (error: AppError): string =>
  error.code === 'import-failed' ? `It could not be imported: ${error.reason}.` : explainError(error).what
