/** Lets things that carry the same key happen one after the other; different keys do not wait for each other. */
export class Turns {
  readonly #last = new Map<string, Promise<unknown>>()

  /** Acts when everything before it under this key is done, whether that went well or not. */
  take<T>(key: string, act: () => Promise<T>): Promise<T> {
    const turn = (this.#last.get(key) ?? Promise.resolve()).then(act)
    const settled = turn.then(
      () => undefined,
      () => undefined,
    )
    this.#last.set(key, settled)
    void settled.then(() => {
      if (this.#last.get(key) === settled) this.#last.delete(key)
    })
    return turn
  }

  /** Resolves when nothing is waiting any more. */
  async idle(): Promise<void> {
    while (this.#last.size > 0) await Promise.all(this.#last.values())
  }
}

/** Runs one piece of work at a time, in the order of asking. */
export type InTurn = <T>(work: () => Promise<T>) => Promise<T>

/** A queue of its own, with nothing in it. */
export function oneAtATime(): InTurn {
  const turns = new Turns()
  return (work) => turns.take('', work)
}
