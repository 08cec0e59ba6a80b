import { z } from 'zod'
import { idSchema, momentSchema } from '../kernel/ids'
import { contentSchema, deskNotes, emptyContent, type Content } from './content'

/** What a template can give a new article; what was not chosen is empty in it. */
const templateContentSchema = z.strictObject({
  ...contentSchema.pick({ headline: true, standfirst: true, body: true, tags: true, category: true }).shape,
  /** An article type’s id; '' is the library’s first type. */
  type: z.string().max(100),
  /** The commissioned length in words. */
  words: z.number().int().min(1).max(1_000_000).nullable(),
})
export type TemplateContent = z.infer<typeof templateContentSchema>

export const templateNameSchema = z.string().trim().min(1).max(200)

/** What new articles can begin with. */
export const templateSchema = z.strictObject({
  id: idSchema,
  name: templateNameSchema,
  content: templateContentSchema,
  /** Who saved it last, and when. */
  by: idSchema,
  at: momentSchema,
})
export type Template = z.infer<typeof templateSchema>

/** What of an article a template can keep, in the order people choose it. */
export const templateParts = [
  'headline',
  'standfirst',
  'body',
  'tags',
  'category',
  'type',
  'words',
] as const satisfies readonly (keyof TemplateContent)[]
export type TemplatePart = (typeof templateParts)[number]

/** The chosen parts of an article, ready to be kept as a template. */
export function templateContentFrom(content: Content, parts: readonly TemplatePart[]): TemplateContent {
  const whole = partsOf(content)
  const nothing = partsOf(emptyContent(content.lang))
  return Object.fromEntries(
    templateParts.map((part) => [part, parts.includes(part) ? whole[part] : nothing[part]]),
  ) as TemplateContent
}

function partsOf(content: Content): TemplateContent {
  const { headline, standfirst, body, tags, category } = content
  const { type, words } = deskNotes(content)
  return { headline, standfirst, body, tags, category, type, words }
}

/** A new article’s content with what a template gives. */
export function contentFromTemplate(blank: Content, { type, words, ...parts }: TemplateContent): Content {
  const content = { ...blank, ...parts }
  return type === '' && words === null ? content : { ...content, desk: { ...deskNotes(blank), type, words } }
}
