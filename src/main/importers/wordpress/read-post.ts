import { languageSchema, type PublishTime, type Thumbnail } from '../../../shared/article/content'
import { cutText, fitHeadline, namesIn, oneLine } from '../../../shared/html/fit-headline'
import { ok, type Result } from '../../../shared/kernel/result'
import { nothingRead, type ArticleAsRead, type Reading } from '../article-as-read'
import { splitCredit } from '../caption-credit'
import { readBodyHtml } from '../read-html'
import { childrenNamed, wordsOf, type XmlElement } from '../read-xml'
import { readWrittenDate } from '../written-date'
import { readSlug } from '../written-slug'
import { postHtml } from './post-html'
import { withoutShortcodes } from './shortcodes'
import { metaOf, plain, type Attachment, type WordPressExport } from './wordpress-export'

/** One post of an export as an article. */
export async function readPost(
  post: XmlElement,
  site: WordPressExport,
  reading: Reading,
): Promise<Result<ArticleAsRead, string>> {
  const { warnings } = reading
  const meta = metaOf(post)
  const { headline, rest } = fitHeadline(plain(wordsOf(post, 'title')), warnings)
  const body = await readBody(post, site, meta, reading)
  if (!body.ok) return body
  tellStatus(post, reading)
  return ok({
    ...nothingRead(),
    headline,
    standfirst: cutText(plain(wordsOf(post, 'excerpt:encoded')), 20_000),
    blocks:
      rest === ''
        ? body.value
        : [{ type: 'paragraph', content: [{ type: 'text', text: rest }] }, ...body.value],
    lang: languageSchema.safeParse(site.language).success ? site.language : null,
    authors: authorsOf(post, site),
    categories: categoriesOf(post, site, meta, reading),
    tags: termsOf(post, 'post_tag', 200),
    slug: readSlug(decoded(wordsOf(post, 'wp:post_name')), warnings),
    publishTime: momentOf(post, reading),
    thumbnail: await thumbnailOf(meta, site, reading),
  })
}

async function readBody(
  post: XmlElement,
  { attachments }: WordPressExport,
  meta: ReadonlyMap<string, string>,
  reading: Reading,
): Promise<Result<ArticleAsRead['blocks'], string>> {
  const gallery = (ids: readonly string[]): string =>
    ids.map((id) => pictureHtml(attachments.get(id))).join('\n')
  const { html, unknown } = withoutShortcodes(wordsOf(post, 'content:encoded'), gallery)
  if (unknown.length > 0)
    reading.warnings.add(
      `Codes that only WordPress understands were left out: ${unknown.slice(0, 20).join(', ')}.`,
    )
  const read = await readBodyHtml(postHtml(html) + footnotesHtml(meta.get('footnotes') ?? ''), reading)
  return read.ok ? ok(read.value.blocks) : read
}

const attributeText = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;')
const pictureHtml = (picture: Attachment | undefined): string =>
  picture
    ? `<figure><img src="${attributeText(picture.address)}" alt="${attributeText(picture.alt)}">` +
      `<figcaption>${picture.caption.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</figcaption></figure>`
    : ''

/** The block editor keeps footnotes beside the text, as JSON. Here they stand below it, each with its way back. */
function footnotesHtml(json: string): string {
  try {
    const notes: unknown = JSON.parse(json)
    if (!Array.isArray(notes)) return ''
    const items = notes.map((note: { id?: unknown; content?: unknown } | null) => {
      const id = attributeText(String(note?.id ?? ''))
      return `<li id="${id}">${String(note?.content ?? '')} <a href="#${id}-link"></a></li>`
    })
    return `<ol>${items.join('')}</ol>`
  } catch {
    return ''
  }
}

/** Who wrote it: the co-authors, where a plugin keeps several, else its one author. */
function authorsOf(post: XmlElement, { authors }: WordPressExport): string[] {
  const together = termsOf(post, 'author', 50)
  const login = wordsOf(post, 'dc:creator')
  return together.length > 0 ? together : namesIn([authors.get(login) || login], 1)
}

const termsOf = (post: XmlElement, domain: string, most: number): string[] =>
  namesIn(
    childrenNamed(post, 'category')
      .filter(({ attributes }) => attributes['domain'] === domain)
      .map(({ text }) => plain(text)),
    most,
  )

/** The post's categories, the one that an SEO plugin calls the main one first. */
function categoriesOf(
  post: XmlElement,
  { categories }: WordPressExport,
  meta: ReadonlyMap<string, string>,
  { warnings }: Reading,
): string[] {
  const main = categories.get(meta.get('_yoast_wpseo_primary_category') ?? '') ?? ''
  const all = termsOf(post, 'category', 50).filter((name) => name.toLowerCase() !== 'uncategorized')
  if (all.length > 1) warnings.add(`In WordPress it stood in several categories: ${all.join(', ')}.`)
  return all.includes(main) ? [main, ...all.filter((name) => name !== main)] : all
}

/** When it was published, or will be: WordPress writes zeros where there is no moment. */
function momentOf(post: XmlElement, { timeZone }: Reading): PublishTime | null {
  if (!/^(?:publish|future|private)$/.test(wordsOf(post, 'wp:status'))) return null
  const isMoment = (written: string): boolean => written !== '' && !written.startsWith('0000')
  const universal = wordsOf(post, 'wp:post_date_gmt')
  if (isMoment(universal)) return readWrittenDate(`${universal}Z`, timeZone)
  const local = wordsOf(post, 'wp:post_date')
  return isMoment(local) ? readWrittenDate(local, timeZone) : null
}

const statuses: Readonly<Record<string, string>> = {
  draft: 'In WordPress it was a draft.',
  pending: 'In WordPress it waited for review.',
  private: 'In WordPress it was private.',
  future: 'In WordPress it was scheduled.',
}

function tellStatus(post: XmlElement, { warnings }: Reading): void {
  const status = wordsOf(post, 'wp:status')
  if (status !== '' && status !== 'publish')
    warnings.add(
      (Object.hasOwn(statuses, status) && statuses[status]) ||
        `In WordPress its status was “${cutText(oneLine(status), 100)}”.`,
    )
  if (wordsOf(post, 'wp:post_password') !== '') warnings.add('In WordPress it was protected by a password.')
}

async function thumbnailOf(
  meta: ReadonlyMap<string, string>,
  { attachments }: WordPressExport,
  { pictures, warnings }: Reading,
): Promise<Thumbnail | null> {
  const id = meta.get('_thumbnail_id') ?? ''
  const picture = attachments.get(id)
  if (!picture) {
    if (id !== '' && id !== '0') warnings.add('Its featured picture is not in the export.')
    return null
  }
  const media = await pictures.keep(picture.address)
  if (media === null) return null
  const words = splitCredit(cutText(picture.caption, 20_000))
  return {
    media,
    alt: cutText(oneLine(picture.alt), 20_000),
    decorative: false,
    caption: words.caption,
    credit: cutText(words.credit, 2000),
    licence: '',
    expires: null,
    focal: { x: 0.5, y: 0.5 },
  }
}

/** Slugs in other scripts than Latin are written in per cent signs. */
function decoded(slug: string): string {
  try {
    return decodeURIComponent(slug)
  } catch {
    return slug
  }
}
