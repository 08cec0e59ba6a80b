import { stringify } from 'yaml'
import { bodyLines, inlineText } from '../article/body-text'
import type { Block, Inline } from '../article/body'
import { publishMoment } from '../article/derive'
import { assertNever } from '../kernel/assert-never'
import { absoluteContext, linkAddress } from './context'
import { printable, writable } from './escape'
import { escapeLineStart, escapeMarkdown, markdownInline } from './markdown-inline'
import type { PageModel } from './page-model'

/**
 * An article as Markdown with front matter, such that importing it again gives the same words.
 * @param pictureAddress where a picture is found, by content hash; '' leaves the picture out
 */
export function renderMarkdown(
  { article, surroundings }: PageModel,
  pictureAddress: (hash: string) => string = () => '',
): string {
  const { content } = article
  const notes: string[] = []
  const context = absoluteContext(surroundings)
  const writing: Writing = {
    notes,
    pictureAddress,
    linkAddress: (href) => linkAddress(href, context),
    nested: false,
  }
  const blocks = content.body.content.map((block) => writeBlock(block, writing)).filter(Boolean)
  const footnotes = notes.map((note, index) => `[^${index + 1}]: ${note}`)
  return `---\n${frontMatter({ article, surroundings }, pictureAddress)}---\n\n${[...blocks, ...footnotes].join('\n\n')}\n`
}

function frontMatter(
  { article, surroundings }: Pick<PageModel, 'article' | 'surroundings'>,
  pictureAddress: (hash: string) => string,
): string {
  const { content } = article
  const { thumbnail } = content
  const category = surroundings.site.categories.find(({ id }) => id === content.category)
  const fields = {
    headline: content.headline,
    standfirst: content.standfirst,
    authors: content.authors.flatMap((id) => surroundings.authors[id]?.name ?? []),
    category: category?.name,
    tags: content.tags,
    date: publishMoment(content, article.publishedAt),
    slug: content.slug.text,
    lang: content.lang,
    readTime: content.readTime?.minutes,
    thumbnail: thumbnail && pictureAddress(thumbnail.media),
    thumbnailAlt: thumbnail?.alt,
    caption: thumbnail?.caption,
    credit: thumbnail?.credit,
  }
  const given = Object.entries(fields).filter(([, value]) => !isAbsent(value))
  const clean = given.map(([name, value]) => [name, cleaned(value)])
  return stringify(Object.fromEntries(clean), { lineWidth: 0 })
}

const isAbsent = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)

const cleaned = (value: unknown): unknown =>
  typeof value === 'string' ? writable(value) : Array.isArray(value) ? value.map(cleaned) : value

interface Writing {
  notes: string[]
  pictureAddress: (hash: string) => string
  linkAddress: (href: string) => string | null
  /** Whether this stands within another block. */
  nested: boolean
}

function writeBlock(block: Block, writing: Writing): string {
  const all = (blocks: readonly Block[]): string =>
    blocks
      .map((inner) => writeBlock(inner, { ...writing, nested: true }))
      .filter(Boolean)
      .join('\n\n')
  switch (block.type) {
    case 'paragraph':
      return lines(block.content, writing)
    case 'heading':
      return writeHeading(block.attrs.level, lines(block.content, writing))
    case 'pullQuote':
      return writePullQuote(block, writing)
    case 'blockquote':
      return quoted(all(block.content))
    case 'factBox':
      return writeFactBox(block.attrs.title, all(block.content), writing)
    case 'bulletList':
      return block.content.map((item) => indented('- ', all(item.content))).join('\n')
    case 'orderedList': {
      const start = block.attrs?.start ?? 1
      return block.content.map((item, index) => indented(`${start + index}. `, all(item.content))).join('\n')
    }
    case 'table':
      return writeTable(block, writing)
    case 'figure':
      return writeFigure(block, writing)
    case 'gallery':
      return all(block.content)
    case 'embedCard':
      return `[${escapeMarkdown(block.attrs.title || block.attrs.url)}](<${printable(block.attrs.url).replace(/[<>]/g, encodeURIComponent)}>)`
    case 'relatedArticle':
      return ''
    case 'horizontalRule':
      // Hyphens would run together with a list's own.
      return '***'
    default:
      return assertNever(block)
  }
}

const lines = (content: readonly Inline[] | undefined, writing: Writing): string =>
  markdownInline(content, writing.linkAddress, (note) => {
    const number = writing.notes.push('')
    writing.notes[number - 1] = plain(inlineText(note))
    return number
  })
    .split('\n')
    .map(escapeLineStart)
    .join('\n')

/** Text as one line that stands for itself. */
const plain = (text: string): string => escapeLineStart(escapeMarkdown(text).replace(/\s+/gu, ' ').trim())

function writeHeading(level: number, words: string): string {
  // A row of signs at the end would be taken for the heading's own.
  const line = words.replace(/\\?\n/g, ' ').replace(/#(?=#*$)/g, '\\#')
  return line === '' ? '' : `${'#'.repeat(level)} ${line}`
}

function writePullQuote(block: Extract<Block, { type: 'pullQuote' }>, writing: Writing): string {
  const { attribution } = block.attrs
  const words = lines(block.content, writing)
  if (words === '') return plain(attribution)
  return writing.nested
    ? quoted([words, plain(attribution)].filter(Boolean).join('\n\n'))
    : fenced('pull-quote', attribution, words)
}

function writeFactBox(title: string, facts: string, { nested }: Writing): string {
  if (facts === '') return plain(title)
  return nested
    ? quoted([plain(title), facts].filter(Boolean).join('\n\n'))
    : fenced('fact-box', title, facts)
}

/** A block that Markdown has no sign for, between colons as many readers know it; within others it is a quote. */
const fenced = (kind: 'fact-box' | 'pull-quote', title: string, text: string): string =>
  `${`::: ${kind} ${printable(title).replace(/\s+/gu, ' ')}`.trim()}\n${text}\n:::`

const quoted = (text: string): string =>
  text
    .split('\n')
    .map((line) => `> ${line}`.trimEnd())
    .join('\n')

const indented = (sign: string, text: string): string =>
  sign +
  text
    .split('\n')
    .join(`\n${' '.repeat(sign.length)}`)
    .replace(/\n +(?=\n|$)/g, '\n')

function writeTable(table: Extract<Block, { type: 'table' }>, writing: Writing): string {
  const rows = table.content.map((row) => row.content.map((cell) => writeCell(cell.content, writing)))
  const width = Math.max(...rows.map((row) => row.length))
  const written = rows.map(
    (row) => `| ${Array.from({ length: width }, (_, at) => row[at] ?? '').join(' | ')} |`,
  )
  return [written[0], `|${' --- |'.repeat(width)}`, ...written.slice(1)].join('\n')
}

/** A cell is one line: of blocks other than paragraphs only the words can stand in it. */
const writeCell = (content: readonly Block[], writing: Writing): string =>
  content
    .map((block) =>
      block.type === 'paragraph'
        ? lines(block.content, writing).replace(/\\?\n/g, ' ')
        : plain(bodyLines({ type: 'doc', content: [block] }).join(' ')),
    )
    .join(' ')

function writeFigure({ attrs }: Extract<Block, { type: 'figure' }>, { pictureAddress }: Writing): string {
  const address = pictureAddress(attrs.media)
  if (address === '') return ''
  const title = [attrs.caption, attrs.credit].filter(Boolean).join(' / ')
  const words = printable(title)
    .replace(/\s+/gu, ' ')
    .replace(/[\\"&]/g, (sign) => `\\${sign}`)
  return `![${plain(attrs.decorative ? '' : attrs.alt)}](<${address}>${words && ` "${words}"`})`
}
