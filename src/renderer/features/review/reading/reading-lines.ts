import { articleFacts } from '../../../../shared/article/facts'
import { fieldNames, type ContentField } from '../../../../shared/article/content'
import type { FieldPlace, Place } from '../../../../shared/checking/places'
import type { Compared, ComparisonContext } from '../../../../shared/comparison/compare-articles'
import { compareText } from '../../../../shared/comparison/compare-text'
import type { PlacedLine } from '../../../../shared/comparison/placed-lines'
import type { ReadRun } from '../../../../shared/comparison/read-article'

/** One field as it is read: all of it, with what changed. */
export interface ReadField {
  name: string
  /** Where remarks on it hang, or null where it cannot have any. */
  field: FieldPlace | null
  /** Whether its letters are the field's own: only then has a part of it a place. */
  isWritten: boolean
  runs: ReadRun[]
  isChanged: boolean
}

interface KnownFact {
  field: FieldPlace | null
  content: ContentField
  isWritten?: boolean
}

/** What each fact is read from. */
const known: Record<string, KnownFact> = {
  [fieldNames.headline]: { field: 'headline', content: 'headline', isWritten: true },
  [fieldNames.standfirst]: { field: 'standfirst', content: 'standfirst', isWritten: true },
  [fieldNames.dateline]: { field: 'dateline', content: 'dateline', isWritten: true },
  [fieldNames.authors]: { field: 'authors', content: 'authors' },
  [fieldNames.category]: { field: 'category', content: 'category' },
  [fieldNames.tags]: { field: 'tags', content: 'tags' },
  [fieldNames.slug]: { field: 'slug', content: 'slug' },
  [fieldNames.readTime]: { field: null, content: 'readTime' },
  [fieldNames.publishTime]: { field: null, content: 'publishTime' },
  [fieldNames.embargo]: { field: null, content: 'embargo' },
  [fieldNames.thumbnail]: { field: 'thumbnail', content: 'thumbnail' },
  'Thumbnail alt text': { field: 'thumbnail.alt', content: 'thumbnail', isWritten: true },
  'Thumbnail caption': { field: 'thumbnail.caption', content: 'thumbnail', isWritten: true },
  'Thumbnail credit': { field: 'thumbnail.credit', content: 'thumbnail', isWritten: true },
  'Thumbnail licence': { field: 'thumbnail', content: 'thumbnail' },
  'Thumbnail file': { field: 'thumbnail', content: 'thumbnail' },
  [fieldNames.lang]: { field: null, content: 'lang' },
  [fieldNames.dir]: { field: null, content: 'dir' },
  'Search title': { field: 'search.title', content: 'search', isWritten: true },
  'Search description': { field: 'search.description', content: 'search', isWritten: true },
  'Canonical address': { field: null, content: 'search' },
  'Search engines': { field: null, content: 'search' },
}

/**
 * Every field a seal covers, in the order in which people know them, with what changed since another text.
 * @param changedIn by field, the version that changed it last
 */
export function readFields(
  before: Compared | null,
  after: Compared & { minutes: number },
  changedIn: Readonly<Record<string, number>>,
  context: ComparisonContext,
): ReadField[] {
  const factsOf = (text: Compared): Map<string, string> => {
    const facts = articleFacts({ ...text, derived: { minutes: after.minutes } }, context)
    return new Map(facts.map(({ name, value }) => [name, value]))
  }
  const is = factsOf(after)
  const was = before ? factsOf(before) : is
  return [...new Set([...is.keys(), ...was.keys()])].map((name) => {
    const fact = known[name]
    const [old, now] = [was.get(name) ?? '', is.get(name) ?? '']
    const version = fact ? (changedIn[fact.content] ?? 0) : 0
    return {
      name,
      field: fact?.field ?? null,
      isWritten: fact?.isWritten === true && now !== 'Marked as decorative',
      runs: fieldRuns(old, now, version),
      isChanged: old !== now,
    }
  })
}

function fieldRuns(before: string, after: string, version: number): ReadRun[] {
  let from = 0
  return compareText(before, after).map(({ kind, text }) => {
    const run = { kind, text, how: '', from: kind === 'removed' ? null : from, version }
    if (kind !== 'removed') from += text.length
    return run
  })
}

/** The place in an article of letters of a line of its body. */
export function placeInLine({ places, attribute }: PlacedLine, from: number, to: number): Place | null {
  if (attribute) return { in: 'body', attribute: attribute.name, from: attribute.at, to: attribute.at + 1 }
  const [start, end] = [places?.[from], places?.[to]]
  return start === undefined || end === undefined
    ? null
    : { in: 'body', attribute: null, from: start, to: end }
}
