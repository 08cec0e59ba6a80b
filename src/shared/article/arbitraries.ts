import fc from 'fast-check'
import type { Block, Body, Inline, ListItem, Mark, TableRow } from './body'
import { emptyContent, type Content } from './content'

/** Generated documents for property tests: anything the schemas allow, odd characters and hostile words included. */

/** What generated articles may refer to, so that tests can have it there, or not. */
export const generatedIds = {
  authors: ['01ARZ3NDEKTSV4RRFFQ69G5FA1', '01ARZ3NDEKTSV4RRFFQ69G5FA2', '01ARZ3NDEKTSV4RRFFQ69G5FA3'],
  articles: ['01ARZ3NDEKTSV4RRFFQ69G5FB1', '01ARZ3NDEKTSV4RRFFQ69G5FB2'],
  pictures: ['a', 'b', 'c'].map((digit) => digit.repeat(64)),
}

const hostileWords = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '</title></style></div></article>',
  '<!--',
  ']]>',
  '&lt;b&gt; &amp; &#x3c;',
  '${alert(1)}',
  '\u202eevil',
  '\u0000\ufffe\ud800',
  'a\r\nb\tc',
  'עברית',
  'العربية',
  '日本語の見出し',
  '**not bold** _or_ `code` # 1. - + | ~~x~~',
]

const words = (maxLength: number): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 4, arbitrary: fc.string({ unit: 'grapheme', maxLength }) },
    { weight: 2, arbitrary: fc.lorem({ maxCount: 12 }) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 8 }) },
    { weight: 1, arbitrary: fc.constantFrom(...hostileWords) },
  )

const address = fc.constantFrom(
  'https://example.org/a?b=1&c=2#d',
  'http://example.org/"\'<>',
  'mailto:desk@example.org?subject=a%20b',
  'tel:+441234567',
  '../news/other/index.html',
  '#note-1',
  '?q=javascript:alert(1)',
  'article:01ARZ3NDEKTSV4RRFFQ69G5FB1',
  'article:01ARZ3NDEKTSV4RRFFQ69G5FB2',
)

const plainMark: fc.Arbitrary<Mark> = fc.constantFrom<Mark>(
  { type: 'bold' },
  { type: 'italic' },
  { type: 'strike' },
  { type: 'subscript' },
  { type: 'superscript' },
)
const mark: fc.Arbitrary<Mark> = fc.oneof(
  plainMark,
  address.map((href): Mark => ({ type: 'link', attrs: { href } })),
)
const marks = fc.option(fc.uniqueArray(mark, { selector: ({ type }) => type, maxLength: 4 }), {
  nil: undefined,
})

type PlainInline = Exclude<Inline, { type: 'footnote' }>
const withMarks = <T extends Inline>(node: fc.Arbitrary<T>): fc.Arbitrary<T> =>
  fc.tuple(node, marks).map(([one, own]) => (own ? { ...one, marks: own } : one))
const textNode = words(20)
  .filter((text) => text !== '')
  .map((text): PlainInline => ({ type: 'text', text }))
const plainInline: fc.Arbitrary<PlainInline> = withMarks(
  fc.oneof({ weight: 6, arbitrary: textNode }, fc.constant<PlainInline>({ type: 'hardBreak' })),
)
const footnote: fc.Arbitrary<Inline> = withMarks(
  fc.array(plainInline, { maxLength: 3 }).map((content): Inline => ({ type: 'footnote', content })),
)
const inlines = fc.array(
  fc.oneof({ weight: 8, arbitrary: plainInline as fc.Arbitrary<Inline> }, { weight: 1, arbitrary: footnote }),
  { maxLength: 5 },
)

const picture = fc.record({
  media: fc.constantFrom(...generatedIds.pictures),
  alt: words(20),
  decorative: fc.boolean(),
  caption: words(20),
  credit: words(10),
})
type Figure = Extract<Block, { type: 'figure' }>
const figure = fc
  .tuple(picture, fc.constantFrom('text' as const, 'wide' as const, 'half' as const))
  .map(([shown, width]): Figure => ({ type: 'figure', attrs: { ...shown, width } }))

const leafBlock: fc.Arbitrary<Block> = fc.oneof(
  { weight: 6, arbitrary: inlines.map((content): Block => ({ type: 'paragraph', content })) },
  { weight: 1, arbitrary: fc.constant<Block>({ type: 'paragraph' }) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.constantFrom(2 as const, 3 as const), inlines)
      .map(([level, content]): Block => ({ type: 'heading', attrs: { level }, content })),
  },
  fc
    .tuple(words(20), inlines)
    .map(([attribution, content]): Block => ({ type: 'pullQuote', attrs: { attribution }, content })),
  figure,
  fc.array(figure, { minLength: 1, maxLength: 3 }).map((content): Block => ({ type: 'gallery', content })),
  words(20).map((title): Block => ({ type: 'embedCard', attrs: { url: 'https://example.org/x', title } })),
  fc
    .constantFrom(...generatedIds.articles)
    .map((article): Block => ({ type: 'relatedArticle', attrs: { article } })),
  fc.constant<Block>({ type: 'horizontalRule' }),
)

/** Any block, with others in it down to a few levels. */
const arbitraryBlock: fc.Arbitrary<Block> = blockOfDepth(2)

function blockOfDepth(depth: number): fc.Arbitrary<Block> {
  if (depth === 0) return leafBlock
  const inner = fc.array(blockOfDepth(depth - 1), { minLength: 1, maxLength: 3 })
  const item = inner.map((content): ListItem => ({ type: 'listItem', content }))
  const items = fc.array(item, { minLength: 1, maxLength: 3 })
  const cell = fc
    .tuple(fc.constantFrom('tableCell' as const, 'tableHeader' as const), inner)
    .map(([type, content]) => ({ type, content }))
  const row = fc
    .array(cell, { minLength: 2, maxLength: 2 })
    .map((content): TableRow => ({ type: 'tableRow', content }))
  return fc.oneof(
    { weight: 8, arbitrary: leafBlock },
    items.map((content): Block => ({ type: 'bulletList', content })),
    fc
      .tuple(items, fc.nat(20))
      .map(([content, start]): Block => ({ type: 'orderedList', attrs: { start }, content })),
    inner.map((content): Block => ({ type: 'blockquote', content })),
    fc
      .tuple(words(20), inner)
      .map(([title, content]): Block => ({ type: 'factBox', attrs: { title }, content })),
    fc.array(row, { minLength: 1, maxLength: 3 }).map((content): Block => ({ type: 'table', content })),
  )
}

/** Any body that `bodySchema` takes. */
export const arbitraryBody: fc.Arbitrary<Body> = fc
  .array(arbitraryBlock, { minLength: 1, maxLength: 6 })
  .map((content) => ({ type: 'doc', content }))

const moment = fc
  .date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString())

/** Any content that `contentSchema` takes, in a category of a new library. */
export const arbitraryContent: fc.Arbitrary<Required<Content>> = fc.record<Required<Content>>({
  ...constants(emptyContent('en')),
  headline: words(40),
  standfirst: words(40),
  dateline: words(10),
  body: arbitraryBody,
  lang: fc.constantFrom('en', 'de', 'ar', 'ja', 'pt-BR'),
  dir: fc.constantFrom('auto', 'ltr', 'rtl'),
  authors: fc.uniqueArray(fc.constantFrom(...generatedIds.authors), { maxLength: 3 }),
  category: fc.constantFrom('news', 'sports', null),
  tags: fc.array(
    words(10).filter((tag) => tag !== ''),
    { maxLength: 3 },
  ),
  slug: fc.record({ text: fc.constantFrom('', 'a-slug', 'another'), follows: fc.boolean() }),
  thumbnail: fc.option(
    fc.record({
      media: fc.constantFrom(...generatedIds.pictures),
      alt: words(20),
      decorative: fc.boolean(),
      caption: words(20),
      credit: words(10),
      licence: words(10),
      expires: fc.constantFrom(null, '2099-12-31'),
      focal: fc.record({ x: fc.constantFrom(0, 0.33, 0.5, 1), y: fc.constantFrom(0, 0.5, 0.71, 1) }),
    }),
  ),
  readTime: fc.option(
    fc.record({
      minutes: fc.integer({ min: 1, max: 99 }),
      by: fc.constant(generatedIds.authors[0] ?? ''),
      at: moment,
    }),
  ),
  publishTime: fc.oneof(
    fc.constant({ kind: 'on-approval' as const }),
    fc.constant({ kind: 'none' as const }),
    moment.map((at) => ({ kind: 'at' as const, at })),
  ),
  search: fc.record({
    title: words(20),
    description: words(20),
    canonical: fc.constantFrom(null, 'https://example.org/first'),
    noindex: fc.boolean(),
  }),
  desk: fc.record({
    type: fc.constantFrom('', 'news', 'feature'),
    words: fc.constantFrom(null, 600),
    ignored: fc.array(
      fc.record({
        rule: fc.constantFrom('per-cent', 'serial-comma'),
        text: words(20),
        reason: fc.constant('In a quotation.'),
        by: fc.constantFrom(...generatedIds.authors),
        at: moment,
      }),
      { maxLength: 2 },
    ),
  }),
})

function constants(content: Content): { [K in keyof Content]: fc.Arbitrary<Content[K]> } {
  return Object.fromEntries(Object.entries(content).map(([name, value]) => [name, fc.constant(value)])) as {
    [K in keyof Content]: fc.Arbitrary<Content[K]>
  }
}
