import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { err, ok, type Result } from '../../shared/kernel/result'
import { Turns } from '../../shared/kernel/turns'
import { chainRow, libraryRowSchema, type LibraryEntry, type LibraryRow } from '../../shared/workflow/log'
import type { LibraryLog, LibraryNote, ReadError, WriteError } from '../services/ports'
import { missingAsDamage } from './article-files'
import { DurableJsonFile, type StorageContext } from './durable-json-file'
import { replaceFile } from './durable-write'
import { codeOf, damaged, failureOf, inOneLine, isSystemFailure } from './faults'
import type { Layout } from './layout'
import { completeRow, lineOf, readLog, takeBack, wholeLog, type StoredLog } from './log-file'
import { libraryShape, logHeadShape, pendingLibraryShape, type PendingLibrary } from './shapes'

/** The files whose bytes each row of the library's log vouches for. */
type Vouched = 'people' | 'library'

/** A file's new text, on its way to the disk together with a row. */
interface NewText {
  of: Vouched
  text: string
}

/**
 * `library.log.jsonl`: a row for every change of people and settings. What is to be done is written to
 * `pending/library.json` first, as for a move, so that after a kill row and file are both there, or neither.
 */
export class StoredLibraryLog implements LibraryLog {
  readonly #turns = new Turns()
  readonly #pending: DurableJsonFile<PendingLibrary>
  /** Takes back a change that was refused, where the disk refused that too: nothing else happens before it. */
  #undo: (() => Promise<void>) | null = null

  constructor(
    private readonly layout: Layout,
    private readonly context: StorageContext,
  ) {
    this.#pending = new DurableJsonFile(join(layout.pending, 'library.json'), pendingLibraryShape, context)
  }

  /**
   * Completes what a kill interrupted, begins the log of a library that has none, and notes in it when one of its
   * files is not what the last row vouches for. What cannot be done is reported; the log is then as it was.
   * @param upgraded whether this opening brought the library to a newer format
   */
  async recover(now: () => Date, upgraded: boolean): Promise<void> {
    const done = await this.#turns.take('', async () => {
      const completed = await this.#complete()
      if (!completed.ok) return completed
      const begun = await this.#begin(now)
      return begun.ok ? this.#vouchAgain(now, upgraded) : begun
    })
    if (!done.ok && 'reason' in done.error) this.context.report(inOneLine(done.error))
  }

  async rows(): Promise<Result<LibraryRow[], ReadError>> {
    const log = await readLog(this.layout.libraryLog, libraryRowSchema)
    return log.ok ? ok(log.value.rows) : log
  }

  add(note: LibraryNote): Promise<Result<void, WriteError>> {
    return this.#turns.take('', () => this.#carryOut(note, null))
  }

  /** Stores a file and the row that tells of it: both, or neither. */
  record(file: NewText, note: LibraryNote): Promise<Result<void, WriteError>> {
    return this.#turns.take('', () => this.#carryOut(note, file))
  }

  /** Resolves when everything asked for so far is on the disk. */
  idle(): Promise<void> {
    return this.#turns.idle()
  }

  async #carryOut({ entry, sign }: LibraryNote, file: NewText | null): Promise<Result<void, WriteError>> {
    const refusal = this.context.refusal()
    if (refusal) return err(refusal)
    const { disk } = this.context
    const { libraryLog } = this.layout
    try {
      await this.#undo?.()
      this.#undo = null
      const log = await this.#wholeLog()
      if (!log.ok) return log
      const before = await this.#fingerprints()
      const people = file?.of === 'people' ? sha256(file.text) : before.people
      const settings = file?.of === 'library' ? sha256(file.text) : before.library
      const row = chainRow({ ...entry, people, settings }, log.value.rows.at(-1), sign)
      const replaces = file && before[file.of]
      this.#undo = () => this.#takeBack(log.value)
      await this.#pending.write({ row, file: file && { ...file, replaces: before[file.of] } })
      await disk.append(libraryLog, lineOf(row), { flush: true })
      if (log.value.rows.length === 0) await disk.flushFolder(this.layout.root)
      if (file && replaces !== null) await this.#replace(file, replaces)
      this.#undo = null
      // What stays pending is completed, which changes nothing else, or written over by the next.
      await this.#noteHead(row)
        .then(() => this.#settle())
        .catch(unlessBug)
      return ok(undefined)
    } catch (failure) {
      await this.#tryToUndo()
      return failureOf(failure, libraryLog)
    }
  }

  /** Writes the file. Once it is in place the change holds, flushed or not: the pending file still tells of it. */
  async #replace({ of, text }: NewText, replaces: string): Promise<void> {
    try {
      await replaceFile(this.context.disk, this.layout[of], text)
    } catch (failure) {
      if ((await this.#fingerprints())[of] === replaces) throw failure
      this.context.report(`${this.layout[of]}: it was written, but the disk did not confirm it.`)
    }
  }

  async #tryToUndo(): Promise<void> {
    try {
      await this.#undo?.()
      this.#undo = null
    } catch (failure) {
      unlessBug(failure)
    }
  }

  async #takeBack(before: StoredLog<LibraryRow>): Promise<void> {
    await takeBack(this.context.disk, this.layout.libraryLog, before, libraryRowSchema)
    await this.#settle()
  }

  async #complete(): Promise<Result<void, WriteError>> {
    const loaded = await this.#pending.load()
    if (!loaded.ok)
      return loaded.error.code === 'missing' ? ok(undefined) : err(missingAsDamage(loaded.error))
    const { row, file } = loaded.value
    const { disk } = this.context
    try {
      const completed = await completeRow(disk, this.layout.libraryLog, row, libraryRowSchema)
      if (!completed.ok) return completed
      await disk.flushFolder(this.layout.root)
      const current = await this.#fingerprints()
      if (file && current[file.of] === file.replaces) await replaceFile(disk, this.layout[file.of], file.text)
      await this.#noteHead(row)
      await this.#settle()
    } catch (failure) {
      return failureOf(failure, this.layout.libraryLog)
    }
    return ok(undefined)
  }

  /** The first row, in a library that was made just now or by a version without a log. */
  async #begin(now: () => Date): Promise<Result<void, WriteError>> {
    const file = new DurableJsonFile(this.layout.library, libraryShape, this.context)
    const library = await file.load()
    if (!library.ok) return err(missingAsDamage(library.error))
    if (library.value.recordedSince !== undefined) return ok(undefined)
    const entry = deskEntry('begin', '', now())
    const text = file.textOf({ ...library.value, recordedSince: entry.at })
    return this.#carryOut({ entry, sign: null }, { of: 'library', text })
  }

  /** A file that somebody changed behind the desk's back is vouched for no further without a word. */
  async #vouchAgain(now: () => Date, upgraded: boolean): Promise<Result<void, WriteError>> {
    const log = await this.#wholeLog()
    if (!log.ok) return log
    const last = log.value.rows.at(-1)
    if (!last) return ok(undefined)
    const { people, library } = await this.#fingerprints()
    const changed = [
      ...(last.people === people ? [] : ['people.json']),
      ...(last.settings === library ? [] : ['library.json']),
    ]
    if (changed.length === 0) return ok(undefined)
    const entry = deskEntry(upgraded ? 'upgrade' : foundChanged, changed.join(', '), now())
    return this.#carryOut({ entry, sign: null }, null)
  }

  async #wholeLog(): Promise<Result<StoredLog<LibraryRow>, WriteError>> {
    const { library, libraryLog } = this.layout
    const log = await wholeLog(libraryLog, libraryRowSchema)
    if (!log.ok || log.value.rows.length > 0) return log
    const known = await new DurableJsonFile(library, libraryShape, this.context).load()
    const hadOne = known.ok && known.value.recordedSince !== undefined
    return hadOne ? err(damaged(libraryLog, 'it is missing or empty')) : log
  }

  async #fingerprints(): Promise<Record<Vouched, string>> {
    return {
      people: sha256(await readFile(this.layout.people)),
      library: sha256(await readFile(this.layout.library)),
    }
  }

  /** Notes where the log ends, so that one which is cut does not reach it. */
  #noteHead({ sequence, hash }: LibraryRow): Promise<void> {
    const file = new DurableJsonFile(this.layout.libraryHead, logHeadShape, this.context)
    return file.write({ sequence, hash })
  }

  async #settle(): Promise<void> {
    try {
      await this.context.disk.remove(this.#pending.path)
    } catch (failure) {
      if (codeOf(failure) !== 'ENOENT') throw failure
    }
  }
}

/** The action of a row that tells of a change made by something other than the desk. */
export const foundChanged = 'found changed'

const deskEntry = (action: string, subject: string, at: Date): LibraryEntry => ({
  at: at.toISOString(),
  by: '',
  action,
  subject,
  from: '',
  to: '',
  note: '',
})

function unlessBug(failure: unknown): void {
  if (!isSystemFailure(failure)) throw failure
}

const sha256 = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex')
