import { feedLength } from '../../shared/render/feeds/feed'
import type { PageTeaser } from '../../shared/render/page-model'
import { compareTeasers } from '../../shared/render/teaser'

/** The newest of many, so that no more is held than feeds will show. */
export interface Newest<T> {
  add(teaser: PageTeaser, item: T): void
  /** The newest of a category, or of all for null. */
  of(category: string | null): readonly T[]
}

/** Keeps the newest dated articles of the whole and of each category, as many as a feed holds. */
export function keepNewest<T>(): Newest<T> {
  const kept = new Map<string | null, { teaser: PageTeaser; item: T }[]>()
  return {
    add(teaser, item) {
      if (teaser.publishedAt === null) return
      for (const key of [null, teaser.category]) {
        const list = kept.get(key) ?? []
        const last = list.at(-1)
        if (list.length === feedLength && last && compareTeasers(last.teaser, teaser) < 0) continue
        list.push({ teaser, item })
        list.sort((one, other) => compareTeasers(one.teaser, other.teaser))
        kept.set(key, list.slice(0, feedLength))
      }
    },
    of: (category) => (kept.get(category) ?? []).map(({ item }) => item),
  }
}
