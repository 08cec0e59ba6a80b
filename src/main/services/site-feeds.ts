import { hashOf } from '../../shared/kernel/hash'
import { feedFiles, siteFeeds, type FeedFile, type FeedPlace } from '../../shared/render/feeds/feed-files'
import { feedEntry, feedOf, type Feed, type FeedEntry } from '../../shared/render/feeds/feed'
import { renderAtom } from '../../shared/render/feeds/atom'
import { renderJsonFeed } from '../../shared/render/feeds/json-feed'
import { renderRss } from '../../shared/render/feeds/rss'
import type { Surroundings } from '../../shared/render/page-model'
import { aroundPage } from './article-pages'
import type { SiteFile } from './publishing-ports'
import { readAgain, type Seen } from './settled'
import type { SiteRun } from './site-run'

const writers: Record<FeedFile['name'], (feed: Feed) => string> = {
  'feed.xml': renderRss,
  'atom.xml': renderAtom,
  'feed.json': renderJsonFeed,
}

/**
 * Every feed of the site in its three forms. Texts are read again for feeds that are not there already, each once.
 * @param related the articles that are on the site, by id
 */
export async function* siteFeedFiles(
  surroundings: Surroundings,
  related: Surroundings['related'],
  run: SiteRun,
): AsyncGenerator<SiteFile> {
  const known = new Map<Seen, FeedEntry | null>()
  for (const place of siteFeeds(surroundings.site)) {
    const newest = run.newest.of(place.category)
    const fingerprint = await fingerprintOf(place, newest, related, run)
    const files = feedFiles.map(({ name }) => ({ name, path: `${place.folder}${name}` }))
    if (fingerprint !== null && files.every(({ path }) => run.holds(path, fingerprint))) {
      for (const { path } of files) yield { path, fingerprint, same: true }
      continue
    }
    const entries: FeedEntry[] = []
    for (const seen of newest) {
      if (!known.has(seen)) known.set(seen, await entryOf(seen, related, run))
      const entry = known.get(seen)
      if (entry) entries.push(entry)
    }
    const feed = feedOf(place, entries, surroundings)
    const made = fingerprint === null ? {} : { fingerprint }
    for (const { name, path } of files) yield { path, text: writers[name](feed), ...made }
  }
}

/** Of all that a feed is made from; null where one of its articles has none. */
async function fingerprintOf(
  place: FeedPlace,
  newest: readonly Seen[],
  related: Surroundings['related'],
  run: SiteRun,
): Promise<string | null> {
  const parts: string[] = []
  for (const seen of newest) {
    const { fingerprint } = await aroundPage(seen, related, run)
    if (fingerprint === null) return null
    parts.push(fingerprint)
  }
  return hashOf([run.fingerprint, place, parts])
}

async function entryOf(
  seen: Seen,
  related: Surroundings['related'],
  run: SiteRun,
): Promise<FeedEntry | null> {
  const { surroundings } = await aroundPage(seen, related, run)
  const article = seen.standing?.page ?? (await readAgain(seen.outline, run.viewpoint))
  return article && feedEntry(article, surroundings)
}
