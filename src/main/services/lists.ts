import type { Summary } from '../../shared/article/article'
import type { InputOf, OutputOf } from '../../shared/contract'
import { ok, type Result } from '../../shared/kernel/result'
import type { Person } from '../../shared/workflow/people'
import { nameBook } from './names'
import type { Room } from './room'

type Wanted = InputOf<'article.list'>
type Listed = OutputOf<'article.list'>

/** Articles by search and filters, a page at a time, with how many each filter would show. */
export async function listArticles(
  room: Room,
  _reader: Person | null,
  wanted: Wanted,
): Promise<Result<Listed, never>> {
  const { articles } = room.library
  const entries = await articles.entries()
  const book = nameBook(room.library)
  const texts = wanted.search.trim() === '' ? new Map<string, string>() : await articles.texts()
  const matches = room.search.matching(wanted.search, (entry) => entry.authors.map(book.author), texts)
  const found = entries.filter(matches).map((entry) => book.summary(entry))

  const filters = filtersFor(wanted)
  const passing = found.filter((row) => filters.every(({ passes }) => passes(row)))
  const { offset, limit } = wanted
  return ok({
    rows: passing.sort(order(wanted)).slice(offset, offset + limit),
    total: passing.length,
    all: entries.length,
    states: facet(found, filters, 'states'),
    categories: facet(found, filters, 'categories'),
    authors: facet(found, filters, 'authors'),
  })
}

type FilterName = 'states' | 'categories' | 'authors'
interface Filter {
  name: FilterName
  valuesOf(row: Summary): readonly string[]
  passes(row: Summary): boolean
}

function filtersFor(wanted: Pick<Wanted, FilterName>): Filter[] {
  const filter = (name: FilterName, valuesOf: Filter['valuesOf']): Filter => {
    const chosen = new Set<string>(wanted[name])
    return {
      name,
      valuesOf,
      passes: (row) => chosen.size === 0 || valuesOf(row).some((one) => chosen.has(one)),
    }
  }
  return [
    filter('states', (row) => [row.state]),
    filter('categories', (row) => [row.category]),
    filter('authors', (row) => row.authors),
  ]
}

/** How many rows each value of one filter would show, the other filters staying as they are. */
function facet(
  found: readonly Summary[],
  filters: readonly Filter[],
  name: FilterName,
): Record<string, number> {
  const others = filters.filter((filter) => filter.name !== name)
  const valuesOf = filters.find((filter) => filter.name === name)?.valuesOf ?? (() => [])
  const counts = new Map<string, number>()
  for (const row of found) {
    if (!others.every(({ passes }) => passes(row))) continue
    for (const value of new Set(valuesOf(row))) counts.set(value, (counts.get(value) ?? 0) + 1)
  }
  return Object.fromEntries(counts)
}

const { compare } = new Intl.Collator('en', { sensitivity: 'base', numeric: true })
const newestFirst = (a: Summary, b: Summary): number =>
  a.updatedAt === b.updatedAt ? (a.id < b.id ? 1 : -1) : a.updatedAt < b.updatedAt ? 1 : -1

const ascending: Record<Wanted['sort'], (a: Summary, b: Summary) => number> = {
  updated: (a, b) => -newestFirst(a, b),
  headline: (a, b) => compare(a.headline, b.headline),
  state: (a, b) => compare(a.state, b.state),
  category: (a, b) => compare(a.category, b.category),
  words: (a, b) => a.words - b.words,
}

/** An order of rows; equal ones stand newest first. */
function order({
  sort,
  descending,
}: Pick<Wanted, 'sort' | 'descending'>): (a: Summary, b: Summary) => number {
  const direction = descending ? -1 : 1
  return (a, b) => direction * ascending[sort](a, b) || newestFirst(a, b)
}
