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

/** Listens to the desk for as long as the page lives, through every interruption. */
export function createEventStream(address: string, ears: StreamEars): void {
  let silence: ReturnType<typeof setTimeout> | null = null
  let wasLost = false

  const lose = (known: boolean): void => {
    wasLost = true
    ears.lost(known)
  }
  const open = (): void => {
    const source = new EventSource(address)
    source.addEventListener('open', () => {
      if (silence !== null) clearTimeout(silence)
      silence = null
      if (wasLost) ears.back()
      wasLost = false
    })
    source.addEventListener('message', ({ data }: MessageEvent<string>) => {
      const { name, event } = JSON.parse(data) as { name: EventName; event: unknown }
      ears.message(name, event)
    })
    source.addEventListener('error', () => {
      silence ??= setTimeout(() => lose(true), quiet)
      if (source.readyState !== EventSource.CLOSED) return
      // A refusal ends an EventSource for good. Ask why, and try again later.
      void isRefused(address).then((refused) => {
        if (refused) lose(false)
        setTimeout(open, again)
      })
    })
  }
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
