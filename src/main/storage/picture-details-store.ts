import { join } from 'node:path'
import { hashSchema } from '../../shared/kernel/ids'
import { err, ok } from '../../shared/kernel/result'
import { Turns } from '../../shared/kernel/turns'
import type { PictureDetails } from '../../shared/media/picture-details'
import type { PictureDetailsStore } from '../services/ports'
import { missingAsDamage } from './article-files'
import { DurableJsonFile, type StorageContext } from './durable-json-file'
import { namesIn } from './durable-write'
import { failureOf, inOneLine } from './faults'
import { pictureDetailsShape } from './shapes'

const fileName = /^([0-9a-f]{64})\.json$/
/** Files read at the same time when all are asked for. */
const abreast = 64

/** What is known of each picture, a file for each, named by the picture's hash; read once, then held in memory. */
export class StoredPictureDetails implements PictureDetailsStore {
  readonly #turns = new Turns()
  readonly #known = new Map<string, PictureDetails>()
  #all: Promise<void> | null = null

  constructor(
    private readonly folder: string,
    private readonly context: StorageContext,
  ) {}

  find: PictureDetailsStore['find'] = async (hash) => {
    if (!hashSchema.safeParse(hash).success) return null
    const known = this.#known.get(hash)
    if (known || this.#all) return known ?? null
    return this.#read(hash)
  }

  all: PictureDetailsStore['all'] = async () => {
    this.#all ??= this.#readAll()
    await this.#all
    return this.#known
  }

  change: PictureDetailsStore['change'] = (hash, decide) =>
    this.#turns.take(hash, async () => {
      const refusal = this.context.refusal()
      if (refusal) return err(refusal)
      const file = this.#file(hash)
      const loaded = await file.load()
      if (!loaded.ok && loaded.error.code !== 'missing') return err(missingAsDamage(loaded.error))
      const decided = decide(loaded.ok ? loaded.value : null)
      if (!decided.ok) return decided
      try {
        await this.context.disk.makeFolder(this.folder)
      } catch (failure) {
        return failureOf(failure, this.folder)
      }
      const stored = await file.store(decided.value)
      if (!stored.ok) return stored
      this.#known.set(hash, decided.value)
      return ok(decided.value)
    })

  /** Resolves when every change asked for so far is stored or refused. */
  idle(): Promise<void> {
    return this.#turns.idle()
  }

  async #readAll(): Promise<void> {
    const hashes = (await namesIn(this.folder)).flatMap((name) => fileName.exec(name)?.[1] ?? [])
    for (let from = 0; from < hashes.length; from += abreast)
      await Promise.all(hashes.slice(from, from + abreast).map((hash) => this.#read(hash)))
  }

  /** A damaged file is reported and left as it is. */
  async #read(hash: string): Promise<PictureDetails | null> {
    const loaded = await this.#file(hash).load()
    // A change that was stored meanwhile is newer than what was read.
    const known = this.#known.get(hash)
    if (known) return known
    if (loaded.ok) this.#known.set(hash, loaded.value)
    else if (loaded.error.code !== 'missing') this.context.report(inOneLine(missingAsDamage(loaded.error)))
    return loaded.ok ? loaded.value : null
  }

  #file(hash: string): DurableJsonFile<PictureDetails> {
    return new DurableJsonFile(join(this.folder, `${hash}.json`), pictureDetailsShape, this.context)
  }
}
