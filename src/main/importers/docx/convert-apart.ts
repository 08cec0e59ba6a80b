import { fork } from 'node:child_process'
import { setTimeout } from 'node:timers/promises'
import { atMost } from './at-most'
import converter from './converter-process?modulePath'
import type { Conversion } from './converted'
import { docxLimits, tooHungry, tooSlow } from './limits'

/** Each takes a processor and much memory. */
const inTurn = atMost(2)

/**
 * Converts a Word file in a process of its own, which is killed when it takes too long or needs too much. It sees
 * nothing of this one's environment. No more than two are converted at once; the others wait.
 * @param milliseconds how long it may take once it is its turn
 */
export const convertApart = (
  bytes: Uint8Array,
  milliseconds = docxLimits.milliseconds,
): Promise<Conversion> => inTurn(() => convertNow(bytes, milliseconds))

async function convertNow(bytes: Uint8Array, milliseconds: number): Promise<Conversion> {
  const child = fork(converter, {
    execArgv: [],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    // Electron's binary runs as plain Node with it; Windows' sockets need to know where Windows is.
    env: { ELECTRON_RUN_AS_NODE: '1', SystemRoot: process.env['SystemRoot'] },
  })
  const ended = new Promise<Conversion>((resolve) => {
    child.once('message', (conversion) => resolve(conversion as Conversion))
    // A process that ends without an answer ran out of memory: every other failure has its words there.
    child.once('exit', () => resolve({ ok: false, reason: tooHungry }))
    child.once('error', () => resolve({ ok: false, reason: 'the reader of Word files could not be started' }))
  })
  const timer = new AbortController()
  const late = setTimeout(milliseconds, { ok: false, reason: tooSlow } as const, {
    signal: timer.signal,
  })
  late.catch(() => undefined)
  child.send(bytes, () => undefined)
  try {
    return await Promise.race([ended, late])
  } finally {
    timer.abort()
    child.kill('SIGKILL')
  }
}
