import { z } from 'zod'
import { defaultHolding, holdableChecks } from '../review/machine-check-names'

/** Fields that an article type can require before an article is submitted. */
export const requirableFields = [
  'headline',
  'standfirst',
  'dateline',
  'body',
  'authors',
  'category',
  'tags',
  'thumbnail',
] as const
export type RequirableField = (typeof requirableFields)[number]

/** Texts that an article type can limit. `caption` is the thumbnail's; the search texts are what search pages show. */
export const limitedFields = [
  'headline',
  'standfirst',
  'dateline',
  'body',
  'caption',
  'searchTitle',
  'searchDescription',
] as const
export type LimitedField = (typeof limitedFields)[number]

const amount = z.number().int().min(1).max(1_000_000).nullable()
/** A least and a greatest length; null leaves that side open. */
const limitSchema = z
  .strictObject({ unit: z.enum(['words', 'characters']), least: amount, most: amount })
  .refine(
    ({ least, most }) => least === null || most === null || least <= most,
    'has its least above its most',
  )
export type Limit = z.infer<typeof limitSchema>

const articleTypeSchema = z.strictObject({
  /** Never changes; the name may. */
  id: z.string().min(1).max(100),
  name: z.string().trim().min(1).max(200),
  /** An article always needs a headline, a body, an author and a category; a type can only ask for more. */
  required: z.array(z.enum(requirableFields)).max(requirableFields.length),
  limits: z.partialRecord(z.enum(limitedFields), limitSchema),
  /** Whether a text outside its limits cannot be submitted; otherwise its counter says so and no more. */
  strict: z.boolean(),
  /** The usual length in words, where none was commissioned. */
  words: amount,
  /** What a human being checks before approval, a sentence each. */
  checklist: z.array(z.string().trim().min(1).max(500)).max(50),
  /** The machine checks that hold an approval back when they fail, besides those that always do. */
  holding: z
    .array(z.enum(holdableChecks))
    .max(holdableChecks.length)
    .default([...defaultHolding]),
})
export type ArticleType = z.infer<typeof articleTypeSchema>

export const articleTypesSchema = z
  .array(articleTypeSchema)
  .min(1)
  .max(50)
  .refine((all) => new Set(all.map(({ id }) => id)).size === all.length, 'need a different id each')

const searchLimits = {
  searchTitle: { unit: 'characters', least: null, most: 60 },
  searchDescription: { unit: 'characters', least: null, most: 155 },
} as const satisfies ArticleType['limits']

function articleType(
  id: string,
  name: string,
  words: number | null,
  more: Partial<ArticleType> = {},
): ArticleType {
  return {
    id,
    name,
    required: ['headline', 'body', 'authors', 'category'],
    limits: {
      headline: { unit: 'characters', least: null, most: 100 },
      standfirst: { unit: 'characters', least: null, most: 250 },
      ...searchLimits,
    },
    strict: false,
    words,
    checklist: [],
    holding: [...defaultHolding],
    ...more,
  }
}

/** The article types of a new library. They only advise: no check by a human being, no strict limit. */
export const defaultArticleTypes: readonly ArticleType[] = [
  articleType('news', 'News', 600),
  articleType('feature', 'Feature', 1500),
  articleType('live-note', 'Live note', 150),
  articleType('opinion', 'Opinion', 800),
  articleType('brief', 'Brief', 120),
]

/** The type of an article that notes this id; one that is gone or was never noted is the first. */
export function articleTypeFor(id: string, types: readonly ArticleType[]): ArticleType {
  const found = types.find((type) => type.id === id) ?? types[0]
  if (!found) throw new Error('A library has at least one article type.')
  return found
}
