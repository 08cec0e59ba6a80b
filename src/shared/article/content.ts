import { z } from 'zod'
import { idSchema, momentSchema } from '../kernel/ids'
import { webAddressSchema } from './address'
import { bodySchema, emptyBody, pictureFields } from './body'
import { slugSchema } from './slug'

/** A BCP 47 language tag, as far as a page's `lang` needs it. */
export const languageSchema = z
  .string()
  .regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'is not a language tag such as en or pt-BR')

const oneLine = (limit: number): z.ZodString => z.string().max(limit)

/** A point of a picture that must stay in view: fractions of its width and height from the top left. */
export const focalPointSchema = z.strictObject({ x: z.number().min(0).max(1), y: z.number().min(0).max(1) })

const thumbnailSchema = z.strictObject({
  ...pictureFields,
  licence: oneLine(500),
  /** The day the licence ends (YYYY-MM-DD), or null. */
  expires: z.iso.date().nullable(),
  focal: focalPointSchema,
})
export type Thumbnail = z.infer<typeof thumbnailSchema>

/** `on-approval` is filled in by the approval; `none` prints no date. */
const publishTimeSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('on-approval') }),
  z.strictObject({ kind: z.literal('at'), at: momentSchema }),
  z.strictObject({ kind: z.literal('none') }),
])
export type PublishTime = z.infer<typeof publishTimeSchema>

/** A read time set by hand, and who set it when. */
const readTimeOverrideSchema = z.strictObject({
  minutes: z.number().int().min(1).max(999),
  by: idSchema,
  at: momentSchema,
})

/** A finding of the house style that an editor leaves as it is, and why; the reviewer sees it. */
const ignoredFindingSchema = z.strictObject({
  /** The rule's id. */
  rule: z.string().min(1).max(200),
  /** The words it was found in. */
  text: oneLine(2000),
  reason: oneLine(2000).min(1),
  by: idSchema,
  at: momentSchema,
})
export type IgnoredFinding = z.infer<typeof ignoredFindingSchema>

/** What the newsroom notes with a text and no reader sees: neither sealed nor exported. */
const deskNotesSchema = z.strictObject({
  /** An article type's id; '' is the library's first type. */
  type: z.string().max(100),
  /** The length that was commissioned, in words. */
  words: z.number().int().min(1).max(1_000_000).nullable(),
  ignored: z.array(ignoredFindingSchema).max(2000),
})
export type DeskNotes = z.infer<typeof deskNotesSchema>

/** Everything an editor writes or chooses. A save carries it whole. */
export const contentSchema = z.strictObject({
  headline: oneLine(10_000),
  standfirst: oneLine(20_000),
  dateline: oneLine(10_000),
  body: bodySchema,
  lang: languageSchema,
  dir: z.enum(['auto', 'ltr', 'rtl']),
  /** Author ids in byline order. */
  authors: z.array(idSchema).max(50),
  /** A category's id, or null while none is chosen. */
  category: z.string().max(100).nullable(),
  tags: z.array(oneLine(10_000).min(1)).max(200),
  /** `follows`: the slug is made from the headline until someone edits it or the article is exported. */
  slug: z.strictObject({ text: z.union([slugSchema, z.literal('')]), follows: z.boolean() }),
  thumbnail: thumbnailSchema.nullable(),
  /** Null means computed. */
  readTime: readTimeOverrideSchema.nullable(),
  publishTime: publishTimeSchema,
  /** Not to be exported before this moment. */
  embargo: momentSchema.nullable(),
  search: z.strictObject({
    title: oneLine(10_000),
    description: oneLine(10_000),
    canonical: webAddressSchema.nullable(),
    noindex: z.boolean(),
  }),
  /** Absent in articles that nothing was noted with, such as those of earlier versions: see `deskNotes`. */
  desk: deskNotesSchema.optional(),
})
export type Content = z.infer<typeof contentSchema>
export type ContentField = keyof Content

/** What the newsroom noted with a text. */
export const deskNotes = ({ desk }: Pick<Content, 'desk'>): DeskNotes =>
  desk ?? { type: '', words: null, ignored: [] }

/** What a new article starts as. */
export const emptyContent = (lang: string): Content => ({
  headline: '',
  standfirst: '',
  dateline: '',
  body: emptyBody(),
  lang,
  dir: 'auto',
  authors: [],
  category: null,
  tags: [],
  slug: { text: '', follows: true },
  thumbnail: null,
  readTime: null,
  publishTime: { kind: 'on-approval' },
  embargo: null,
  search: { title: '', description: '', canonical: null, noindex: false },
})

/** Each field's name as people know it: used by refusals, comparisons and the window alike. */
export const fieldNames: Record<ContentField, string> = {
  headline: 'Headline',
  standfirst: 'Standfirst',
  dateline: 'Dateline',
  body: 'Body',
  lang: 'Language',
  dir: 'Direction',
  authors: 'Author',
  category: 'Category',
  tags: 'Tags',
  slug: 'Slug',
  thumbnail: 'Thumbnail',
  readTime: 'Read time',
  publishTime: 'Publish time',
  embargo: 'Embargo',
  search: 'Search',
  desk: 'Desk notes',
}
