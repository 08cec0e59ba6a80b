import { join } from 'node:path'
import type { Article } from '../../shared/article/article'
import { idSchema } from '../../shared/kernel/ids'
import { err, ok, type Result } from '../../shared/kernel/result'
import { chainRow, logRowSchema, withHead, type LogEntry, type LogRow } from '../../shared/workflow/log'
import type { ArticleChange, WriteError } from '../services/ports'
import { missingAsDamage, type ArticleFiles } from './article-files'
import { DurableJsonFile, type StorageContext } from './durable-json-file'
import { namesIn } from './durable-write'
import { codeOf, failureOf, isSystemFailure } from './faults'
import { completeRow, lineOf, takeBack, wholeLog, type StoredLog } from './log-file'
import { pendingShape, type PendingMove } from './shapes'

const suffix = '.json'

type Move = Pick<ArticleChange, 'article' | 'sign'> & { entry: LogEntry }

/**
 * A move changes two files: a row is added to the article's log, and the article changes. What is to be done is
 * written to `pending/<id>.json` first, so that after a kill the next opening completes both.
 */
export class PendingMoves {
  readonly #unsettled = new Set<string>()

  constructor(
    private readonly folder: string,
    private readonly context: StorageContext,
  ) {}

  /** Articles whose moves a kill interrupted. */
  async ids(): Promise<string[]> {
    return (await namesIn(this.folder))
      .filter((name) => name.endsWith(suffix))
      .map((name) => name.slice(0, -suffix.length))
      .filter((id) => idSchema.safeParse(id).success)
  }

  /** Logs and stores a move: both, or neither. Gives the article as it is stored, which knows its log's last row. */
  async carryOut(
    files: ArticleFiles,
    { article: moved, entry, sign }: Move,
  ): Promise<Result<Article, WriteError>> {
    const log = await wholeLog(files.at.log, logRowSchema)
    if (!log.ok) return log
    const row = chainRow(entry, log.value.rows.at(-1), sign)
    const article = withHead(moved, row)
    let replaces: string
    this.#unsettled.add(article.id)
    try {
      replaces = await files.fingerprint()
      await this.#file(article.id).write({ row, article, replaces })
    } catch (failure) {
      // It may be in place and only not flushed: a move that was refused must not happen on the next opening.
      await this.#settle(article.id)
      return failureOf(failure, this.#pathOf(article.id))
    }
    try {
      const { disk } = this.context
      await disk.append(files.at.log, lineOf(row), { flush: true })
      if (log.value.rows.length === 0) await disk.flushFolder(files.at.folder)
      await files.write(article)
    } catch (failure) {
      await this.#undo(files, log.value, replaces)
      return failureOf(failure, files.at.folder)
    }
    await this.#settle(article.id)
    return ok(article)
  }

  /** Whether a move of this article is neither done nor undone, because the disk refused both. */
  isUnsettled(id: string): boolean {
    return this.#unsettled.has(id)
  }

  /** Completes an interrupted move, or says why it cannot be. Does nothing when there is none. */
  async complete(id: string, files: ArticleFiles): Promise<Result<void, WriteError>> {
    const loaded = await this.#file(id).load()
    if (!loaded.ok)
      return loaded.error.code === 'missing' ? ok(undefined) : err(missingAsDamage(loaded.error))
    const { row, article, replaces } = loaded.value
    const current = await files.read()
    if (!current.ok) return err(missingAsDamage(current.error))
    try {
      const logged = await completeRow(this.context.disk, files.at.log, row, logRowSchema)
      if (!logged.ok) return logged
      await this.context.disk.flushFolder(files.at.folder)
      // Any other fingerprint means that the article got its move, and perhaps later changes too.
      if ((await files.fingerprint()) === replaces) await files.write(article)
    } catch (failure) {
      return failureOf(failure, this.#pathOf(id))
    }
    await this.#settle(id)
    return ok(undefined)
  }

  /**
   * Takes back a row that nobody was told of. Where even that fails, or the article is in place already, the pending
   * file stays and the next change or opening completes the move.
   */
  async #undo(files: ArticleFiles, before: StoredLog<LogRow>, replaces: string): Promise<void> {
    try {
      if ((await files.fingerprint()) !== replaces) return
      await takeBack(this.context.disk, files.at.log, before, logRowSchema)
    } catch (failure) {
      if (isSystemFailure(failure)) return
      throw failure
    }
    await this.#settle(files.id)
  }

  /** Forgets a move that is done or undone. Its file outlives a refusal of the disk and is taken away later. */
  async #settle(id: string): Promise<void> {
    try {
      await this.context.disk.remove(this.#pathOf(id))
    } catch (failure) {
      if (!isSystemFailure(failure)) throw failure
      if (codeOf(failure) !== 'ENOENT') return
    }
    this.#unsettled.delete(id)
  }

  #pathOf(id: string): string {
    return join(this.folder, `${id}${suffix}`)
  }

  #file(id: string): DurableJsonFile<PendingMove> {
    return new DurableJsonFile(this.#pathOf(id), pendingShape, this.context)
  }
}
