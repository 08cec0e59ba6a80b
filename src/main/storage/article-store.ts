import { join } from 'node:path'
import type { Article } from '../../shared/article/article'
import type { IndexEntry } from '../../shared/article/index-entry'
import type { Revision } from '../../shared/article/revision'
import type { ErrorWith } from '../../shared/kernel/app-error'
import { idSchema } from '../../shared/kernel/ids'
import { err, ok, type Result } from '../../shared/kernel/result'
import { Turns } from '../../shared/kernel/turns'
import { chainRow, logRowSchema, withHead, type LogRow } from '../../shared/workflow/log'
import type {
  ArticleChange,
  ArticleStore,
  ReadError,
  RevisionList,
  RevisionPage,
  WriteError,
} from '../services/ports'
import { ArticleFiles, missingAsDamage, type RevisionFile } from './article-files'
import { ArticleIndex } from './article-index'
import type { StorageContext } from './durable-json-file'
import { clearLeftovers } from './durable-write'
import { damaged, failureOf, inOneLine } from './faults'
import type { Layout } from './layout'
import { lineOf, readLog } from './log-file'
import { PendingMoves } from './pending-moves'

type NotFound = ErrorWith<'not-found'>

/** Articles on disk, a folder each. Nothing of an article stays in memory: a save costs the same in a library of any size. */
export class StoredArticles implements ArticleStore {
  readonly #turns = new Turns()
  readonly #index: ArticleIndex
  readonly #pending: PendingMoves
  /** Articles whose folders were looked over since the library was opened. */
  readonly #tidied = new Set<string>()

  constructor(
    private readonly layout: Layout,
    private readonly context: StorageContext,
    namesOf: (authors: readonly string[]) => string[],
  ) {
    this.#index = new ArticleIndex(layout, context, { files: (id) => this.#files(id), namesOf })
    this.#pending = new PendingMoves(layout.pending, context)
  }

  /** Completes what a kill interrupted; what cannot be completed is reported and left as it is. */
  async recover(): Promise<void> {
    await this.context.disk.removeFolder(this.#nursery)
    for (const id of await this.#pending.ids()) {
      const done = await this.#pending.complete(id, this.#files(id))
      if (!done.ok && 'reason' in done.error) this.context.report(inOneLine(done.error))
    }
  }

  async find(id: string): Promise<Result<Article, NotFound | ReadError>> {
    const read = idSchema.safeParse(id).success ? await this.#files(id).read() : null
    if (read?.ok) return read
    if (!read || read.error.code === 'missing') return err({ code: 'not-found', what: 'article', id })
    const error = missingAsDamage(read.error)
    this.context.report(inOneLine(error))
    return err(error)
  }

  create(change: ArticleChange): Promise<Result<Article, WriteError>> {
    const { revision, entry, sign } = change
    const row = entry && chainRow(entry, undefined, sign)
    const article = row ? withHead(change.article, row) : change.article
    return this.#turns.take(article.id, async () => {
      const refusal = this.context.refusal()
      if (refusal) return err(refusal)
      // Made aside and moved in at once: an article is never half there.
      const made = new ArticleFiles(join(this.#nursery, article.id), this.context)
      const { disk } = this.context
      try {
        await disk.makeFolder(made.at.folder)
        if (revision) await made.writeRevision(revision)
        if (row) await disk.append(made.at.log, lineOf(row), { flush: true })
        await made.write(article)
        await disk.rename(made.at.folder, this.#files(article.id).at.folder)
        await disk.flushFolder(this.layout.articles)
      } catch (failure) {
        await disk.removeFolder(made.at.folder).catch(() => undefined)
        return failureOf(failure, this.#files(article.id).at.folder)
      }
      await this.#index.note(article, true)
      return ok(article)
    })
  }

  change<E>(
    id: string,
    decide: (article: Article, latest: Revision | null) => Result<ArticleChange | null, E>,
  ): Promise<Result<Article, E | NotFound | WriteError>> {
    return this.#turns.take(id, async () => {
      const refusal = this.context.refusal()
      if (refusal) return err(refusal)
      const found = await this.#findWhole(id)
      if (!found.ok) return found
      const decided = decide(found.value, await this.#latest(found.value))
      if (!decided.ok) return decided
      if (decided.value === null) return found
      const stored = await this.#store(decided.value)
      if (!stored.ok) return stored
      const stamp = await this.#index.note(stored.value, decided.value.revision !== undefined)
      decided.value.onStored?.(stamp)
      return stored
    })
  }

  async revisions(
    id: string,
    { below, limit }: RevisionPage = { below: null, limit: Infinity },
  ): Promise<Result<RevisionList, NotFound | ReadError>> {
    const kept = await this.#kept(id)
    if (!kept.ok) return kept
    const wanted = kept.value.filter((file) => below === null || file.revision < below)
    const rows: RevisionList['rows'] = []
    for (const file of wanted.reverse()) {
      // A damaged one takes nobody's place: a page that is not full is the last.
      if (rows.length === limit) break
      const read = await this.#files(id).readRevision(file)
      if (!read.ok) {
        this.context.report(inOneLine(read.error))
        continue
      }
      const { revision, by, at, id: name, derived } = read.value
      rows.push({ revision, by, at, id: name, words: derived.words })
    }
    return ok({ rows, total: kept.value.length })
  }

  async revision(id: string, revision: number): Promise<Result<Revision, NotFound | ReadError>> {
    const kept = await this.#kept(id)
    if (!kept.ok) return kept
    const file = kept.value.find((one) => one.revision === revision)
    if (!file) return err({ code: 'not-found', what: 'revision', id: String(revision) })
    return this.#files(id).readRevision(file)
  }

  async log(id: string): Promise<Result<LogRow[], NotFound | ReadError>> {
    const found = await this.find(id)
    if (!found.ok) return found
    const { at } = this.#files(id)
    const log = await readLog(at.log, logRowSchema)
    if (!log.ok) return log
    // Where somebody else writes, a row may just be on its way.
    if (log.value.torn === '' || this.context.refusal()) return ok(log.value.rows)
    return err(damaged(at.log, `its last row, ${log.value.rows.length + 1}, is cut off`))
  }

  stamps(): ReadonlyMap<string, string> {
    return this.#index.stamps()
  }

  entries(): Promise<readonly IndexEntry[]> {
    return this.#index.entries()
  }

  texts(): Promise<ReadonlyMap<string, string>> {
    return this.#index.texts()
  }

  async describeAgain(ids: readonly string[]): Promise<void> {
    for (const id of ids) {
      await this.#turns.take(id, async () => {
        const found = await this.find(id)
        if (found.ok) await this.#index.note(found.value, false)
      })
    }
  }

  /** Resolves when everything asked for so far is on the disk. */
  async idle(): Promise<void> {
    await this.#turns.idle()
    await this.#index.idle()
  }

  async #store({ article, revision, entry, sign }: ArticleChange): Promise<Result<Article, WriteError>> {
    const files = this.#files(article.id)
    try {
      if (revision) await files.writeRevision(revision)
      if (!entry) {
        await files.write(article)
        return ok(article)
      }
      const moved = await this.#pending.carryOut(files, { article, entry, sign })
      if (!moved.ok) this.#tidied.delete(article.id)
      return moved
    } catch (failure) {
      // A revision that was written before the refusal must not be taken for a kept one.
      this.#tidied.delete(article.id)
      return failureOf(failure, files.at.folder)
    }
  }

  /** The article as a change needs it: nothing of an earlier, interrupted change in the way. */
  async #findWhole(id: string): Promise<Result<Article, NotFound | WriteError>> {
    const files = this.#files(id)
    if (this.#pending.isUnsettled(id)) {
      const settled = await this.#pending.complete(id, files)
      if (!settled.ok) return settled
    }
    const found = await this.find(id)
    if (!found.ok || this.#tidied.has(id)) return found
    try {
      await clearLeftovers(this.context.disk, files.at.folder)
      await clearLeftovers(this.context.disk, files.at.revisions)
      await files.setAsideUnkept(found.value)
    } catch (failure) {
      return failureOf(failure, files.at.folder)
    }
    this.#tidied.add(id)
    return found
  }

  /** The kept revision that an article's content is; null when its file is gone or damaged, which is reported. */
  async #latest({ id, revision }: Article): Promise<Revision | null> {
    const files = this.#files(id)
    const file = (await files.revisionFiles()).find((one) => one.revision === revision)
    const read = file
      ? await files.readRevision(file)
      : err(damaged(files.at.revisions, `revision ${revision} is missing`))
    if (read.ok) return read.value
    this.context.report(inOneLine(read.error))
    return null
  }

  /** Files of the revisions that count, oldest first. */
  async #kept(id: string): Promise<Result<RevisionFile[], NotFound | ReadError>> {
    const found = await this.find(id)
    if (!found.ok && found.error.code === 'not-found') return found
    const files = await this.#files(id).revisionFiles()
    // A damaged article's revisions stay readable: they are the way out.
    return ok(found.ok ? files.filter(({ revision }) => revision <= found.value.revision) : files)
  }

  #files(id: string): ArticleFiles {
    return new ArticleFiles(join(this.layout.articles, id), this.context)
  }

  /** Where articles are made before they are moved in. */
  get #nursery(): string {
    return join(this.layout.pending, 'new')
  }
}
