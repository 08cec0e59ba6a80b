import type { IndexEntry } from '../../shared/article/index-entry'
import { fold } from './fold'

/** Finds articles by words. Folded text is remembered, so that only what changed is folded again. */
export interface Search {
  /**
   * A test for articles that hold every word of a query; words in double quotes stand together as a phrase. An
   * empty query matches all.
   * @param authorNames an entry's printed names
   * @param texts body text by id
   */
  matching(
    query: string,
    authorNames: (entry: IndexEntry) => readonly string[],
    texts: ReadonlyMap<string, string>,
  ): (entry: IndexEntry) => boolean
}

/** Something no query can hold: it keeps a phrase from reaching over two fields. */
const between = '\u0001'

export function createSearch(): Search {
  const heads = new Map<string, Remembered>()
  const bodies = new Map<string, Remembered>()
  return {
    matching(query, authorNames, texts) {
      const wanted = terms(query)
      return (entry) => {
        if (wanted.length === 0) return true
        const head = remembered(heads, entry.id, headText(entry, authorNames(entry)))
        const missing = wanted.filter((term) => !head.includes(term))
        if (missing.length === 0) return true
        const body = remembered(bodies, entry.id, texts.get(entry.id) ?? '')
        return missing.every((term) => body.includes(term))
      }
    },
  }
}

/** The folded words and phrases of a query. */
export function terms(query: string): string[] {
  const found = fold(query)
    .replaceAll(between, ' ')
    .matchAll(/(?<!\S)"([^"]+)"(?!\S)|\S+/g)
  return [...found].map(([whole, phrase]) => (phrase ?? whole).trim()).filter(Boolean)
}

const headText = (entry: IndexEntry, authorNames: readonly string[]): string =>
  [entry.headline, entry.standfirst, ...entry.tags, ...authorNames, entry.slug, entry.id].join(between)

interface Remembered {
  raw: string
  folded: string
}

function remembered(memory: Map<string, Remembered>, id: string, raw: string): string {
  const known = memory.get(id)
  if (known?.raw === raw) return known.folded
  const folded = fold(raw)
  memory.set(id, { raw, folded })
  return folded
}
