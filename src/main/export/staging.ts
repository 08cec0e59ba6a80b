import {
  closeSync,
  fchmodSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { codeOf } from '../storage/faults'
import { hashOfBytes, manifestName, parseJson } from './manifest'
import { stagingName } from './site-path'
import type { TargetFolder } from './target-folder'

/** Named before each step that changes the disk; a test may throw there, as a kill would. */
export type BeforeStep = (step: string) => void

const journalSchema = z.strictObject({
  /** What is prepared: a number in the staging folder, where it belongs, and what it has to be. */
  place: z.array(z.strictObject({ staged: z.number().int(), path: z.string(), sha256: z.string() })),
  remove: z.array(z.string()),
  manifest: z.string(),
})
export type Journal = z.infer<typeof journalSchema>

const journalName = 'journal.json'

/** Files an export has prepared inside its target, on the same disk, so that each is put in place by one rename. */
export class Staging {
  readonly #folder: string
  #next = 0

  constructor(
    private readonly target: TargetFolder,
    private readonly beforeStep: BeforeStep,
  ) {
    this.#folder = join(target.root, stagingName)
  }

  /** Prepares a file and gives its number. */
  stage(bytes: Uint8Array): number {
    const staged = this.#next
    this.#next += 1
    this.beforeStep(`stage ${staged}`)
    if (staged === 0) mkdirSync(this.#folder, { recursive: true })
    writeWhole(join(this.#folder, String(staged)), bytes, { flush: false })
    return staged
  }

  /** Writes the journal. From here on the export counts, whatever happens. */
  commit(journal: Journal): void {
    this.beforeStep('journal')
    mkdirSync(this.#folder, { recursive: true })
    const written = join(this.#folder, `${journalName}.tmp`)
    writeWhole(written, Buffer.from(JSON.stringify(journal)), { flush: true })
    renameSync(written, join(this.#folder, journalName))
    flushFolder(this.#folder)
  }

  /** Does what a journal says; what is done already is passed over. `checked` looks at each staged file first. */
  async carryOut(
    journal: Journal,
    onPlaced: (done: number) => void = () => undefined,
    { checked } = { checked: false },
  ): Promise<void> {
    let done = 0
    for (const { staged, path, sha256 } of journal.place) {
      this.beforeStep(`place ${path}`)
      this.#place(staged, path, checked ? sha256 : null)
      done += 1
      if (done % 100 === 0) await breathe()
      onPlaced(done)
    }
    for (const path of journal.remove) {
      this.beforeStep(`remove ${path}`)
      if (this.target.sizeOf(path) !== null) unlinkSync(this.target.at(path))
      this.target.clearFoldersOf(path)
    }
    this.beforeStep('manifest')
    const manifest = join(this.#folder, manifestName)
    writeWhole(manifest, Buffer.from(journal.manifest), { flush: true })
    renameSync(manifest, join(this.target.root, manifestName))
    flushFolder(this.target.root)
    this.clear()
  }

  /** Takes everything prepared away. */
  clear(): void {
    this.beforeStep('clear')
    rmSync(this.#folder, { recursive: true, force: true })
  }

  /** Completes what a killed export had committed, and undoes what it had not. */
  async recover(): Promise<void> {
    const journal = readJournal(this.target.root)
    if (journal) await this.carryOut(journal, undefined, { checked: true })
    else rmSync(this.#folder, { recursive: true, force: true })
  }

  #place(staged: number, path: string, sha256: string | null): void {
    const from = join(this.#folder, String(staged))
    // Nothing but the journal is flushed: after a power cut a file may be short. The run that recovers makes it again.
    if (sha256 !== null && !isWhole(from, sha256)) return
    this.target.sizeOf(path)
    this.target.makeFolderOf(path)
    renameSync(from, this.target.at(path))
  }
}

/** What a killed export had committed to, or null. */
export function readJournal(root: string): Journal | null {
  const text = readOrNull(join(root, stagingName, journalName))
  const journal = text && journalSchema.safeParse(parseJson(text.toString('utf8')))
  return journal && journal.success ? journal.data : null
}

/** Writes a new file for everybody to read (0644), whatever this account's usual mode is. */
export function writeWhole(path: string, bytes: Uint8Array, { flush }: { flush: boolean }): void {
  const file = openSync(path, 'w', 0o644)
  try {
    writeFileSync(file, bytes)
    fchmodSync(file, 0o644)
    if (flush) fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

/** Makes renames in a folder last. */
export function flushFolder(path: string): void {
  // Windows flushes a folder with its files and cannot open one.
  if (process.platform === 'win32') return
  const folder = openSync(path, 'r')
  try {
    fsyncSync(folder)
  } finally {
    closeSync(folder)
  }
}

function isWhole(path: string, sha256: string): boolean {
  const bytes = readOrNull(path)
  return bytes !== null && hashOfBytes(bytes) === sha256
}

function readOrNull(path: string): Buffer | null {
  try {
    return readFileSync(path)
  } catch (failure) {
    if (codeOf(failure) === 'ENOENT') return null
    throw failure
  }
}

/** Lets the rest of the desk have its turn. */
export const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))
