import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ExportMemory } from '../services/publishing-ports'
import { isSystemFailure } from '../storage/faults'
import { hashOfBytes } from './manifest'

/** A memory on the disk. */
export interface KeptMemory extends ExportMemory {
  /** Writes what is not on the disk yet; meanwhile it is known to this process alone. */
  flush(): void
}

interface Kept {
  fingerprint: string
  value: object
}

/**
 * Remembers in a folder, a file for each name: the SHA-256 of the rest, and JSON. What does not match its hash is as
 * good as lost.
 * @param code see `ExportMemory`
 */
export function openExportMemory(folder: string, code: () => string): KeptMemory {
  const held = new Map<string, Kept | null>()
  const unwritten = new Set<string>()
  const fileOf = (name: string): string => join(folder, `${name}.json`)
  return {
    get code() {
      return code()
    },
    recall<T extends object>(name: string, fingerprint: string): T | null {
      const kept = held.get(name) ?? load(fileOf(name))
      held.set(name, kept)
      // Its hash says that Galley wrote it, and the fingerprint covers the code that did.
      return kept?.fingerprint === fingerprint ? (kept.value as T) : null
    },
    keep(name, fingerprint, value) {
      held.set(name, { fingerprint, value })
      unwritten.add(name)
    },
    flush() {
      for (const name of unwritten) store(fileOf(name), JSON.stringify(held.get(name)))
      unwritten.clear()
    },
  }

  function store(file: string, text: string): void {
    const copy = `${file}.${process.pid}.tmp`
    try {
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      writeFileSync(copy, `${hashOfBytes(Buffer.from(text))}\n${text}`, { mode: 0o600 })
      renameSync(copy, file)
    } catch (failure) {
      rmSync(copy, { force: true })
      // A disk that takes nothing more costs time next time, and nothing else.
      if (!isSystemFailure(failure)) throw failure
    }
  }
}

function load(file: string): Kept | null {
  try {
    const bytes = readFileSync(file)
    const end = bytes.indexOf('\n')
    const text = bytes.subarray(end + 1)
    return bytes.toString('latin1', 0, end) === hashOfBytes(text)
      ? (JSON.parse(text.toString('utf8')) as Kept)
      : null
  } catch (failure) {
    if (isSystemFailure(failure)) return null
    throw failure
  }
}
