import { Low } from 'lowdb'
import { err, ok, type Result } from '../../shared/kernel/result'
import { Turns } from '../../shared/kernel/turns'
import type { Register, WriteError } from '../services/ports'
import type { DurableJsonFile, StorageContext, Trouble } from './durable-json-file'
import { failureOf } from './faults'

/** One small lowdb file with two promises added: changes run one at a time, and memory never runs ahead of the disk. */
export class Ledger<T extends object> implements Register<T> {
  readonly #db: Low<T>
  readonly #turns = new Turns()

  private constructor(
    value: T,
    private readonly file: DurableJsonFile<T>,
    private readonly context: Pick<StorageContext, 'refusal'>,
  ) {
    this.#db = new Low(file, value)
  }

  /**
   * Opens a file. Nothing stands in for a damaged one, nor for a missing one that must exist.
   * @param first what a file holds that is made when it is first changed; left out for one that must exist
   */
  static async open<T extends object>(
    file: DurableJsonFile<T>,
    context: Pick<StorageContext, 'refusal'>,
    first?: T,
  ): Promise<Result<Ledger<T>, Trouble>> {
    const loaded = await file.load()
    if (loaded.ok) return ok(new Ledger(loaded.value, file, context))
    return loaded.error.code === 'missing' && first ? ok(new Ledger(first, file, context)) : loaded
  }

  read(): Readonly<T> {
    return this.#db.data
  }

  change<V, E>(decide: (now: T) => Result<{ next: T; value: V }, E>): Promise<Result<V, E | WriteError>> {
    return this.#turns.take('', async () => {
      const refusal = this.context.refusal()
      if (refusal) return err(refusal)
      const before = this.#db.data
      const decided = decide(before)
      if (!decided.ok) return decided
      try {
        await this.file.write(decided.value.next)
      } catch (failure) {
        return failureOf(failure, this.file.path)
      }
      this.#db.data = decided.value.next
      return ok(decided.value.value)
    })
  }

  /** Resolves when every change asked for so far is stored or refused. */
  idle(): Promise<void> {
    return this.#turns.idle()
  }
}

/** A part of a register as a register of its own; both share one file and one queue. */
export function partOf<T extends object, P>(
  whole: Register<T>,
  get: (value: Readonly<T>) => P,
  set: (value: T, part: P) => T,
): Register<P> {
  return {
    read: () => get(whole.read()) as Readonly<P>,
    change: (decide) =>
      whole.change((now) => {
        const decided = decide(get(now))
        if (!decided.ok) return decided
        return ok({ next: set(now, decided.value.next), value: decided.value.value })
      }),
  }
}
