import { err, type Result } from '../../../../../shared/kernel/result'
import type { Clipping } from '../../../../../shared/html/read-clipping'

/** A clipping whose pictures are files; null for one that cannot be read. */
export interface ReadClipping extends Omit<Clipping, 'pictures'> {
  pictures: { standIn: string; file: File | null }[]
}
/** A clipboard's HTML, and its RTF for the pictures in it. */
export interface WhatToRead {
  html: string
  rtf: string
}
export type Reading = Result<ReadClipping, string>

export interface ClippingReader {
  /** Reads a clipboard, or says why it cannot be read. One after the other. */
  read(what: WhatToRead): Promise<Reading>
  stop(): void
}

/** Nothing that people copy takes longer, in milliseconds. */
const patience = 20_000

/** A reader in a thread of its own, which is started when something is first read. */
export function startReader(): ClippingReader {
  let worker: Worker | null = null
  let last: Promise<unknown> = Promise.resolve()

  const stop = (): void => {
    worker?.terminate()
    worker = null
  }
  const readNow = (what: WhatToRead): Promise<Reading> =>
    new Promise((resolve) => {
      worker ??= new Worker(new URL('./clipping-worker.ts', import.meta.url), { type: 'module' })
      const giveUp = (why: string) => (): void => {
        stop()
        resolve(err(why))
      }
      const timer = setTimeout(giveUp('it takes too long to read'), patience)
      worker.onmessage = ({ data }: MessageEvent<Reading>) => {
        clearTimeout(timer)
        resolve(data)
      }
      worker.onerror = () => {
        clearTimeout(timer)
        giveUp('it cannot be read')()
      }
      worker.postMessage(what)
    })

  return {
    read(what) {
      const reading = last.then(() => readNow(what))
      last = reading
      return reading
    },
    stop,
  }
}
