import { printable } from '../escape'
import type { Feed, FeedEntry } from './feed'

/** A feed as JSON Feed 1.1 (jsonfeed.org/version/1.1). */
export function renderJsonFeed(feed: Feed): string {
  const { title, description, lang, home, folder, entries } = feed
  const document = {
    version: 'https://jsonfeed.org/version/1.1',
    title,
    home_page_url: home,
    feed_url: `${folder}feed.json`,
    ...(description && { description }),
    language: lang,
    items: entries.map(itemOf),
  }
  return `${JSON.stringify(document, (_name, value: unknown) => (typeof value === 'string' ? printable(value) : value), 1)}\n`
}

const itemOf = (entry: FeedEntry): object => ({
  id: entry.id,
  url: entry.address,
  title: entry.headline,
  content_html: entry.html,
  ...(entry.summary && { summary: entry.summary }),
  ...(entry.picture && { image: entry.picture.address }),
  date_published: entry.published,
  date_modified: entry.modified,
  authors: entry.authors.map(({ name, address }) => ({ name, ...(address && { url: address }) })),
  tags: [entry.category, ...entry.tags].filter(Boolean),
  language: entry.lang,
})
