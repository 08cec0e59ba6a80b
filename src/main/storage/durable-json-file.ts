import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import type { Adapter } from 'lowdb'
import type { z } from 'zod'
import type { ErrorWith } from '../../shared/kernel/app-error'
import { err, ok, type Result } from '../../shared/kernel/result'
import type { WriteError } from '../services/ports'
import type { Disk } from './disk'
import { replaceFile } from './durable-write'
import { codeOf, damaged, failureOf, reasonFor, StorageFault } from './faults'
import { upgrade, type FileKind, type Formats, type Stored } from './migrations'

/** What the files of one library share. */
export interface StorageContext {
  disk: Disk
  formats: Formats
  /** Why nothing may be written now, or null. */
  refusal(): WriteError | null
  /** Adds a sentence to the library's list of problems. */
  report(problem: string): void
}

/** What a kind of file holds, without its format number. */
export interface Shape<T extends object> {
  kind: FileKind
  schema: z.ZodType<T>
}

/** Why a file gave nothing. */
export type Trouble = { code: 'missing'; path: string } | ErrorWith<'damaged-file' | 'newer-format'>

/**
 * A lowdb adapter for one JSON file, stored as `{format, …value}`. A write survives a kill or a power cut; a read
 * tells a missing file, a damaged one and a newer one apart and never gives a default in their place.
 */
export class DurableJsonFile<T extends object> implements Adapter<T> {
  constructor(
    readonly path: string,
    private readonly shape: Shape<T>,
    private readonly context: Pick<StorageContext, 'disk' | 'formats' | 'refusal'>,
  ) {}

  /** The value, or why there is none. */
  async load(): Promise<Result<T, Trouble>> {
    let text: string
    try {
      // Of one small file, a promise takes ten times as long as the reading.
      text = readFileSync(this.path, 'utf8')
    } catch (failure) {
      const missing = codeOf(failure) === 'ENOENT'
      return err(
        missing
          ? { code: 'missing', path: this.path }
          : damaged(this.path, `it cannot be read: ${reasonFor(failure)}`),
      )
    }
    return this.parse(text)
  }

  /** The value that a file's text holds. */
  parse(text: string): Result<T, ErrorWith<'damaged-file' | 'newer-format'>> {
    const { kind, schema } = this.shape
    const stored = parseStored(text)
    if (!stored.ok) return err(damaged(this.path, stored.error))
    const { format, ...rest } = stored.value
    if (typeof format !== 'number' || !Number.isInteger(format) || format < 1) {
      return err(damaged(this.path, 'it carries no format number'))
    }
    const { formats } = this.context
    if (format > formats.current) {
      return err({ code: 'newer-format', path: this.path, found: format, known: formats.current })
    }
    const parsed = schema.safeParse(upgrade(kind, rest, format, formats))
    if (parsed.success) return ok(parsed.data)
    const issue = parsed.error.issues[0]
    return err(
      damaged(this.path, `it does not hold ${kindWords[kind]} (${issue?.path.join('.')}: ${issue?.message})`),
    )
  }

  /** The format number that a whole file was written in. */
  async storedFormat(): Promise<unknown> {
    const stored = parseStored(await readFile(this.path, 'utf8'))
    return stored.ok ? stored.value.format : undefined
  }

  /** Stores a value, or says why not. A value that could not be read again is a bug and is thrown. */
  async store(value: T): Promise<Result<void, WriteError>> {
    try {
      return ok(await this.write(value))
    } catch (failure) {
      return failureOf(failure, this.path)
    }
  }

  /** For lowdb: the value, or null for a missing file. */
  async read(): Promise<T | null> {
    const loaded = await this.load()
    if (loaded.ok) return loaded.value
    if (loaded.error.code === 'missing') return null
    throw new StorageFault(loaded.error)
  }

  /** For lowdb: as `store`, but throws. */
  async write(value: T): Promise<void> {
    const refusal = this.context.refusal()
    if (refusal) throw new StorageFault(refusal)
    await replaceFile(this.context.disk, this.path, this.textOf(value))
  }

  /** The text of a file that holds a value: its members in the schema's order, so that equal values give equal bytes. */
  textOf(value: T): string {
    const checked = this.shape.schema.safeParse(value)
    if (!checked.success) throw new Error(`Not ${kindWords[this.shape.kind]}: ${checked.error.message}`)
    return textOfStored({ format: this.context.formats.current, ...checked.data })
  }
}

const kindWords: Record<FileKind, string> = {
  library: 'a library’s description',
  people: 'people',
  authors: 'byline profiles',
  templates: 'templates',
  schedules: 'schedules',
  article: 'an article',
  revision: 'a kept revision',
  draft: 'a draft',
  'reading marks': 'what a person has read',
  'desk views': 'how a person looks at the queue',
  receipt: 'a receipt',
  'pending move': 'a move',
  'pending change': 'a change of people or settings',
  'log head': 'where a log ends',
  'picture details': 'what is known of a picture',
}

/** A stored value as the text of its file. */
export const textOfStored = (stored: Stored): string => `${JSON.stringify(stored, null, 1)}\n`

/** The JSON object in a text, or in words why there is none. */
export function parseStored(text: string): Result<Stored, string> {
  const whole = text.replace(/^\ufeff/, '')
  if (whole.trim() === '') return err('it is empty')
  if (/^\0+$/.test(whole)) return err('it holds nothing but NUL bytes')
  try {
    const value: unknown = JSON.parse(whole)
    return isStored(value) ? ok(value) : err('it holds something other than Galley wrote')
  } catch {
    return err('it is cut off or is not JSON')
  }
}

const isStored = (value: unknown): value is Stored =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
