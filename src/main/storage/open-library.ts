import { stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { printedNames } from '../../shared/article/author'
import type { AppError } from '../../shared/kernel/app-error'
import { err, ok, type Result } from '../../shared/kernel/result'
import type { LibraryNote, MediaStore, OpenLibrary, WriteError } from '../services/ports'
import { missingAsDamage } from './article-files'
import { StoredArticles } from './article-store'
import { bringUpToDate } from './bring-up-to-date'
import { foldersOf } from './create-library'
import { realDisk, type Disk } from './disk'
import { StoredDeskViews } from './desk-view-store'
import { StoredDrafts } from './draft-store'
import { StoredDictionaries } from './dictionary-store'
import { DurableJsonFile, type Shape, type StorageContext, type Trouble } from './durable-json-file'
import { clearLeftovers } from './durable-write'
import { codeOf, damaged, failureOf } from './faults'
import { layoutOf, type Layout } from './layout'
import { Ledger, partOf } from './ledger'
import { StoredLibraryLog } from './library-log'
import { takeLock, type Lock } from './lock'
import { formats as knownFormats, type Formats } from './migrations'
import { StoredPictureDetails } from './picture-details-store'
import { StoredReading } from './reading-store'
import { StoredReceipts } from './receipt-store'
import { authorsShape, libraryShape, peopleShape, schedulesShape, templatesShape } from './shapes'
import { StoredSources } from './source-store'
import { StoredStyle } from './style-store'
import { verdictOn } from './verify'

export interface Opening {
  now: () => Date
  /** Makes the store of pictures for a folder. */
  openMedia(folder: string, options: { readOnly: boolean }): MediaStore | Promise<MediaStore>
  /** False reads only and leaves the lock alone, whoever holds it. */
  write?: boolean
  /** What opens it, as the lock tells others: `Galley window`. */
  who?: string
  disk?: Disk
  formats?: Formats
}

/**
 * Opens a library. Nothing is read that grows with the number of articles. A second process gets it to read only; a
 * missing folder, a damaged or a newer file is an error, and never an empty library.
 */
export async function openLibrary(path: string, opening: Opening): Promise<Result<OpenLibrary, AppError>> {
  const root = resolve(path)
  const layout = layoutOf(root)
  try {
    const misplaced = await whyNotALibrary(layout)
    if (misplaced) return err(misplaced)
    return await openOrRelease(layout, opening, await accessTo(layout, opening))
  } catch (failure) {
    return failureOf(failure, root)
  }
}

/** However opening fails, the lock is let go: the next try must not find this process holding it. */
async function openOrRelease(
  layout: Layout,
  opening: Opening,
  access: Access,
): Promise<Result<OpenLibrary, AppError>> {
  let opened: Result<OpenLibrary, AppError> | null = null
  try {
    opened = await openWith(layout, opening, access)
    return opened
  } finally {
    if (!opened?.ok) await access.lock?.release()
  }
}

async function whyNotALibrary({ root, library }: Layout): Promise<AppError | null> {
  const folder = await statOrNull(root)
  if (!folder) return { code: 'missing-library', path: root }
  if (!folder.isDirectory()) return { code: 'not-a-library', path: root, reason: 'it is a file' }
  if (await statOrNull(library)) return null
  return { code: 'not-a-library', path: root, reason: 'it holds no library.json' }
}

async function statOrNull(path: string): Promise<Awaited<ReturnType<typeof stat>> | null> {
  try {
    return await stat(path)
  } catch (failure) {
    if (codeOf(failure) === 'ENOENT' || codeOf(failure) === 'ENOTDIR') return null
    throw failure
  }
}

interface Access {
  lock: Lock | null
  /** Who holds it, when it can only be read here. */
  readOnlyBecause: string | null
}

async function accessTo(layout: Layout, { write = true, who = 'Galley', now }: Opening): Promise<Access> {
  if (!write) return { lock: null, readOnlyBecause: 'it was opened to read only' }
  const taken = await takeLock(layout.lock, who, now())
  return taken.ok
    ? { lock: taken.value, readOnlyBecause: null }
    : { lock: null, readOnlyBecause: taken.error }
}

async function openWith(
  layout: Layout,
  opening: Opening,
  access: Access,
): Promise<Result<OpenLibrary, AppError>> {
  const { disk = realDisk, formats = knownFormats, now } = opening
  const problems = new Set<string>()
  let closed = false
  const refusal = (): WriteError | null => {
    if (closed) return { code: 'read-only', holder: 'it was closed here' }
    return access.readOnlyBecause === null ? null : { code: 'read-only', holder: access.readOnlyBecause }
  }
  const context: StorageContext = { disk, formats, refusal, report: (problem) => problems.add(problem) }

  const log = new StoredLibraryLog(layout, context)
  if (access.lock) {
    const prepared = await prepare(layout, context, now)
    if (!prepared.ok) return prepared
    await log.recover(now, prepared.value.upgraded)
  }
  const library = await openRecorded('library', libraryShape, { layout, context, log })
  if (!library.ok) return library
  const people = await openRecorded('people', peopleShape, { layout, context, log })
  if (!people.ok) return people
  const authors = await openLedger(layout.authors, authorsShape, context)
  if (!authors.ok) return authors
  const templates = await openLedger(layout.templates, templatesShape, context, { templates: [] })
  if (!templates.ok) return templates
  const schedules = await openLedger(layout.schedules, schedulesShape, context, { schedules: [] })
  if (!schedules.ok) return schedules

  const names = (ids: readonly string[]): string[] => printedNames(authors.value.read().authors, ids)
  const articles = new StoredArticles(layout, context, names)
  const drafts = new StoredDrafts(layout.drafts, context, now)
  const reading = new StoredReading(layout.reading, context)
  const deskViews = new StoredDeskViews(layout.deskViews, context)
  const pictureDetails = new StoredPictureDetails(layout.pictureDetails, context)
  const sources = new StoredSources(layout.sources, context)
  const style = new StoredStyle(layout.style, context)
  const dictionaries = new StoredDictionaries(layout.dictionaries, context)
  if (access.lock) await articles.recover()
  const { id, name, sample } = library.value.read()
  return ok({
    id,
    name,
    path: layout.root,
    samplePassphrase: sample?.passphrase ?? null,
    readOnlyBecause: access.readOnlyBecause,
    get problems() {
      return [...problems]
    },
    settings: partOf(
      library.value,
      (all) => all.settings,
      (all, settings) => ({ ...all, settings }),
    ),
    people: partOf(
      people.value,
      (all) => all.people,
      (all, next) => ({ ...all, people: [...next] }),
    ),
    log,
    authors: partOf(
      authors.value,
      (all) => all.authors,
      (all, next) => ({ ...all, authors: [...next] }),
    ),
    templates: partOf(
      templates.value,
      (all) => all.templates,
      (all, next) => ({ ...all, templates: [...next] }),
    ),
    schedules: partOf(
      schedules.value,
      (all) => all.schedules,
      (all, next) => ({ ...all, schedules: [...next] }),
    ),
    articles,
    drafts,
    reading,
    deskViews,
    media: await opening.openMedia(layout.media, { readOnly: access.lock === null }),
    pictureDetails,
    receipts: new StoredReceipts(layout.receipts, context),
    sources,
    style,
    dictionaries,
    verify: async (onProgress) => ok(await verdictOn(layout.root, { onProgress })),
    async close() {
      await Promise.all(
        [
          library.value,
          people.value,
          log,
          authors.value,
          templates.value,
          schedules.value,
          drafts,
          reading,
          deskViews,
          articles,
          pictureDetails,
          sources,
          style,
          dictionaries,
        ].map((one) => one.idle()),
      )
      closed = true
      await access.lock?.release()
    },
  })
}

/** What only the writer does first: folders that a copy left out, leftovers of a kill, an older format. */
async function prepare(
  layout: Layout,
  context: StorageContext,
  now: () => Date,
): Promise<Result<{ upgraded: boolean }, AppError>> {
  for (const folder of foldersOf(layout)) await context.disk.makeFolder(folder)
  for (const folder of [
    layout.root,
    layout.drafts,
    layout.reading,
    layout.deskViews,
    layout.receipts,
    layout.pending,
    layout.pictureDetails,
  ]) {
    await clearLeftovers(context.disk, folder)
  }
  return bringUpToDate(layout, context, now())
}

async function openLedger<T extends object>(
  path: string,
  shape: Shape<T>,
  context: StorageContext,
  first?: T,
): Promise<Result<Ledger<T>, AppError>> {
  return unlessMissing(path, await Ledger.open(new DurableJsonFile(path, shape, context), context, { first }))
}

/** As a ledger, with a row in the library's log for each change that brings a note. */
async function openRecorded<T extends object>(
  of: 'people' | 'library',
  shape: Shape<T>,
  { layout, context, log }: { layout: Layout; context: StorageContext; log: StoredLibraryLog },
): Promise<Result<Ledger<T>, AppError>> {
  const file = new DurableJsonFile(layout[of], shape, context)
  const store = (value: T, note: LibraryNote | null): Promise<Result<void, WriteError>> =>
    note ? log.record({ of, text: file.textOf(value) }, note) : file.store(value)
  return unlessMissing(layout[of], await Ledger.open(file, context, { store }))
}

function unlessMissing<T>(path: string, opened: Result<T, Trouble>): Result<T, AppError> {
  if (opened.ok) return opened
  const { error } = opened
  if (error.code === 'newer-format') return err(error)
  return err(error.code === 'missing' ? damaged(path, 'it is missing') : missingAsDamage(error))
}
