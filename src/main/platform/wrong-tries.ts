import { mkdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { TryStore, WrongTries } from '../services/ports'
import { realDisk } from '../storage/disk'
import { replaceFile } from '../storage/durable-write'

const fileSchema = z.record(z.string(), z.strictObject({ wrong: z.number().int(), openFrom: z.number() }))
type Kept = z.infer<typeof fileSchema>

/**
 * Wrong tries in a file of Galley's own folder, so that neither closing the window nor another run of the command line
 * forgets them. Where the folder cannot be written, they are known for as long as this program runs.
 * @param home Galley's own folder
 */
export function openWrongTries(home: string): TryStore {
  const file = join(home, 'wrong-tries.json')
  let unwritten: Kept | null = null

  async function read(): Promise<Kept> {
    if (unwritten) return unwritten
    try {
      return fileSchema.parse(JSON.parse(await readFile(file, 'utf8')))
    } catch {
      // None yet; or it was tampered with, which whoever may write there can do in any case.
      return {}
    }
  }

  return {
    find: async (person) => (await read())[person] ?? null,
    async keep(person, tries: WrongTries | null) {
      const { [person]: _before, ...others } = await read()
      const next = tries ? { ...others, [person]: tries } : others
      try {
        if (Object.keys(next).length === 0) await rm(file, { force: true })
        else {
          await mkdir(home, { recursive: true })
          await replaceFile(realDisk, file, `${JSON.stringify(next)}\n`)
        }
        unwritten = null
      } catch {
        unwritten = next
      }
    },
  }
}
