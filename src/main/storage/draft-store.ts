import { join } from 'node:path'
import type { Draft } from '../../shared/article/draft'
import { idSchema } from '../../shared/kernel/ids'
import { err, ok, type Result } from '../../shared/kernel/result'
import { Turns } from '../../shared/kernel/turns'
import type { DraftStore, WriteError } from '../services/ports'
import { missingAsDamage } from './article-files'
import { DurableJsonFile, type StorageContext } from './durable-json-file'
import { namesIn } from './durable-write'
import { codeOf, failureOf, inOneLine } from './faults'
import { draftShape } from './shapes'

/** Typing that is not kept yet, a file for each article and person. */
export class StoredDrafts implements DraftStore {
  readonly #turns = new Turns()

  constructor(
    private readonly folder: string,
    private readonly context: StorageContext,
    private readonly now: () => Date,
  ) {}

  /** The draft, or null; a damaged one is reported and kept as it is. */
  async find(article: string, person: string): Promise<Draft | null> {
    if (!isId(article) || !isId(person)) return null
    const loaded = await this.#file(article, person).load()
    if (loaded.ok) return loaded.value
    if (loaded.error.code !== 'missing') this.context.report(inOneLine(missingAsDamage(loaded.error)))
    return null
  }

  async ofPerson(person: string): Promise<Draft[]> {
    const mine = (await namesIn(this.folder)).filter((name) => name.endsWith(`.${person}.json`))
    const drafts = await Promise.all(mine.map((name) => this.find(name.split('.')[0] ?? '', person)))
    return drafts.filter((draft) => draft !== null)
  }

  /** A damaged file in its place is moved aside first: typing is never refused for it. */
  write(draft: Draft): Promise<Result<void, WriteError>> {
    const file = this.#file(draft.article, draft.person)
    return this.#turns.take(file.path, async () => {
      const refusal = this.context.refusal()
      if (refusal) return err(refusal)
      const present = await file.load()
      if (!present.ok && present.error.code !== 'missing') {
        const moved = await this.#moveAside(file.path)
        if (!moved.ok) return moved
      }
      return file.store(draft)
    })
  }

  discard: DraftStore['discard'] = (article, person, may = () => true) => {
    const { path } = this.#file(article, person)
    return this.#turns.take(path, async () => {
      const refusal = this.context.refusal()
      if (refusal) return err(refusal)
      const draft = await this.find(article, person)
      if (!draft || !may(draft)) return ok(undefined)
      try {
        // Not flushed: a draft that a power cut brings back is offered once more, which loses nothing.
        await this.context.disk.remove(path)
      } catch (failure) {
        if (codeOf(failure) !== 'ENOENT') return failureOf(failure, path)
      }
      return ok(undefined)
    })
  }

  idle(): Promise<void> {
    return this.#turns.idle()
  }

  async #moveAside(path: string): Promise<Result<void, WriteError>> {
    const aside = `${path}.damaged-${this.now().toISOString().replace(/[:.]/g, '-')}`
    try {
      await this.context.disk.rename(path, aside)
    } catch (failure) {
      return failureOf(failure, path)
    }
    this.context.report(`${path} was damaged and is kept as ${aside}.`)
    return ok(undefined)
  }

  #file(article: string, person: string): DurableJsonFile<Draft> {
    return new DurableJsonFile(join(this.folder, `${article}.${person}.json`), draftShape, this.context)
  }
}

const isId = (text: string): boolean => idSchema.safeParse(text).success
