import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { Low } from 'lowdb'
import type { Article } from '../../shared/article/article'
import type { Revision } from '../../shared/article/revision'
import type { ErrorWith } from '../../shared/kernel/app-error'
import { err, type Result } from '../../shared/kernel/result'
import { DurableJsonFile, type StorageContext, type Trouble } from './durable-json-file'
import { isLeftover, namesIn } from './durable-write'
import { asDamage, damaged } from './faults'
import { articleLayout, type ArticleLayout } from './layout'
import { articleShape, revisionShape } from './shapes'

const revisionName = /^(\d{6,})-[0-9a-f]{12}\.json$/

/** A kept revision's file. */
export interface RevisionFile {
  revision: number
  name: string
}

/** The files in one article's folder. */
export class ArticleFiles {
  readonly at: ArticleLayout

  constructor(
    folder: string,
    private readonly context: StorageContext,
  ) {
    this.at = articleLayout(folder)
  }

  get id(): string {
    return basename(this.at.folder)
  }

  /** The article, or what is wrong; `missing` when the library has no such article at all. */
  async read(): Promise<Result<Article, Trouble>> {
    const loaded = await this.#articleFile().load()
    if (loaded.ok) {
      if (loaded.value.id === this.id) return loaded
      return err(damaged(this.at.article, `it holds the article ${loaded.value.id}`))
    }
    const { error } = loaded
    if (error.code !== 'missing') return err(await this.#withWayForward(asDamage(error)))
    if ((await namesIn(this.at.folder)).every(isLeftover)) return loaded
    return err(await this.#withWayForward(damaged(this.at.article, 'it is missing')))
  }

  /** Stores the article durably. @throws StorageFault or what the operating system says */
  async write(article: Article): Promise<void> {
    const db = new Low<Article>(this.#articleFile(), article)
    await db.write()
  }

  /** SHA-256 of the bytes of article.json as they are. */
  async fingerprint(): Promise<string> {
    return createHash('sha256')
      .update(await readFile(this.at.article))
      .digest('hex')
  }

  /** The files of kept revisions, oldest first. */
  async revisionFiles(): Promise<RevisionFile[]> {
    return (await namesIn(this.at.revisions))
      .flatMap((name) => {
        const number = revisionName.exec(name)?.[1]
        return number ? [{ revision: Number(number), name }] : []
      })
      .sort((a, b) => a.revision - b.revision)
  }

  async readRevision({ name, revision }: RevisionFile): Promise<Result<Revision, ErrorWith<'damaged-file'>>> {
    const file = new DurableJsonFile(join(this.at.revisions, name), revisionShape, this.context)
    const loaded = await file.load()
    if (!loaded.ok) {
      return err(
        loaded.error.code === 'missing' ? damaged(file.path, 'it is missing') : asDamage(loaded.error),
      )
    }
    if (nameOf(loaded.value) === name) return loaded
    return err(damaged(file.path, `it does not hold revision ${revision} under its own id`))
  }

  /** Stores a newly kept revision. @throws StorageFault or what the operating system says */
  async writeRevision(revision: Revision): Promise<void> {
    await this.context.disk.makeFolder(this.at.revisions)
    const path = join(this.at.revisions, nameOf(revision))
    await new DurableJsonFile(path, revisionShape, this.context).write(revision)
  }

  /**
   * Revisions above the article's own were written by a keep that was killed before its article was: nobody was
   * told they are kept. They are set aside under another name, never deleted.
   */
  async setAsideUnkept(article: Article): Promise<void> {
    for (const { revision, name } of await this.revisionFiles()) {
      if (revision <= article.revision) continue
      const path = join(this.at.revisions, name)
      await this.context.disk.rename(path, `${path}.unkept`)
    }
  }

  /** Adds where the newest whole revision is, so that a person can go on from there. */
  async #withWayForward(error: ErrorWith<'damaged-file'>): Promise<ErrorWith<'damaged-file'>> {
    for (const file of (await this.revisionFiles()).reverse()) {
      if (!(await this.readRevision(file)).ok) continue
      const where = join(this.at.revisions, file.name)
      return {
        ...error,
        reason: `${error.reason}; its text up to revision ${file.revision} is whole in ${where}`,
      }
    }
    return error
  }

  #articleFile(): DurableJsonFile<Article> {
    return new DurableJsonFile(this.at.article, articleShape, this.context)
  }
}

const nameOf = ({ revision, id }: Pick<Revision, 'revision' | 'id'>): string =>
  `${String(revision).padStart(6, '0')}-${id.slice(0, 12)}.json`

/** A file that should be there and is not, as damage. */
export const missingAsDamage = (error: Trouble): ErrorWith<'damaged-file'> =>
  error.code === 'missing' ? damaged(error.path, 'it is missing') : asDamage(error)
