import { stat } from 'node:fs/promises'
import { join, relative, resolve } from 'node:path'
import type { Verdict } from '../../shared/contract'
import type { AppError } from '../../shared/kernel/app-error'
import { err, ok, type Result } from '../../shared/kernel/result'
import { createSigningKeys } from '../platform/signing-keys'
import type { Keys } from '../services/ports'
import { ArticleFiles, missingAsDamage } from './article-files'
import { idsIn } from './article-index'
import { realDisk } from './disk'
import { DurableJsonFile, type Shape, type StorageContext } from './durable-json-file'
import { isLeftover, namesIn } from './durable-write'
import { layoutOf, type Layout } from './layout'
import { formats } from './migrations'
import {
  authorsShape,
  deskViewsShape,
  draftShape,
  pendingLibraryShape,
  pendingShape,
  pictureDetailsShape,
  readingShape,
  templatesShape,
} from './shapes'
import { checkArticle, type CheckedArticle } from './verify-article'
import { checkLibrary, lostHeads, type CheckedLibrary } from './verify-library'
import { checkSources } from './source-store'
import { checkMedia } from './verify-media'
import { checkReceipts } from './verify-receipts'
import { checkSchedules } from './verify-schedules'

/** How the look goes on: articles looked at, of how many. */
type Progress = (done: number, total: number) => void

/**
 * Reads every file of a library and checks that each holds what it should: every byte of the logs, of the people and
 * settings they vouch for and of the articles they tell of; that log chains are whole and their signatures true; that
 * revisions carry their own hash, that seals stand on a kept revision and on an approval, that no row is gone which a
 * receipt vouches for, and that pictures have the bytes they are named after. Writes nothing, and can run while the
 * library is open elsewhere. Articles are looked at one by one, so that it takes no memory of a large library.
 */
export async function verifyLibrary(
  path: string,
  { hasSigned, onProgress }: Options = {},
): Promise<Result<Verdict, AppError>> {
  const root = resolve(path)
  const layout = layoutOf(root)
  const folder = await stat(root).catch(() => null)
  if (!folder) return err({ code: 'missing-library', path: root })
  if (!(await stat(layout.library).catch(() => null))) {
    return err({ code: 'not-a-library', path: root, reason: 'it holds no library.json' })
  }
  return ok(await verdictOn(root, { hasSigned, onProgress }))
}

interface Options {
  hasSigned?: Keys['hasSigned']
  onProgress?: Progress
}

/** Nothing is ever written through it. */
const reading: StorageContext = {
  disk: realDisk,
  formats,
  refusal: () => ({ code: 'read-only', holder: 'it is being verified' }),
  report: () => undefined,
}

/** The verdict on a library that is known to be at a folder. */
export async function verdictOn(
  root: string,
  { hasSigned = createSigningKeys().hasSigned, onProgress = () => undefined }: Options = {},
): Promise<Verdict> {
  const layout = layoutOf(root)
  const library = await twice(
    () => checkLibrary(layout, reading, hasSigned),
    ({ problems }) => problems.length > 0,
  )
  const receipts = await checkReceipts(layout.receipts, reading, library.witnesses)
  const problems = [
    ...library.problems,
    ...lostHeads(library.rows, receipts.library),
    ...(await otherFiles(layout)),
    ...(await checkSchedules(layout, reading, library.witnesses)),
    ...receipts.problems,
  ]
  const ids = idsIn(layout.articles)
  const checked = { ...countOf(library), articles: ids.length, receipts: receipts.count }
  for (const [index, id] of ids.entries()) {
    const heads = receipts.articles.get(id) ?? []
    const article = await articleIn(layout, id, { ...library.witnesses, heads })
    checked.rows += article.rows
    checked.signed += article.signed
    problems.push(...article.problems.map((problem) => inArticle(id, article, problem)))
    onProgress(index + 1, ids.length)
  }
  const known = new Set(ids)
  for (const [id, [head]] of receipts.articles)
    if (!known.has(id))
      problems.push(`articles/${id}: it is gone; ${head?.receipt ?? 'a receipt'} tells that it was exported.`)
  const media = await checkMedia(layout)
  problems.push(...media.problems, ...(await checkSources(layout.sources)))
  return { ok: problems.length === 0, problems, checked: { ...checked, pictures: media.pictures } }
}

const countOf = ({ rows }: CheckedLibrary): Pick<Verdict['checked'], 'rows' | 'signed'> => ({
  rows: rows.length,
  signed: rows.filter((row) => row.signed).length,
})

/** A look that finds something is taken again: it may have come in the middle of a change. */
async function twice<T>(look: () => Promise<T>, isSuspect: (found: T) => boolean): Promise<T> {
  const found = await look()
  return isSuspect(found) ? look() : found
}

async function articleIn(
  layout: Layout,
  id: string,
  witnesses: Omit<Parameters<typeof checkArticle>[2], 'onItsWay'>,
): Promise<CheckedArticle> {
  const files = new ArticleFiles(join(layout.articles, id), reading)
  // What a kill left of an article that was never there.
  if ((await namesIn(files.at.folder)).every(isLeftover)) return nothing
  const pending = new DurableJsonFile(join(layout.pending, `${id}.json`), pendingShape, reading)
  const look = async (): Promise<CheckedArticle> => {
    const loaded = await pending.load()
    return checkArticle(files, reading, { ...witnesses, onItsWay: loaded.ok ? loaded.value.row.hash : null })
  }
  return twice(look, ({ problems }) => problems.length > 0)
}

const nothing: CheckedArticle = { headline: null, rows: 0, signed: 0, problems: [] }

/** `articles/<id>/log.jsonl (“Headline”): row 3 was changed.` What has no rows is placed by the log beside it. */
function inArticle(
  id: string,
  { headline, rows }: CheckedArticle,
  { file, words }: CheckedArticle['problems'][number],
): string {
  const about = [
    ...(headline === null ? [] : [`“${headline}”`]),
    ...(file === 'article.json' && rows > 0 ? [`at row ${rows} of its log`] : []),
  ]
  return `articles/${id}/${file}${about.length > 0 ? ` (${about.join(', ')})` : ''}: ${words}`
}

/** Files that need only hold what they should. */
async function otherFiles(layout: Layout): Promise<string[]> {
  const problems: string[] = []
  const look = async <T extends object>(path: string, shape: Shape<T>): Promise<void> => {
    const loaded = await new DurableJsonFile(path, shape, reading).load()
    if (!loaded.ok) problems.push(`${relative(layout.root, path)}: ${missingAsDamage(loaded.error).reason}.`)
  }
  await look(layout.authors, authorsShape)
  if (await stat(layout.templates).catch(() => null)) await look(layout.templates, templatesShape)
  for (const [folder, shape] of [
    [layout.drafts, draftShape],
    [layout.reading, readingShape],
    [layout.deskViews, deskViewsShape],
    [layout.pending, pendingShape],
    [layout.pictureDetails, pictureDetailsShape],
  ] as const) {
    for (const name of await namesIn(folder)) {
      if (name.startsWith('.') || !name.endsWith('.json')) continue
      const ofLibrary = folder === layout.pending && name === 'library.json'
      await look(join(folder, name), (ofLibrary ? pendingLibraryShape : shape) as Shape<object>)
    }
  }
  return problems
}
