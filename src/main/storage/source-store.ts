import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { err, ok, type Result } from '../../shared/kernel/result'
import { Turns } from '../../shared/kernel/turns'
import type { SourceStore, WriteError } from '../services/ports'
import type { StorageContext } from './durable-json-file'
import { namesIn, replaceFile } from './durable-write'
import { codeOf, failureOf, reasonFor } from './faults'

/** Files that claims name as their source: `sources/<sha256>`, as they were added. */
export class StoredSources implements SourceStore {
  readonly #turns = new Turns()

  constructor(
    private readonly folder: string,
    private readonly context: Pick<StorageContext, 'disk' | 'refusal'>,
  ) {}

  add(bytes: Uint8Array): Promise<Result<string, WriteError>> {
    return this.#turns.take('', async () => {
      const refusal = this.context.refusal()
      if (refusal) return err(refusal)
      const hash = hashOfBytes(bytes)
      const path = join(this.folder, hash)
      const { disk } = this.context
      try {
        await disk.makeFolder(this.folder)
        // Written anew even where it is kept: the bytes on the disk may have been damaged since.
        await replaceFile(disk, path, bytes)
        return ok(hash)
      } catch (failure) {
        return failureOf(failure, path)
      }
    })
  }

  async find(hash: string): Promise<Uint8Array | null> {
    try {
      return await readFile(join(this.folder, hash))
    } catch (failure) {
      if (['ENOENT', 'EISDIR', 'ENOTDIR'].includes(codeOf(failure))) return null
      throw failure
    }
  }

  /** Resolves when everything asked for so far is stored or refused. */
  idle(): Promise<void> {
    return this.#turns.idle()
  }
}

/** What is wrong with the kept sources: a file’s name is the SHA-256 of its bytes. */
export async function checkSources(folder: string): Promise<string[]> {
  const problems: string[] = []
  for (const name of await namesIn(folder)) {
    if (!/^[0-9a-f]{64}$/.test(name)) continue
    try {
      if (hashOfBytes(await readFile(join(folder, name))) !== name)
        problems.push(`sources/${name}: its bytes are not those it is named after.`)
    } catch (failure) {
      problems.push(`sources/${name}: it cannot be read: ${reasonFor(failure)}.`)
    }
  }
  return problems
}

const hashOfBytes = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
