import { join } from 'node:path'
import { idSchema } from '../../shared/kernel/ids'
import { err, ok, type Result } from '../../shared/kernel/result'
import { Turns } from '../../shared/kernel/turns'
import type { ReadingStore, WriteError } from '../services/ports'
import { missingAsDamage } from './article-files'
import { DurableJsonFile, type StorageContext } from './durable-json-file'
import { failureOf, inOneLine } from './faults'
import { readingShape, type ReadingFile } from './shapes'

/** A person's marks are few and small: of the articles read longest ago no mark is kept. */
const mostMarks = 5000

/** Which revision of which article each person last read: a file for each person. */
export class StoredReading implements ReadingStore {
  readonly #turns = new Turns()

  constructor(
    private readonly folder: string,
    private readonly context: StorageContext,
  ) {}

  async find(person: string, article: string): Promise<number | null> {
    const marks = await this.#marks(person)
    return marks?.find((mark) => mark.article === article)?.revision ?? null
  }

  note(person: string, article: string, revision: number): Promise<Result<void, WriteError>> {
    return this.#turns.take(person, async () => {
      const refusal = this.context.refusal()
      if (refusal) return err(refusal)
      const marks = await this.#marks(person)
      const known = marks?.find((mark) => mark.article === article)?.revision ?? 0
      if (!marks || known >= revision) return ok(undefined)
      const others = marks.filter((mark) => mark.article !== article).slice(0, mostMarks - 1)
      try {
        await this.context.disk.makeFolder(this.folder)
      } catch (failure) {
        return failureOf(failure, this.folder)
      }
      return this.#file(person).store({ marks: [{ article, revision }, ...others] })
    })
  }

  idle(): Promise<void> {
    return this.#turns.idle()
  }

  /** The latest mark first; null for a damaged file, which is reported and left alone. */
  async #marks(person: string): Promise<ReadingFile['marks'] | null> {
    if (!idSchema.safeParse(person).success) return []
    const loaded = await this.#file(person).load()
    if (loaded.ok) return loaded.value.marks
    if (loaded.error.code === 'missing') return []
    this.context.report(inOneLine(missingAsDamage(loaded.error)))
    return null
  }

  #file(person: string): DurableJsonFile<ReadingFile> {
    return new DurableJsonFile(join(this.folder, `${person}.json`), readingShape, this.context)
  }
}
