import { readFile } from 'node:fs/promises'
import type { z } from 'zod'
import { Turns } from '../../shared/kernel/turns'
import type { StorageContext } from './durable-json-file'
import { replaceFile } from './durable-write'
import { isSystemFailure } from './faults'

/** Lines a cache may hold beyond twice what it needs before it is written anew. */
const slack = 200

/**
 * A file of JSON lines, each about one article; the last line about an article counts. It only repeats what stands
 * elsewhere: it may be deleted, lines that cannot be read are left out, and a disk that refuses it is no failure.
 */
export class JsonlCache<L extends { id: string }> {
  readonly #turns = new Turns()
  #lines = 0

  constructor(
    private readonly path: string,
    private readonly schema: z.ZodType<L>,
    private readonly context: Pick<StorageContext, 'disk' | 'refusal'>,
  ) {}

  /** The last line about each article. */
  async load(): Promise<Map<string, L>> {
    const text = await readFile(this.path, 'utf8').catch(() => '')
    const last = new Map<string, L>()
    const lines = text.split('\n')
    this.#lines = lines.length - 1
    for (const line of lines) {
      const parsed = this.#parse(line)
      if (parsed) last.set(parsed.id, parsed)
    }
    return last
  }

  /** Adds a line. It is not flushed: what a power cut loses is found and made again on the next opening. */
  append(line: L): Promise<void> {
    this.#lines += 1
    return this.#write((disk) => disk.append(this.path, `${JSON.stringify(line)}\n`, { flush: false }))
  }

  /** Writes the file anew when it holds many more lines than it needs. */
  async tidy(current: ReadonlyMap<string, L>): Promise<void> {
    if (this.#lines > current.size * 2 + slack) await this.rewrite(current)
  }

  rewrite(current: ReadonlyMap<string, L>): Promise<void> {
    const text = [...current.values()].map((line) => `${JSON.stringify(line)}\n`).join('')
    this.#lines = current.size
    return this.#write((disk) => replaceFile(disk, this.path, text))
  }

  idle(): Promise<void> {
    return this.#turns.idle()
  }

  #write(act: (disk: StorageContext['disk']) => Promise<void>): Promise<void> {
    return this.#turns.take('', async () => {
      if (this.context.refusal()) return
      try {
        await act(this.context.disk)
      } catch (failure) {
        if (!isSystemFailure(failure)) throw failure
      }
    })
  }

  #parse(line: string): L | null {
    if (line === '') return null
    try {
      const parsed = this.schema.safeParse(JSON.parse(line))
      return parsed.success ? parsed.data : null
    } catch {
      return null
    }
  }
}
