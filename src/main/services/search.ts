import type { Author } from '../../shared/article/author'
import type { IndexEntry } from '../../shared/article/index-entry'
import { fold } from '../../shared/kernel/fold'
import { printedNames } from './names'

/** Finds articles by words. Folded text is remembered, so that only what changed is folded again. */
export interface Search {
  /**
   * A test for articles that hold every word of a query; words in double quotes stand together as a phrase. An
   * empty query matches all.
   * @param authors byline profiles, for the names that entries hold as ids
   * @param texts body text by id
   */
  matching(
    query: string,
    authors: readonly Author[],
    texts: ReadonlyMap<string, string>,
  ): (entry: IndexEntry) => boolean
}

/** Something no query can hold: it keeps a phrase from reaching over two fields. */
const between = '\u0001'

/** A search over one library; it remembers what it folded. */
export function createSearch(): Search {
  let heads = new WeakMap<IndexEntry, string>()
  let namesFrom: readonly Author[] | null = null
  const bodies = new Map<string, { raw: string; folded: string }>()

  const headOf = (entry: IndexEntry, authors: readonly Author[]): string => {
    const known = heads.get(entry)
    if (known !== undefined) return known
    const { id, headline, standfirst, tags, slug } = entry
    const names = printedNames(authors, entry.authors)
    const head = fold([headline, standfirst, ...tags, ...names, slug, id].join(between))
    heads.set(entry, head)
    return head
  }
  const bodyOf = (id: string, raw: string): string => {
    const known = bodies.get(id)
    if (known?.raw === raw) return known.folded
    const folded = fold(raw)
    bodies.set(id, { raw, folded })
    return folded
  }

  return {
    matching(query, authors, texts) {
      const wanted = terms(query)
      if (wanted.length === 0) return () => true
      if (namesFrom !== authors) heads = new WeakMap()
      namesFrom = authors
      return (entry) => {
        const head = headOf(entry, authors)
        const missing = wanted.filter((term) => !head.includes(term))
        if (missing.length === 0) return true
        const body = bodyOf(entry.id, texts.get(entry.id) ?? '')
        return missing.every((term) => body.includes(term))
      }
    },
  }
}

/** The folded words and phrases of a query. */
function terms(query: string): string[] {
  const found = fold(query)
    .replaceAll(between, ' ')
    .matchAll(/(?<!\S)"([^"]+)"(?!\S)|\S+/g)
  return [...found].map(([whole, phrase]) => (phrase ?? whole).trim()).filter(Boolean)
}
