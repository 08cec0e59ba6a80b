import { attributes, joined, markup, type Html } from '../html'
import type { Feed, FeedEntry } from './feed'

/** A feed as Atom (RFC 4287). A feed that never held anything counts as changed when Atom itself was made. */
export function renderAtom(feed: Feed): string {
  const { title, description, lang, home, folder, updated, entries } = feed
  return markup`<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${lang}">
<id>${folder}atom.xml</id>
<title>${title}</title>
${description && markup`<subtitle>${description}</subtitle>\n`}<updated>${updated ?? '2005-12-01T00:00:00Z'}</updated>
<link rel="self" type="application/atom+xml" href="${folder}atom.xml"/>
<link rel="alternate" type="text/html" href="${home}"/>
<author><name>${title}</name></author>
${joined(entries.map(renderEntry), '\n')}
</feed>
`.text
}

function renderEntry(entry: FeedEntry): Html {
  const { picture } = entry
  const parts = [
    markup`<id>${entry.id}</id>`,
    markup`<title>${entry.headline}</title>`,
    markup`<link rel="alternate" type="text/html" href="${entry.address}"/>`,
    picture && markup`<link rel="enclosure" type="image/jpeg" href="${picture.address}"/>`,
    markup`<published>${entry.published}</published>`,
    markup`<updated>${entry.modified}</updated>`,
    ...entry.authors.map(
      ({ name, address }) =>
        markup`<author><name>${name}</name>${address && markup`<uri>${address}</uri>`}</author>`,
    ),
    ...[entry.category, ...entry.tags]
      .filter(Boolean)
      .map((term) => markup`<category${attributes({ term })}/>`),
    entry.summary && markup`<summary>${entry.summary}</summary>`,
    markup`<content type="html" xml:lang="${entry.lang}">${entry.html}</content>`,
  ]
  return markup`<entry>
${joined(parts.filter(Boolean), '\n')}
</entry>`
}
