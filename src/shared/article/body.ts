import { z } from 'zod'
import { hashSchema, idSchema } from '../kernel/ids'
import { linkAddressSchema, webAddressSchema } from './address'

/**
 * The body of an article: ProseMirror JSON with our own nodes and marks. Everything that reaches the library is
 * checked against these schemas, node by node, attribute by attribute; anything unknown is refused.
 */

const line = z.string().max(2000)
const prose = z.string().max(20_000)

const markSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('bold') }),
  z.strictObject({ type: z.literal('italic') }),
  z.strictObject({ type: z.literal('strike') }),
  z.strictObject({ type: z.literal('subscript') }),
  z.strictObject({ type: z.literal('superscript') }),
  z.strictObject({ type: z.literal('link'), attrs: z.strictObject({ href: linkAddressSchema }) }),
])
export type Mark = z.infer<typeof markSchema>

const textSchema = z.strictObject({
  type: z.literal('text'),
  text: z.string().min(1),
  marks: z.array(markSchema).max(6).optional(),
})
const hardBreakSchema = z.strictObject({
  type: z.literal('hardBreak'),
  marks: z.array(markSchema).max(6).optional(),
})

const plainInlineSchema = z.discriminatedUnion('type', [textSchema, hardBreakSchema])
/** A note's text stands where its mark is, and is printed at the end of the page. */
const footnoteSchema = z.strictObject({
  type: z.literal('footnote'),
  content: z.array(plainInlineSchema).optional(),
  marks: z.array(markSchema).max(6).optional(),
})
const inlineSchema = z.discriminatedUnion('type', [textSchema, hardBreakSchema, footnoteSchema])
export type Inline = z.infer<typeof inlineSchema>
const inlines = z.array(inlineSchema).optional()

const paragraphSchema = z.strictObject({ type: z.literal('paragraph'), content: inlines })
const headingSchema = z.strictObject({
  type: z.literal('heading'),
  attrs: z.strictObject({ level: z.union([z.literal(2), z.literal(3)]) }),
  content: inlines,
})
const pullQuoteSchema = z.strictObject({
  type: z.literal('pullQuote'),
  attrs: z.strictObject({ attribution: line }),
  content: inlines,
})

/** A picture and its words. `media` names the original by the SHA-256 of its bytes. */
export const pictureFields = {
  media: hashSchema,
  alt: prose,
  decorative: z.boolean(),
  caption: prose,
  credit: line,
}
const figureSchema = z.strictObject({
  type: z.literal('figure'),
  attrs: z.strictObject({ ...pictureFields, width: z.enum(['text', 'wide', 'half']) }),
})
const gallerySchema = z.strictObject({ type: z.literal('gallery'), content: z.array(figureSchema).min(1) })

const embedCardSchema = z.strictObject({
  type: z.literal('embedCard'),
  attrs: z.strictObject({ url: webAddressSchema, title: line }),
})
const relatedArticleSchema = z.strictObject({
  type: z.literal('relatedArticle'),
  attrs: z.strictObject({ article: idSchema }),
})
const dividerSchema = z.strictObject({ type: z.literal('horizontalRule') })

export type ListItem = { type: 'listItem'; content: Block[] }
export type TableCell = {
  type: 'tableCell' | 'tableHeader'
  attrs?: { colspan?: number; rowspan?: number; colwidth?: number[] | null }
  content: Block[]
}
export type TableRow = { type: 'tableRow'; content: TableCell[] }
export type Block =
  | z.infer<typeof paragraphSchema>
  | z.infer<typeof headingSchema>
  | z.infer<typeof pullQuoteSchema>
  | z.infer<typeof figureSchema>
  | z.infer<typeof gallerySchema>
  | z.infer<typeof embedCardSchema>
  | z.infer<typeof relatedArticleSchema>
  | z.infer<typeof dividerSchema>
  | { type: 'bulletList'; content: ListItem[] }
  | { type: 'orderedList'; attrs?: { start?: number; type?: null }; content: ListItem[] }
  | { type: 'blockquote'; content: Block[] }
  | { type: 'factBox'; attrs: { title: string }; content: Block[] }
  | { type: 'table'; content: TableRow[] }

const blocks: z.ZodType<Block[]> = z.lazy(() => z.array(blockSchema).min(1))

const listItemSchema: z.ZodType<ListItem> = z.strictObject({ type: z.literal('listItem'), content: blocks })
const spanSchema = z.number().int().min(1).max(100)
const cellAttrsSchema = z.strictObject({
  colspan: spanSchema.optional(),
  rowspan: spanSchema.optional(),
  colwidth: z.array(z.number().int().min(0).max(10_000)).max(100).nullish(),
})
const tableCellSchema: z.ZodType<TableCell> = z.strictObject({
  type: z.enum(['tableCell', 'tableHeader']),
  attrs: cellAttrsSchema.optional(),
  content: blocks,
}) as z.ZodType<TableCell>
const tableRowSchema: z.ZodType<TableRow> = z.strictObject({
  type: z.literal('tableRow'),
  content: z.array(tableCellSchema).min(1),
})

const blockSchema: z.ZodType<Block> = z.discriminatedUnion('type', [
  paragraphSchema,
  headingSchema,
  pullQuoteSchema,
  figureSchema,
  gallerySchema,
  embedCardSchema,
  relatedArticleSchema,
  dividerSchema,
  z.strictObject({ type: z.literal('bulletList'), content: z.array(listItemSchema).min(1) }),
  z.strictObject({
    type: z.literal('orderedList'),
    attrs: z
      .strictObject({ start: z.number().int().min(0).max(1_000_000).optional(), type: z.null().optional() })
      .optional(),
    content: z.array(listItemSchema).min(1),
  }),
  z.strictObject({ type: z.literal('blockquote'), content: blocks }),
  z.strictObject({ type: z.literal('factBox'), attrs: z.strictObject({ title: line }), content: blocks }),
  z.strictObject({ type: z.literal('table'), content: z.array(tableRowSchema).min(1) }),
]) as z.ZodType<Block>

/** How deep blocks may stand in one another: beyond it no page is readable and no parser safe. */
export const maximumDepth = 16

/** The document itself: `{type: 'doc', content: [...]}`, at least one block. */
export const bodySchema = z
  .unknown()
  .refine(
    (body) => depthOf(body, maximumDepth + 1) <= maximumDepth,
    `nests deeper than ${maximumDepth} blocks`,
  )
  .pipe(z.strictObject({ type: z.literal('doc'), content: z.array(blockSchema).min(1) }))
export type Body = { type: 'doc'; content: Block[] }

/** Levels of `content` inside a value, counted no further than `stopAt` so that hostile nesting costs nothing. */
function depthOf(node: unknown, stopAt: number): number {
  if (stopAt === 0 || typeof node !== 'object' || node === null || !('content' in node)) return 0
  if (!Array.isArray(node.content)) return 0
  return 1 + node.content.reduce<number>((deepest, child) => Math.max(deepest, depthOf(child, stopAt - 1)), 0)
}

/** A body with nothing in it: one empty paragraph. */
export const emptyBody = (): Body => ({ type: 'doc', content: [{ type: 'paragraph' }] })
