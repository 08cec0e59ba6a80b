/** Work that waits until the window has nothing better to do. */
export interface IdleWork {
  /** Asks for the work to be done; asking again before it is done is asking once. */
  soon(): void
  stop(): void
}

/** The longest that idle work is put off once it may run, in milliseconds. */
const atTheLatest = 500

/**
 * @param quiet milliseconds without a further call of `soon` that have to pass first
 */
export function whenIdle(work: () => void, quiet = 0): IdleWork {
  let timer: ReturnType<typeof setTimeout> | undefined
  let asked: number | undefined

  function ask(): void {
    timer = undefined
    asked ??= requestIdleCallback(
      () => {
        asked = undefined
        work()
      },
      { timeout: atTheLatest },
    )
  }

  return {
    soon() {
      if (quiet === 0) return ask()
      clearTimeout(timer)
      timer = setTimeout(ask, quiet)
    },
    stop() {
      clearTimeout(timer)
      if (asked !== undefined) cancelIdleCallback(asked)
      timer = undefined
      asked = undefined
    },
  }
}
