import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import {
  DurableJsonFile,
  parseStored,
  textOfStored,
  type Shape,
  type StorageContext,
} from './durable-json-file'
import { missingAsDamage } from './article-files'
import { codeOf, reasonFor } from './faults'
import type { Stored } from './migrations'

/** A stored file as it was found. */
export interface CheckedFile<T> {
  /** Null where it cannot be read. */
  value: T | null
  /** SHA-256 of its bytes; '' where there are none. */
  hash: string
  /** A sentence each, without the file's name. */
  problems: string[]
}

/**
 * Reads a JSON file and compares its bytes with what its value is written as: a blank or an exchanged line that changes
 * no value is a change all the same. A file of an earlier version lacks members that came later; that is no change.
 * @param inOrder false for files that earlier versions may have written in another order
 */
export async function checkFile<T extends object>(
  path: string,
  shape: Shape<T>,
  context: StorageContext,
  { inOrder }: { inOrder: (value: T) => boolean } = { inOrder: () => true },
): Promise<CheckedFile<T>> {
  let bytes: Buffer
  try {
    bytes = await readFile(path)
  } catch (failure) {
    const reason = codeOf(failure) === 'ENOENT' ? 'is missing' : `cannot be read: ${reasonFor(failure)}`
    return { value: null, hash: '', problems: [`it ${reason}.`] }
  }
  const hash = createHash('sha256').update(bytes).digest('hex')
  const text = bytes.toString('utf8')
  const parsed = new DurableJsonFile(path, shape, context).parse(text)
  if (!parsed.ok) return { value: null, hash, problems: [`${missingAsDamage(parsed.error).reason}.`] }
  const stored = parseStored(text)
  const written = stored.ok ? textOfStored(orderedAs(stored.value, parsed.value, inOrder)) : ''
  const problems = Buffer.from(written).equals(bytes) ? [] : ['it is not written as Galley writes it.']
  return { value: parsed.value, hash, problems }
}

/** What is stored, its members in the order in which they are written today. */
function orderedAs<T extends object>(stored: Stored, value: T, inOrder: (value: T) => boolean): Stored {
  const { format, ...rest } = stored
  return inOrder(value) ? { format, ...(ordered(rest, value) as Stored) } : stored
}

function ordered(stored: unknown, model: unknown): unknown {
  if (Array.isArray(stored) && Array.isArray(model))
    return stored.map((one: unknown, index) => ordered(one, model[index]))
  if (!isObject(stored) || !isObject(model)) return stored
  const names = Object.keys(model).filter((name) => Object.hasOwn(stored, name))
  return Object.fromEntries(names.map((name) => [name, ordered(stored[name], model[name])]))
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
