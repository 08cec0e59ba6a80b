import { z } from 'zod'
import type { Article } from '../article/article'
import { hashSchema, idSchema } from '../kernel/ids'
import { siteSettingsSchema } from '../site/settings'

/** A stored picture as a page needs it: pixels after its EXIF rotation. */
const pageSizeSchema = z.strictObject({
  width: z.number().int().min(1),
  height: z.number().int().min(1),
})
export type PictureSize = z.infer<typeof pageSizeSchema>

const pageAuthorSchema = z.strictObject({
  name: z.string(),
  slug: z.string(),
  biography: z.string(),
  /** Web addresses. */
  links: z.array(z.string()),
  avatar: hashSchema.nullable(),
})
export type PageAuthor = z.infer<typeof pageAuthorSchema>

/** What a page shows that is not in its article: everything the article only refers to. */
export const surroundingsSchema = z.strictObject({
  site: siteSettingsSchema,
  /** By id. */
  authors: z.record(idSchema, pageAuthorSchema),
  /** By content hash; the logo, avatars, thumbnail and the body's pictures. */
  pictures: z.record(hashSchema, pageSizeSchema),
  /** Other articles that links point to, by id: only those that are on the site. */
  related: z.record(idSchema, z.strictObject({ headline: z.string(), path: z.string() })),
})
export type Surroundings = z.infer<typeof surroundingsSchema>

/** When an article came out and when what it says last changed: with the site's offset, null where undated. */
export interface PageDates {
  published: string | null
  modified: string | null
  /** The day of a later change as the page prints it; '' where there is none. */
  printedUpdate: string
}

/** The parts of an article that its page shows. */
export interface PageArticle extends Pick<Article, 'id' | 'content' | 'derived' | 'publishedAt'> {
  /** From the site's root, such as `news/some-slug/index.html`. */
  path: string
  corrections: { text: string; at: string; zoned: string; printedDate: string }[]
  dates: PageDates
}

/** The one input of an article's page: plain data, and time as `asOf` (UTC, ISO 8601). */
export interface PageModel {
  article: PageArticle
  surroundings: Surroundings
  asOf: string
}

/** An article as a list on the site shows it: front page, category page. */
export const pageTeaserSchema = z.strictObject({
  id: idSchema,
  path: z.string(),
  headline: z.string(),
  standfirst: z.string(),
  /** The category's id. */
  category: z.string(),
  /** Printed names in byline order. */
  authors: z.array(z.string()),
  /** The same authors’ parts of addresses. */
  authorSlugs: z.array(z.string()),
  tags: z.array(z.string()),
  printedDate: z.string(),
  readTime: z.number(),
  lang: z.string(),
  dir: z.enum(['auto', 'ltr', 'rtl']),
  thumbnail: z
    .strictObject({
      media: hashSchema,
      alt: z.string(),
      decorative: z.boolean(),
      focal: z.strictObject({ x: z.number(), y: z.number() }),
    })
    .nullable(),
  /** For the order: newest first. UTC; and with the site's offset. */
  publishedAt: z.string().nullable(),
  published: z.string().nullable(),
})
export type PageTeaser = z.infer<typeof pageTeaserSchema>
