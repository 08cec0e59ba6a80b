import { stat } from 'node:fs/promises'
import { join, relative, resolve } from 'node:path'
import type { AppError } from '../../shared/kernel/app-error'
import { err, ok, type Result } from '../../shared/kernel/result'
import { ArticleFiles, missingAsDamage } from './article-files'
import { idsIn } from './article-index'
import { realDisk } from './disk'
import { DurableJsonFile, type Shape, type StorageContext } from './durable-json-file'
import { namesIn } from './durable-write'
import { layoutOf, type Layout } from './layout'
import { formats } from './migrations'
import {
  authorsShape,
  deskViewsShape,
  draftShape,
  libraryShape,
  peopleShape,
  pendingShape,
  pictureDetailsShape,
  readingShape,
  receiptShape,
  templatesShape,
} from './shapes'
import { checkArticle } from './verify-article'
import { checkMedia } from './verify-media'

/** What looking over a whole library found. */
export interface Verdict {
  ok: boolean
  /** A sentence each, naming the file and, in a log, the row. */
  problems: string[]
}

/**
 * Reads every file of a library and checks that each holds what it should, that log chains are whole, that revisions
 * carry their own hash, that seals stand on a kept revision and that pictures have the bytes they are named after.
 * Writes nothing, and can run while the library is open elsewhere.
 */
export async function verifyLibrary(path: string): Promise<Result<Verdict, AppError>> {
  const root = resolve(path)
  const layout = layoutOf(root)
  const folder = await stat(root).catch(() => null)
  if (!folder) return err({ code: 'missing-library', path: root })
  if (!(await stat(layout.library).catch(() => null))) {
    return err({ code: 'not-a-library', path: root, reason: 'it holds no library.json' })
  }
  const problems: string[] = []
  for await (const problem of problemsOf(layout)) problems.push(problem)
  return ok({ ok: problems.length === 0, problems })
}

/** Nothing is ever written through it. */
const reading: StorageContext = {
  disk: realDisk,
  formats,
  refusal: () => ({ code: 'read-only', holder: 'it is being verified' }),
  report: () => undefined,
}

async function* problemsOf(layout: Layout): AsyncGenerator<string> {
  const inFile = async <T extends object>(path: string, shape: Shape<T>): Promise<string[]> => {
    const loaded = await new DurableJsonFile(path, shape, reading).load()
    return loaded.ok ? [] : [`${relative(layout.root, path)}: ${missingAsDamage(loaded.error).reason}.`]
  }
  yield* await inFile(layout.library, libraryShape)
  yield* await inFile(layout.people, peopleShape)
  yield* await inFile(layout.authors, authorsShape)
  if (await stat(layout.templates).catch(() => null)) yield* await inFile(layout.templates, templatesShape)
  for (const id of idsIn(layout.articles)) {
    const files = new ArticleFiles(join(layout.articles, id), reading)
    for (const problem of await checkArticle(files)) yield `articles/${id}/${problem}`
  }
  for (const [folder, shape] of [
    [layout.drafts, draftShape],
    [layout.reading, readingShape],
    [layout.deskViews, deskViewsShape],
    [layout.receipts, receiptShape],
    [layout.pending, pendingShape],
    [layout.pictureDetails, pictureDetailsShape],
  ] as const) {
    for (const name of await namesIn(folder)) {
      if (name.startsWith('.') || !name.endsWith('.json')) continue
      yield* await inFile(join(folder, name), shape as Shape<object>)
    }
  }
  for (const problem of await checkMedia(layout)) yield problem
}
