import type { EventName } from '../../shared/contract'

/** What a stream of the desk's events tells. */
export interface StreamEars {
  message(name: EventName, event: unknown): void
  /** The desk has not been reached for a while; `known` is false when it answers but refuses this window. */
  lost(known: boolean): void
  /** It is reached again after `lost`. */
  back(): void
}

/** A reload or a short pause of the machine is not worth a word. */
const quiet = 2000
const again = 1500
/** Browsers keep six connections to a server: tabs that nobody sees must not use them up. The desk waits for them. */
const patience = 10_000

/** Listens to the desk for as long as the page lives, through every interruption. */
export function createEventStream(address: string, ears: StreamEars): void {
  let source: EventSource | null = null
  let silence: ReturnType<typeof setTimeout> | undefined
  let hiding: ReturnType<typeof setTimeout> | undefined
  let wasLost = false

  const lose = (known: boolean): void => {
    wasLost = true
    ears.lost(known)
  }
  const rest = (): void => {
    clearTimeout(silence)
    silence = undefined
    source?.close()
    source = null
  }
  const open = (): void => {
    if (source) return
    const opened = new EventSource(address)
    source = opened
    opened.addEventListener('open', () => {
      clearTimeout(silence)
      silence = undefined
      if (wasLost) ears.back()
      wasLost = false
    })
    opened.addEventListener('message', ({ data }: MessageEvent<string>) => {
      const { name, event } = JSON.parse(data) as { name: EventName; event: unknown }
      ears.message(name, event)
    })
    opened.addEventListener('error', () => {
      if (opened !== source) return
      silence ??= setTimeout(() => lose(true), quiet)
      if (opened.readyState !== EventSource.CLOSED) return
      // A refusal ends an EventSource for good. Ask why, and try again later.
      source = null
      void isRefused(address).then((refused) => {
        if (refused) lose(false)
        setTimeout(() => document.hidden || open(), again)
      })
    })
  }

  document.addEventListener('visibilitychange', () => {
    clearTimeout(hiding)
    if (document.hidden) hiding = setTimeout(rest, patience)
    else open()
  })
  open()
}

/** Whether the desk answers but does not know this window. */
async function isRefused(address: string): Promise<boolean> {
  const stop = new AbortController()
  const status = await fetch(address, { signal: stop.signal }).then(
    (response) => response.status,
    () => 0,
  )
  stop.abort()
  return status === 401 || status === 403
}
