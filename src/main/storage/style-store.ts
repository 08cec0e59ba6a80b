import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { err, ok, type Result } from '../../shared/kernel/result'
import { Turns } from '../../shared/kernel/turns'
import type { StyleStore } from '../services/language-ports'
import type { WriteError } from '../services/ports'
import type { StorageContext } from './durable-json-file'
import { namesIn, replaceFile } from './durable-write'
import { codeOf, failureOf } from './faults'

const ending = '.yaml'

/** The house style: `style/<file>.yaml`, and each earlier version as `style/history/<file>-<version>.yaml`. */
export class StoredStyle implements StyleStore {
  readonly #turns = new Turns()

  constructor(
    private readonly folder: string,
    private readonly context: Pick<StorageContext, 'disk' | 'refusal'>,
  ) {}

  async files(): Promise<{ file: string; text: string }[]> {
    const names = (await namesIn(this.folder)).filter(
      (name) => name.endsWith(ending) && !name.startsWith('.'),
    )
    const files = await Promise.all(
      names.map(async (name) => ({
        file: name.slice(0, -ending.length),
        text: await textOf(join(this.folder, name)),
      })),
    )
    return files.flatMap(({ file, text }) => (text === null ? [] : [{ file, text }]))
  }

  async history(file: string): Promise<string[]> {
    const folder = join(this.folder, 'history')
    const names = (await namesIn(folder)).filter((name) => versionOf(file, name) !== null)
    const texts = await Promise.all(names.map((name) => textOf(join(folder, name))))
    return texts.filter((text) => text !== null)
  }

  change<E>(
    file: string,
    decide: (text: string | null) => Result<{ text: string; keptAs: number }, E>,
  ): Promise<Result<void, E | WriteError>> {
    return this.#turns.take('', async () => {
      const refusal = this.context.refusal()
      if (refusal) return err(refusal)
      const path = join(this.folder, `${file}${ending}`)
      const history = join(this.folder, 'history')
      const before = await textOf(path)
      const decided = decide(before)
      if (!decided.ok) return decided
      const { text, keptAs } = decided.value
      const { disk } = this.context
      try {
        await disk.makeFolder(history)
        // First: a kill in between leaves a version twice, and none lost.
        if (before !== null) await replaceFile(disk, join(history, `${file}-${keptAs}${ending}`), before)
        return ok(await replaceFile(disk, path, text))
      } catch (failure) {
        return failureOf(failure, path)
      }
    })
  }

  /** Resolves when every change asked for so far is stored or refused. */
  idle(): Promise<void> {
    return this.#turns.idle()
  }
}

/** The version in the name of an earlier version of a file, or null for another file's. */
function versionOf(file: string, name: string): number | null {
  const [, stem, version] = /^(.+)-(\d+)\.yaml$/.exec(name) ?? []
  return stem === file ? Number(version) : null
}

/** A file's text; null when it is not there. */
async function textOf(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8')
  } catch (failure) {
    if (['ENOENT', 'EISDIR', 'ENOTDIR'].includes(codeOf(failure))) return null
    throw failure
  }
}
