import { isMap, parseDocument, type Document } from 'yaml'
import { err, ok, type Result } from '../../shared/kernel/result'

/** What a file says about itself above its text: each key in small letters, with its line or its list. */
export type FrontMatter = ReadonlyMap<string, readonly string[]>

/** A block between two lines of three hyphens at the very start of a file. */
const fenced = /^---[ \t]*\r?\n([\s\S]*?)(?:^|\r?\n)(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/

/**
 * Parts a file's front matter (YAML 1.2, every value read as text) from what follows it. A block that does not look
 * like front matter is left in the text.
 */
export function splitFrontMatter(
  text: string,
): Result<{ fields: FrontMatter; listed: ReadonlySet<string>; rest: string }, string> {
  const found = fenced.exec(text)
  const nothing = { fields: new Map<string, string[]>(), listed: new Set<string>(), rest: text }
  if (!found || !/^[ \t]*["']?[\p{L}\p{N}_ -]+["']?[ \t]*:(?:\s|$)/mu.test(found[1] ?? '')) return ok(nothing)
  // Every value as text: a headline of `2022` or `yes` is what somebody wrote, not a number or an answer.
  const document = parseDocument(found[1] ?? '', {
    schema: 'failsafe',
    prettyErrors: false,
    uniqueKeys: false,
  })
  const [fault] = document.errors
  if (fault) return err(`its front matter cannot be read (${fault.message.split('\n')[0] ?? fault.code})`)
  if (!isMap(document.contents)) return ok(nothing)
  const plain = plainValue(document)
  if (!plain.ok) return plain
  const fields = new Map<string, string[]>()
  const listed = new Set<string>()
  for (const [key, value] of entriesOf(plain.value)) {
    fields.set(key, linesOf(value))
    if (Array.isArray(value)) listed.add(key)
  }
  return ok({ fields, listed, rest: text.slice(found[0].length) })
}

/** A document's value; one that repeats itself without end is refused. */
function plainValue(document: Document): Result<unknown, string> {
  try {
    return ok(document.toJS({ maxAliasCount: 100 }))
  } catch {
    return err('its front matter repeats parts of itself too often')
  }
}

function entriesOf(value: unknown): [string, unknown][] {
  return typeof value === 'object' && value !== null
    ? Object.entries(value).map(([key, item]) => [key.trim().toLowerCase(), item])
    : []
}

/** A value's text; a list gives a line per item, and a nested value its own texts. */
function linesOf(value: unknown): string[] {
  if (typeof value === 'string') return value.trim() === '' ? [] : [value]
  if (Array.isArray(value)) return value.flatMap(linesOf)
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(linesOf) : []
}
