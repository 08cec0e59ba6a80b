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
  const { articles, authors } = room.library
  const entries = await articles.entries()
  const texts = wanted.search.trim() === '' ? new Map<string, string>() : await articles.texts()
  const matches = room.search.matching(wanted.search, authors.read(), texts)
  const book = nameBook(room.library)
  const { passing, facets } = sift(
    entries.filter(matches).map((entry) => book.summary(entry)),
    wanted,
  )
  const { offset, limit } = wanted
  return ok({
    rows: passing.sort(order(wanted)).slice(offset, offset + limit),
    total: passing.length,
    all: entries.length,
    ...facets,
  })
}

const filterNames = ['states', 'categories', 'authors'] as const
type FilterName = (typeof filterNames)[number]
const valuesOf: Record<FilterName, (row: Summary) => readonly string[]> = {
  states: (row) => [row.state],
  categories: (row) => [row.category],
  authors: (row) => [...new Set(row.authors)],
}

/** The rows that pass all filters, and how many rows each value of a filter would show, the others staying as they are. */
function sift(
  rows: readonly Summary[],
  wanted: Pick<Wanted, FilterName>,
): { passing: Summary[]; facets: Record<FilterName, Record<string, number>> } {
  const passing: Summary[] = []
  const counts: Record<FilterName, Map<string, number>> = {
    states: new Map(),
    categories: new Map(),
    authors: new Map(),
  }
  const filters = filterNames.map((name) => ({
    name,
    chosen: new Set<string>(wanted[name]),
    count: counts[name],
  }))
  for (const row of rows) {
    const failed = filters.filter(
      ({ name, chosen }) => chosen.size > 0 && !valuesOf[name](row).some((value) => chosen.has(value)),
    )
    if (failed.length === 0) passing.push(row)
    for (const filter of failed.length === 0 ? filters : failed.length === 1 ? failed : []) {
      for (const value of valuesOf[filter.name](row))
        filter.count.set(value, (filter.count.get(value) ?? 0) + 1)
    }
  }
  return {
    passing,
    facets: {
      states: Object.fromEntries(counts.states),
      categories: Object.fromEntries(counts.categories),
      authors: Object.fromEntries(counts.authors),
    },
  }
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
