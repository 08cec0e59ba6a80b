import type { ExportMemory } from '../services/publishing-ports'
import { hashOfBytes, manifestName } from './manifest'
import type { TargetFolder } from './target-folder'

/** A text of the site: what it was made from, and what its file was known by once it was written. */
type Row = [path: string, fingerprint: string, stamp: string]

interface Written {
  /** The SHA-256 of the manifest: with another one, somebody else exported there. */
  manifest: string
  rows: Row[]
}

/** What the last run from this machine left in a folder. Used only while the manifest is still the one it wrote. */
export class WrittenBefore {
  readonly #rows: ReadonlyMap<string, Row>
  /** A new row has no stamp before its file is in its place. */
  readonly #now = new Map<string, Row>()

  constructor(
    private readonly target: TargetFolder,
    private readonly memory: ExportMemory,
  ) {
    const written = memory.recall<Written>(this.#name, memory.code)
    const isLast = written !== null && written.manifest === this.#manifestHash()
    this.#rows = new Map((isLast ? written.rows : []).map((row) => [row[0], row]))
  }

  /** Whether a file that was made from this stands there, the very file that was written. */
  holds(path: string, fingerprint: string): boolean {
    const row = this.#rows.get(path)
    return row?.[1] === fingerprint && this.target.stampOf(path) === row[2]
  }

  /** Notes that a text stays as it is. */
  stays(path: string): void {
    const row = this.#rows.get(path)
    if (row) this.#now.set(path, row)
  }

  /** Notes what a text was made from that was made again. */
  made(path: string, fingerprint: string): void {
    this.#now.set(path, [path, fingerprint, ''])
  }

  /** Remembers what was noted, once the files are in their places. */
  keep(): void {
    const rows = [...this.#now.values()]
    const isKnown = rows.length === this.#rows.size && rows.every((row) => this.#rows.get(row[0]) === row)
    if (isKnown) return
    for (const row of rows) row[2] ||= this.target.stampOf(row[0]) ?? ''
    this.memory.keep(this.#name, this.memory.code, { manifest: this.#manifestHash(), rows })
  }

  get #name(): string {
    return `target-${hashOfBytes(Buffer.from(this.target.root)).slice(0, 16)}`
  }

  #manifestHash(): string {
    return this.target.sizeOf(manifestName) === null ? '' : hashOfBytes(this.target.read(manifestName))
  }
}
