/** Work that waits until the window has nothing better to do. */
export interface IdleWork {
  /** Asks for the work to be done; asking again before it is done is asking once. */
  soon(): void
  stop(): void
}

/** The longest that idle work is put off once it may run, in milliseconds. */
const atTheLatest = 500

/**
 * Work that is done right after a frame was painted, once the window is idle: between a key press and its frame there
 * is nothing to do either, and work begun there would keep the frame waiting.
 * @param quiet milliseconds without a further call of `soon` that have to pass first
 */
export function whenIdle(work: () => void, quiet = 0): IdleWork {
  let waiting: ReturnType<typeof setTimeout> | undefined
  let idle: number | undefined
  let frame: number | undefined
  let painted: ReturnType<typeof setTimeout> | undefined

  function ask(): void {
    idle ??= requestIdleCallback(askForFrame, { timeout: atTheLatest })
  }
  function askForFrame(): void {
    frame = requestAnimationFrame(() => (painted = setTimeout(run)))
  }
  function run(): void {
    idle = undefined
    work()
  }

  return {
    soon() {
      if (quiet === 0) return ask()
      clearTimeout(waiting)
      waiting = setTimeout(ask, quiet)
    },
    stop() {
      clearTimeout(waiting)
      clearTimeout(painted)
      if (idle !== undefined) cancelIdleCallback(idle)
      if (frame !== undefined) cancelAnimationFrame(frame)
      idle = undefined
    },
  }
}
