import { join } from 'node:path'
import { idSchema } from '../../shared/kernel/ids'
import { err, ok, type Result } from '../../shared/kernel/result'
import { Turns } from '../../shared/kernel/turns'
import type { QueueView } from '../../shared/review/queue-filter'
import type { DeskViewStore, WriteError } from '../services/ports'
import { missingAsDamage } from './article-files'
import { DurableJsonFile, type StorageContext } from './durable-json-file'
import { failureOf, inOneLine } from './faults'
import { deskViewsShape, type DeskViewsFile } from './shapes'

const nothing: DeskViewsFile = { looked: null, views: [] }

/** How each person looks at the review queue: a file for each person. */
export class StoredDeskViews implements DeskViewStore {
  readonly #turns = new Turns()

  constructor(
    private readonly folder: string,
    private readonly context: StorageContext,
  ) {}

  async looked(person: string): Promise<string | null> {
    return (await this.#read(person)).looked
  }

  async views(person: string): Promise<QueueView[]> {
    return (await this.#read(person)).views
  }

  async noteLook(person: string, at: string): Promise<Result<void, WriteError>> {
    const noted = await this.#change(person, (now) =>
      ok(now.looked !== null && now.looked >= at ? now : { ...now, looked: at }),
    )
    return noted.ok ? ok(undefined) : noted
  }

  async changeViews<E>(
    person: string,
    decide: (views: readonly QueueView[]) => Result<QueueView[], E>,
  ): Promise<Result<QueueView[], E | WriteError>> {
    const changed = await this.#change(person, (now) => {
      const decided = decide(now.views)
      return decided.ok ? ok({ ...now, views: decided.value }) : decided
    })
    return changed.ok ? ok(changed.value.views) : changed
  }

  idle(): Promise<void> {
    return this.#turns.idle()
  }

  #change<E>(
    person: string,
    decide: (now: DeskViewsFile) => Result<DeskViewsFile, E>,
  ): Promise<Result<DeskViewsFile, E | WriteError>> {
    return this.#turns.take(person, async () => {
      const refusal = this.context.refusal()
      if (refusal) return err(refusal)
      const now = await this.#load(person)
      if (!now.ok) return now
      const decided = decide(now.value)
      if (!decided.ok || decided.value === now.value) return decided
      try {
        await this.context.disk.makeFolder(this.folder)
      } catch (failure) {
        return failureOf(failure, this.folder)
      }
      const stored = await this.#file(person).store(decided.value)
      return stored.ok ? decided : stored
    })
  }

  /** What a damaged file held is not known; it is reported and left alone. */
  async #read(person: string): Promise<DeskViewsFile> {
    const loaded = idSchema.safeParse(person).success ? await this.#load(person) : ok(nothing)
    return loaded.ok ? loaded.value : nothing
  }

  async #load(person: string): Promise<Result<DeskViewsFile, WriteError>> {
    const loaded = await this.#file(person).load()
    if (loaded.ok) return loaded
    if (loaded.error.code === 'missing') return ok(nothing)
    const damage = missingAsDamage(loaded.error)
    this.context.report(inOneLine(damage))
    return err(damage)
  }

  #file(person: string): DurableJsonFile<DeskViewsFile> {
    return new DurableJsonFile(join(this.folder, `${person}.json`), deskViewsShape, this.context)
  }
}
