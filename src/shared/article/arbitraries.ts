import fc from 'fast-check'
import type { Block, Body, Inline, Mark, TableCell } from './body'

/** Any body the library could hold, for property tests. */

const words = fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme' })
const markNames = ['bold', 'italic', 'strike', 'subscript', 'superscript'] as const
const anyMarks: fc.Arbitrary<Mark[]> = fc
  .tuple(
    fc.subarray([...markNames]),
    fc.option(fc.constantFrom('https://example.org/a', '/b', 'mailto:a@b.c')),
  )
  .map(([names, href]) => [
    ...names.map((type) => ({ type })),
    ...(href === null ? [] : [{ type: 'link' as const, attrs: { href } }]),
  ])
const withMarks = <T extends object>(node: T, marks: Mark[]): T =>
  marks.length > 0 ? { ...node, marks } : node

type Plain = Extract<Inline, { type: 'text' | 'hardBreak' }>
const anyPlain: fc.Arbitrary<Plain> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.tuple(words, anyMarks).map(([text, m]) => withMarks({ type: 'text' as const, text }, m)),
  },
  { weight: 1, arbitrary: fc.constant({ type: 'hardBreak' as const }) },
)
const anyInline: fc.Arbitrary<Inline> = fc.oneof(
  { weight: 5, arbitrary: anyPlain },
  {
    weight: 1,
    arbitrary: fc
      .array(anyPlain, { maxLength: 2 })
      .map((content) => filled({ type: 'footnote' as const }, content)),
  },
)
const filled = <T extends object, C>(node: T, content: C[]): T =>
  content.length > 0 ? { ...node, content } : node
const anyInlines = fc.array(anyInline, { maxLength: 4 })
const lists = <T>(item: fc.Arbitrary<T>): fc.Arbitrary<T[]> => fc.array(item, { minLength: 1, maxLength: 3 })

type Figure = Extract<Block, { type: 'figure' }>
const anyFigure: fc.Arbitrary<Figure> = fc
  .record({
    media: fc.stringMatching(/^[0-9a-f]{64}$/),
    alt: fc.string({ maxLength: 8 }),
    decorative: fc.boolean(),
    caption: fc.string({ maxLength: 8 }),
    credit: fc.string({ maxLength: 8 }),
    width: fc.constantFrom('text' as const, 'wide' as const, 'half' as const),
  })
  .map((attrs) => ({ type: 'figure' as const, attrs }))

const leafBlock: fc.Arbitrary<Block> = fc.oneof(
  { weight: 4, arbitrary: anyInlines.map((content) => filled({ type: 'paragraph' as const }, content)) },
  fc
    .tuple(fc.constantFrom(2 as const, 3 as const), anyInlines)
    .map(([level, content]) => filled({ type: 'heading' as const, attrs: { level } }, content)),
  fc
    .tuple(fc.string({ maxLength: 8 }), anyInlines)
    .map(([attribution, content]) => filled({ type: 'pullQuote' as const, attrs: { attribution } }, content)),
  anyFigure,
  lists(anyFigure).map((content) => ({ type: 'gallery' as const, content })),
  fc
    .string({ maxLength: 8 })
    .map((title) => ({ type: 'embedCard' as const, attrs: { url: 'https://example.org/x', title } })),
  fc.constant({ type: 'relatedArticle' as const, attrs: { article: '01ARZ3NDEKTSV4RRFFQ69G5FAV' } }),
  fc.constant({ type: 'horizontalRule' as const }),
)

/** Rows of equal length: the table plugin evens out any others. */
function anyTable(block: fc.Arbitrary<Block>): fc.Arbitrary<Block> {
  const cell: fc.Arbitrary<TableCell> = fc.record({
    type: fc.constantFrom('tableCell' as const, 'tableHeader' as const),
    content: fc.array(block, { minLength: 1, maxLength: 2 }),
  })
  return fc
    .integer({ min: 1, max: 3 })
    .chain((width) => lists(fc.array(cell, { minLength: width, maxLength: width })))
    .map((rows) => ({
      type: 'table' as const,
      content: rows.map((content) => ({ type: 'tableRow' as const, content })),
    }))
}

function anyBlock(depth: number): fc.Arbitrary<Block> {
  if (depth === 0) return leafBlock
  const inner = anyBlock(depth - 1)
  const items = lists(lists(inner).map((content) => ({ type: 'listItem' as const, content })))
  return fc.oneof(
    { weight: 5, arbitrary: leafBlock },
    items.map((content) => ({ type: 'bulletList' as const, content })),
    fc
      .tuple(fc.integer({ min: 0, max: 1_000_000 }), items)
      .map(([start, content]) => ({ type: 'orderedList' as const, attrs: { start }, content })),
    lists(inner).map((content) => ({ type: 'blockquote' as const, content })),
    fc
      .tuple(fc.string({ maxLength: 8 }), lists(inner))
      .map(([title, content]) => ({ type: 'factBox' as const, attrs: { title }, content })),
    anyTable(inner),
  )
}

export const anyBody: fc.Arbitrary<Body> = fc
  .array(anyBlock(2), { minLength: 1, maxLength: 6 })
  .map((content) => ({ type: 'doc' as const, content }))
