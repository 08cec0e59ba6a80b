import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ulid } from 'ulid'
import type { Article } from '../../../shared/article/article'
import { emptyContent, type Content } from '../../../shared/article/content'
import { derive } from '../../../shared/article/derive'
import { newArticle } from '../../../shared/article/new-article'
import { revisionId, type Revision } from '../../../shared/article/revision'
import { ok, type Result } from '../../../shared/kernel/result'
import { defaultSettings } from '../../../shared/site/settings'
import { sealedNow } from '../../../shared/workflow/decide'
import type { LogEntry } from '../../../shared/workflow/log'
import type { ArticleChange, MediaStore, OpenLibrary } from '../../services/ports'
import { createLibrary } from '../create-library'
import { openLibrary, type Opening } from '../open-library'

/** A library and its articles as tests need them: real folders, plain words, a clock that moves by itself. */

export const person = ulid()

let seconds = Date.parse('2026-01-01T00:00:00Z')
/** A clock that moves on by a second each time it is read. */
export const now = (): Date => new Date((seconds += 1000))

/** A path in a new temporary folder that holds nothing yet. */
export const emptyPlace = async (): Promise<string> =>
  join(await mkdtemp(join(tmpdir(), 'galley-storage-')), 'library')

/** The value of a result that a test expects to be good. */
export function valueOf<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(`Refused: ${JSON.stringify(result.error)}`)
  return result.value
}

/** Makes a library in a new temporary folder and gives its path. */
export async function newLibrary(): Promise<string> {
  const path = await emptyPlace()
  valueOf(await createLibrary(path, { name: 'The Test Herald', now, newId: ulid }))
  return path
}

const noMedia: MediaStore = {
  add: async (name) => ({
    ok: false,
    error: { code: 'picture-refused', name, reason: 'there are none here' },
  }),
  find: async () => null,
  list: async () => [],
  original: async () => null,
  atWidth: async () => null,
  crop: async () => null,
  icon: async () => null,
  wordsInside: async () => ({}),
  cut: async () => null,
}

export const open = (path: string, opening: Partial<Opening> = {}): ReturnType<typeof openLibrary> =>
  openLibrary(path, { now, openMedia: () => noMedia, ...opening })

export const opened = async (path: string, opening: Partial<Opening> = {}): Promise<OpenLibrary> =>
  valueOf(await open(path, opening))

const site = defaultSettings('The Test Herald').site

/** Content with a headline and a body of one paragraph. */
export const contentWith = (headline: string, text = 'Once upon a time.'): Content => ({
  ...emptyContent('en'),
  headline,
  body: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] },
})

function revisionOf(article: Article, latest: Revision | null): Revision {
  const { revision, content, derived, publishedAt, updatedBy: by, updatedAt: at } = article
  const kept = { revision, parents: latest ? [latest.id] : [], by, at, content, derived, publishedAt }
  return { ...kept, id: revisionId(kept) }
}

/** A new article with its first revision and the first row of its log. */
export function firstChange(
  headline: string,
  authors: readonly string[] = [],
): ArticleChange & { revision: Revision } {
  const at = now().toISOString()
  const content = { ...contentWith(headline), authors: [...authors] }
  const article = newArticle(ulid(), content, site, person, at)
  return { article, revision: revisionOf(article, null), entry: entryFor(article, 'created', '', 'draft') }
}

const entryFor = (
  article: Article,
  action: string,
  from: string,
  to: string,
  names: readonly string[] = [],
): LogEntry => ({
  at: article.updatedAt,
  by: person,
  action,
  from,
  to,
  revision: article.revision,
  content: sealedNow(article, names).hash,
  note: '',
})

/** Keeps a new headline as the next revision. */
export const keeping =
  (headline: string) =>
  (article: Article, latest: Revision | null): Result<ArticleChange, never> => {
    const content = contentWith(headline)
    const next: Article = {
      ...article,
      revision: article.revision + 1,
      updatedAt: now().toISOString(),
      content,
      derived: derive(content, site, null),
    }
    return ok({ article: next, revision: revisionOf(next, latest) })
  }

/** Moves an article between draft and submitted, with a row in its log. */
export const moving = (article: Article): Result<ArticleChange, never> => {
  const from = article.review.state
  const to = from === 'draft' ? 'submitted' : 'draft'
  const next: Article = { ...article, review: { ...article.review, state: to } }
  return ok({ article: next, entry: entryFor(next, to === 'submitted' ? 'submit' : 'recall', from, to) })
}

/** Seals an article as it stands, with its authors' printed names. */
export const approving =
  (names: readonly string[] = []) =>
  (article: Article): Result<ArticleChange, never> => {
    const { revision } = article
    const at = now().toISOString()
    const seal = { ...sealedNow(article, names), by: person, at, revision, signatures: [] }
    const next: Article = { ...article, review: { ...article.review, state: 'approved', seal } }
    return ok({ article: next, entry: { ...entryFor(next, 'approve', 'in-review', 'approved', names), at } })
  }
