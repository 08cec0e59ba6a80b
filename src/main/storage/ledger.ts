import { err, ok, type Result } from '../../shared/kernel/result'
import { Turns } from '../../shared/kernel/turns'
import type { LibraryNote, RecordedRegister, WriteError } from '../services/ports'
import type { DurableJsonFile, StorageContext, Trouble } from './durable-json-file'

type Storing<T> = (value: T, note: LibraryNote | null) => Promise<Result<void, WriteError>>
type Change<T, V> = { next: T; value: V; note?: LibraryNote | null }

/** One small file with two promises added: changes run one at a time, and memory never runs ahead of the disk. */
export class Ledger<T extends object> implements RecordedRegister<T> {
  readonly #turns = new Turns()

  private constructor(
    private value: T,
    private readonly store: Storing<T>,
    private readonly context: Pick<StorageContext, 'refusal'>,
  ) {}

  /**
   * Opens a file. Nothing stands in for a damaged one, nor for a missing one that must exist.
   * @param options.store stores a change; left out, it is written to the file and no log tells of it
   * @param options.first what a file holds that is made when it is first changed; left out for one that must exist
   */
  static async open<T extends object>(
    file: DurableJsonFile<T>,
    context: Pick<StorageContext, 'refusal'>,
    { first, store = (value) => file.store(value) }: { first?: T; store?: Storing<T> } = {},
  ): Promise<Result<Ledger<T>, Trouble>> {
    const loaded = await file.load()
    if (loaded.ok) return ok(new Ledger(loaded.value, store, context))
    return loaded.error.code === 'missing' && first ? ok(new Ledger(first, store, context)) : loaded
  }

  read(): Readonly<T> {
    return this.value
  }

  change<V, E>(decide: (now: T) => Result<Change<T, V>, E>): Promise<Result<V, E | WriteError>> {
    return this.#turns.take('', async () => {
      const refusal = this.context.refusal()
      if (refusal) return err(refusal)
      const decided = decide(this.value)
      if (!decided.ok) return decided
      const { next, value, note } = decided.value
      const stored = await this.store(next, note ?? null)
      if (!stored.ok) return stored
      this.value = next
      return ok(value)
    })
  }

  /** Resolves when every change asked for so far is stored or refused. */
  idle(): Promise<void> {
    return this.#turns.idle()
  }
}

/** A part of a register as a register of its own; both share one file and one queue. */
export function partOf<T extends object, P>(
  whole: RecordedRegister<T>,
  get: (value: Readonly<T>) => P,
  set: (value: T, part: P) => T,
): RecordedRegister<P> {
  return {
    read: () => get(whole.read()) as Readonly<P>,
    change: (decide) =>
      whole.change((now) => {
        const decided = decide(get(now))
        if (!decided.ok) return decided
        return ok({ ...decided.value, next: set(now, decided.value.next) })
      }),
  }
}
