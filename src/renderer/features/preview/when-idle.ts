/** Work that waits until nobody types and the window has nothing better to do. */
export interface IdleWork {
  /** Asks for the work to be done; asking again before it is done puts it off. */
  soon(): void
  stop(): void
}

/** How long nothing is typed before most of what follows from it is worked out: all of it in one go. */
const rest = 150
/** The longest that idle work is put off once it may run, in milliseconds. */
const atTheLatest = 500

/**
 * Work for an idle window. Who asks with every key press keeps it from running between a key and its frame; it asks
 * for no frame of its own, because one without anything to paint would keep the frame of the next key waiting.
 * @param quiet milliseconds without a further call of `soon` that have to pass first
 */
export function whenIdle(work: () => void, quiet = rest): IdleWork {
  let waiting: ReturnType<typeof setTimeout> | undefined
  let idle: number | undefined

  function stop(): void {
    clearTimeout(waiting)
    if (idle !== undefined) cancelIdleCallback(idle)
    idle = undefined
  }
  return {
    stop,
    soon() {
      stop()
      waiting = setTimeout(() => (idle = requestIdleCallback(work, { timeout: atTheLatest })), quiet)
    },
  }
}
