import { feedFiles, siteFeeds, type FeedFile } from '../../shared/render/feeds/feed-files'
import { feedLength, feedOf, type Feed, type FeedEntry } from '../../shared/render/feeds/feed'
import { renderAtom } from '../../shared/render/feeds/atom'
import { renderJsonFeed } from '../../shared/render/feeds/json-feed'
import { renderRss } from '../../shared/render/feeds/rss'
import type { PageTeaser, Surroundings } from '../../shared/render/page-model'
import { compareTeasers } from '../../shared/render/teaser'
import type { ListFile } from './site-lists'

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
        const list = [...(kept.get(key) ?? []), { teaser, item }]
        list.sort((one, other) => compareTeasers(one.teaser, other.teaser))
        kept.set(key, list.slice(0, feedLength))
      }
    },
    of: (category) => (kept.get(category) ?? []).map(({ item }) => item),
  }
}

const writers: Record<FeedFile['name'], (feed: Feed) => string> = {
  'feed.xml': renderRss,
  'atom.xml': renderAtom,
  'feed.json': renderJsonFeed,
}

/** Every feed of the site in its three forms. `entryOf` is asked once for each article that is in one. */
export async function* siteFeedFiles<T>(
  surroundings: Surroundings,
  newest: Newest<T>,
  entryOf: (item: T) => Promise<FeedEntry | null>,
): AsyncGenerator<ListFile> {
  const known = new Map<T, FeedEntry | null>()
  for (const place of siteFeeds(surroundings.site)) {
    const entries: FeedEntry[] = []
    for (const item of newest.of(place.category)) {
      if (!known.has(item)) known.set(item, await entryOf(item))
      const entry = known.get(item)
      if (entry) entries.push(entry)
    }
    const feed = feedOf(place, entries, surroundings)
    for (const { name } of feedFiles) yield { path: `${place.folder}${name}`, text: writers[name](feed) }
  }
}
