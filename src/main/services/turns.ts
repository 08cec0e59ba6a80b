/** Runs one piece of work at a time, in the order of asking. */
export type Turns = <T>(work: () => Promise<T>) => Promise<T>

/** A queue with nothing in it. */
export function createTurns(): Turns {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const turn = last.then(work)
    // Whoever asked is told of a failure; the next in line carries on.
    last = turn.catch(() => undefined)
    return turn
  }
}
