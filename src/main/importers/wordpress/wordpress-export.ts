import { err, ok, type Result } from '../../../shared/kernel/result'
import { plainOf } from '../ninjs/plain-text'
import { childNamed, childrenNamed, readXml, wordsOf, type XmlElement } from '../read-xml'

/** A picture of the export's media library. */
export interface Attachment {
  address: string
  alt: string
  caption: string
}

/** A WordPress export (WXR): its posts, and what they refer to. */
export interface WordPressExport {
  posts: XmlElement[]
  /** Everything else it holds, by its kind. */
  others: Map<string, number>
  language: string
  /** Printed names by login. */
  authors: Map<string, string>
  /** Category names by term id. */
  categories: Map<string, string>
  /** Media by post id. */
  attachments: Map<string, Attachment>
}

/** WordPress writes names and titles as HTML: `Rock &amp; Roll` is one word short of a roll. */
export const plain = (html: string): string => plainOf({ value: html, isHtml: true })

/** Posts that were thrown away or never begun. */
const gone = new Set(['trash', 'auto-draft', 'inherit'])

/** Reads a WordPress export, or says what else the XML is. */
export async function openExport(text: string): Promise<Result<WordPressExport, string>> {
  const read = await readXml(text)
  if (!read.ok) return read
  const channel = read.value.name === 'rss' ? childNamed(read.value, 'channel') : undefined
  if (!channel || !channel.children.some(({ name }) => name === 'wp:wxr_version'))
    return err(whatElse(read.value.name))
  const found: WordPressExport = {
    posts: [],
    others: new Map(),
    language: wordsOf(channel, 'language'),
    authors: new Map(
      childrenNamed(channel, 'wp:author').map((one) => [
        wordsOf(one, 'wp:author_login'),
        plain(wordsOf(one, 'wp:author_display_name')),
      ]),
    ),
    categories: new Map(
      childrenNamed(channel, 'wp:category').map((one) => [
        wordsOf(one, 'wp:term_id'),
        plain(wordsOf(one, 'wp:cat_name')),
      ]),
    ),
    attachments: new Map(),
  }
  for (const item of childrenNamed(channel, 'item')) sortIn(item, found)
  return ok(found)
}

function sortIn(item: XmlElement, { posts, others, attachments }: WordPressExport): void {
  const type = wordsOf(item, 'wp:post_type')
  if (type === 'post' && !gone.has(wordsOf(item, 'wp:status'))) {
    posts.push(item)
    return
  }
  if (type === 'attachment') {
    attachments.set(wordsOf(item, 'wp:post_id'), {
      address: wordsOf(item, 'wp:attachment_url') || wordsOf(item, 'guid'),
      alt: metaOf(item).get('_wp_attachment_image_alt') ?? '',
      caption: plain(wordsOf(item, 'excerpt:encoded')),
    })
    return
  }
  const kind = type === 'post' ? 'post in the trash' : type || 'item without a type'
  others.set(kind, (others.get(kind) ?? 0) + 1)
}

/** What plugins and WordPress itself note with a post. */
export const metaOf = (item: XmlElement): Map<string, string> =>
  new Map(
    childrenNamed(item, 'wp:postmeta').map((one) => [
      wordsOf(one, 'wp:meta_key'),
      wordsOf(one, 'wp:meta_value'),
    ]),
  )

const kinds: Readonly<Record<string, string>> = {
  rss: 'it is a feed, not a WordPress export (in WordPress: Tools, Export)',
  feed: 'it is a feed, not a WordPress export (in WordPress: Tools, Export)',
  newsItem: 'it is NewsML-G2, which Galley does not read; ask for ninjs',
  newsMessage: 'it is NewsML-G2, which Galley does not read; ask for ninjs',
  NewsML: 'it is NewsML, which Galley does not read; ask for ninjs',
  nitf: 'it is NITF, which Galley does not read; ask for ninjs',
}

const whatElse = (root: string): string =>
  (Object.hasOwn(kinds, root) && kinds[root]) || 'it is XML, but no WordPress export'
