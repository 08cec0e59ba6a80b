import { joined, markup, type Html } from '../html'
import type { Feed, FeedEntry } from './feed'

/**
 * A feed as RSS 2.0 (rssboard.org/rss-specification) with whole texts (`content:encoded`), pictures (Media RSS) and the
 * feed's own address (`atom:link`).
 */
export function renderRss(feed: Feed): string {
  const { title, description, lang, home, folder, updated, entries } = feed
  return markup`<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/">
<channel>
<title>${title}</title>
<link>${home}</link>
<description>${description || title}</description>
<language>${lang.toLowerCase()}</language>
${updated !== null && markup`<lastBuildDate>${rssDate(updated)}</lastBuildDate>\n`}<atom:link href="${folder}feed.xml" rel="self" type="application/rss+xml"/>
${joined(entries.map(renderItem), '\n')}
</channel>
</rss>
`.text
}

function renderItem(entry: FeedEntry): Html {
  const { picture } = entry
  const parts = [
    markup`<title>${entry.headline}</title>`,
    markup`<link>${entry.address}</link>`,
    markup`<guid isPermaLink="false">${entry.id}</guid>`,
    markup`<pubDate>${rssDate(entry.published)}</pubDate>`,
    entry.modified !== entry.published && markup`<atom:updated>${entry.modified}</atom:updated>`,
    // RSS wants an address of mail for `author`; names go by Dublin Core.
    ...entry.authors.map(({ name }) => markup`<dc:creator>${name}</dc:creator>`),
    ...[entry.category, ...entry.tags].filter(Boolean).map((name) => markup`<category>${name}</category>`),
    markup`<description>${entry.summary}</description>`,
    markup`<content:encoded>${entry.html}</content:encoded>`,
    picture &&
      markup`<media:content url="${picture.address}" medium="image" type="image/jpeg" width="${picture.width}" height="${picture.height}">${picture.alt && markup`<media:description type="plain">${picture.alt}</media:description>`}</media:content>`,
  ]
  return markup`<item>
${joined(parts.filter(Boolean), '\n')}
</item>`
}

/** A moment as RFC 822 writes it, which RSS asks for. */
const rssDate = (moment: string): string => new Date(moment).toUTCString()
