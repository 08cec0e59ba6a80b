import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'
import { fileURLToPath } from 'node:url'
import { convertDocx } from './convert-docx'
import type { Conversion } from './converted'
import { docxLimits, tooHungry } from './limits'

/**
 * A process that converts one Word file and ends. Its first thread only watches: the work is done in a second one,
 * whose JavaScript memory is limited, and the memory of both together is looked at again and again.
 */
function watch(): void {
  process.once('message', (bytes: Uint8Array) => {
    const worker = new Worker(fileURLToPath(import.meta.url), {
      workerData: bytes,
      resourceLimits: { maxOldGenerationSizeMb: docxLimits.heap / 1024 / 1024 },
    })
    const answer = (conversion: Conversion): void => {
      process.send?.(conversion, () => process.exit())
    }
    worker.once('message', answer)
    worker.once('error', (failure) =>
      answer({
        ok: false,
        reason:
          'code' in failure && failure.code === 'ERR_WORKER_OUT_OF_MEMORY'
            ? tooHungry
            : 'its text is damaged',
      }),
    )
    setInterval(() => {
      if (process.memoryUsage.rss() > docxLimits.memory) process.exit(hungry)
    }, 20)
  })
  process.once('disconnect', () => process.exit())
}

/** How the process ends when it was about to need more memory than it may. */
const hungry = 3

async function work(bytes: Uint8Array): Promise<void> {
  parentPort?.postMessage(await convertDocx(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)))
}

if (isMainThread) watch()
else await work(workerData as Uint8Array)
