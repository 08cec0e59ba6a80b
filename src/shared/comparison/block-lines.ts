import type { Block, Inline } from '../article/body'
import { bodyMedia } from '../article/body-text'
import { canonicalJson } from '../kernel/canonical-json'
import type { Likeness } from './align'
import { readableInlines } from './inlines'
import { sharedWords, wordCounts } from './words'

/** One line of a block as it is compared: what it is, where that is not plain, and what it says. */
export interface Line {
  /** `Caption`, `Attribution`, a bullet; '' for a line of text. */
  label: string
  content: readonly Inline[]
}

/** What a block is called on screen. */
export function blockName(block: Block): string {
  return block.type === 'heading' && block.attrs.level === 3 ? 'Subheading' : names[block.type]
}

const names: Record<Block['type'], string> = {
  paragraph: 'Paragraph',
  heading: 'Heading',
  pullQuote: 'Pull quote',
  bulletList: 'Bullet list',
  orderedList: 'Numbered list',
  blockquote: 'Block quote',
  factBox: 'Fact box',
  table: 'Table',
  figure: 'Figure',
  gallery: 'Gallery',
  embedCard: 'Link card',
  relatedArticle: 'Related article',
  horizontalRule: 'Divider',
}

/** Everything of a block that can be read, line by line. */
export function blockLines(block: Block): Line[] {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return [{ label: '', content: block.content ?? [] }]
    case 'pullQuote':
      return [{ label: '', content: block.content ?? [] }, ...line('Attribution', block.attrs.attribution)]
    case 'bulletList':
    case 'orderedList':
      return block.content.flatMap((item) =>
        item.content.flatMap(blockLines).map((one) => ({ ...one, label: one.label || '•' })),
      )
    case 'blockquote':
      return block.content.flatMap(blockLines)
    case 'factBox':
      return [...line('Title', block.attrs.title), ...block.content.flatMap(blockLines)]
    case 'table':
      return block.content.flatMap((row) => row.content.flatMap((cell) => cell.content.flatMap(blockLines)))
    case 'figure':
      return figureLines(block.attrs)
    case 'gallery':
      return block.content.flatMap(blockLines)
    case 'embedCard':
      return [...line('Title', block.attrs.title), ...line('Address', block.attrs.url)]
    case 'relatedArticle':
      return line('Article', block.attrs.article)
    case 'horizontalRule':
      return []
  }
}

const widthNames = { text: 'As the text', wide: 'Wide', half: 'Half' }

const figureLines = (attrs: Extract<Block, { type: 'figure' }>['attrs']): Line[] => [
  ...line('Alt text', attrs.decorative ? 'Marked as decorative' : attrs.alt),
  ...line('Caption', attrs.caption),
  ...line('Credit', attrs.credit),
  ...line('Width', widthNames[attrs.width]),
]

const line = (label: string, text: string): Line[] =>
  text === '' ? [] : [{ label, content: [{ type: 'text', text }] }]

/** Every picture in a block, in order, once each. */
export const blockPictures = (block: Block): string[] => bodyMedia({ type: 'doc', content: [block] })

/** A line is recognised by its label first: a caption never becomes a credit. */
export const lineLikeness: Likeness<Line> = {
  key: ({ label, content }) => `${label} ${canonicalJson(content)}`,
  likeness(before, after) {
    if (before.label !== after.label) return 0
    const isNamed = before.label !== '' && before.label !== '•'
    const shared = sharedWords(
      wordCounts(readableInlines(before.content)),
      wordCounts(readableInlines(after.content)),
    )
    return Math.max(shared, isNamed ? 0.4 : Number.MIN_VALUE)
  },
}
