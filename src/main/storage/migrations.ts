/** What a stored file holds. */
export type FileKind =
  | 'library'
  | 'people'
  | 'authors'
  | 'templates'
  | 'schedules'
  | 'article'
  | 'revision'
  | 'draft'
  | 'reading marks'
  | 'desk views'
  | 'receipt'
  | 'pending move'
  | 'pending change'
  | 'log head'
  | 'picture details'

/** A stored file before its schema is checked. */
export type Stored = Record<string, unknown>

/** One numbered step: how each kind of file of format `from` becomes one of format `from + 1`. */
interface Migration {
  from: number
  /** What changed, for people. */
  title: string
  change(kind: FileKind, stored: Stored): Stored
}

/** The format this program writes, and the steps from every older one. */
export interface Formats {
  current: number
  steps: readonly Migration[]
}

export const formats: Formats = { current: 1, steps: [] }

/**
 * A stored value brought to the current format, step by step. Files are brought along as they are read and get the
 * new format when they are next written, so that kept revisions stay as they were.
 * @param from the format it was stored in: at least 1 and not newer than the current one
 */
export function upgrade(kind: FileKind, stored: Stored, from: number, { current, steps }: Formats): Stored {
  let value = stored
  for (let format = from; format < current; format += 1) {
    const step = steps.find((one) => one.from === format)
    if (!step) throw new Error(`No step leads from format ${format}`)
    value = step.change(kind, value)
  }
  return value
}
