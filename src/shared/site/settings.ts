import { z } from 'zod'
import { webAddressSchema } from '../article/address'
import { languageSchema } from '../article/content'
import { defaultReadingRate } from '../article/counting'
import { slugFrom, slugSchema } from '../article/slug'
import { flagNameSchema } from '../workflow/states'
import { articleTypesSchema, defaultArticleTypes } from './article-types'
import { brandingSchema, defaultBranding, storedBrandingSchema } from './branding'
import { emptyFront, frontSchema } from './front'
import { siteLinksSchema } from './site-links'

/** Names the site's layout keeps for itself beside the categories' folders. */
export const reservedPaths = [
  'assets',
  'media',
  'authors',
  'tags',
  'archive',
  'search',
  'ninjs',
  'index',
  'page',
] as const

/** A site section. `id` never changes; name and slug may. `front` marks the front page's entry, which holds no articles. */
const categorySchema = z.strictObject({
  id: z.string().min(1).max(100),
  name: z.string().trim().min(1).max(200),
  slug: slugSchema.refine(
    (slug) => !(reservedPaths as readonly string[]).includes(slug),
    'is a name the site keeps for itself',
  ),
  front: z.boolean(),
})
export type Category = z.infer<typeof categorySchema>

const defaultNames = [
  'Home',
  'Technology',
  'Top Stories',
  'Business',
  'Most Featured',
  'Sports',
  'Social Issues',
  'Animals',
  'News',
  'Fashion',
  'Crypto',
  'Featured',
  'Music & Pop Culture',
  'Travel & Tourism',
]

/** The site's navigation as a new library has it: 14 entries, Home first. */
export const defaultCategories: readonly Category[] = defaultNames.map((name, index) => {
  const slug = slugFrom(name, `category-${index}`)
  return { id: slug, name, slug, front: index === 0 }
})

const categoriesSchema = z
  .array(categorySchema)
  .min(1)
  .max(60)
  .refine((all) => all.filter((one) => one.front).length === 1, 'need exactly one front page')
  .refine((all) => new Set(all.map((one) => one.slug)).size === all.length, 'need a different slug each')
  .refine((all) => new Set(all.map((one) => one.id)).size === all.length, 'need a different id each')

/** What the published site is. Not covered by an article's seal. */
export const siteSettingsSchema = z.strictObject({
  name: z.string().trim().min(1).max(200),
  /** Where the site will stand, or '' while that is not known. */
  url: z.union([webAddressSchema, z.literal('')]),
  language: languageSchema,
  /** An IANA name. Whether its rules are known is checked where settings are changed: that needs the whole zone table. */
  timeZone: z.string().regex(/^[A-Za-z0-9_+/-]{1,60}$/, 'is not a time zone such as Europe/London'),
  description: z.string().max(1000),
  footer: z.string().max(1000),
  categories: categoriesSchema,
  branding: brandingSchema,
  /** Links on every page besides the categories: above them, and at the end. */
  headerLinks: siteLinksSchema,
  footerLinks: siteLinksSchema,
  /** What is pinned to the front page. */
  front: frontSchema,
  /** Words a minute. */
  readingRate: z.number().int().min(50).max(1000),
})
export type SiteSettings = z.infer<typeof siteSettingsSchema>

/** How the newsroom works in this library. */
export const rulesSchema = z.strictObject({
  /** Who kept a change to sealed content since the last approval cannot approve. */
  approverMayNotHaveEdited: z.boolean(),
  /** Whether editors may sign in without a passphrase. Everyone else always needs one. */
  editorsMaySkipPassphrase: z.boolean(),
  /** Words that no article is approved with, each found as a whole: names under a court's order, say. */
  blockedWords: z.array(z.string().trim().min(1).max(200)).max(2000),
  /** What takes two people to approve: articles of these categories, and those that one of these matters is asked for. */
  twoApprovals: z.strictObject({
    categories: z.array(z.string().max(100)).max(60),
    flags: z.array(flagNameSchema),
  }),
  /** After how many minutes of nothing a window locks; 0 is never. */
  lockAfterMinutes: z.number().int().min(0).max(1440),
})
export type Rules = z.infer<typeof rulesSchema>

export const settingsSchema = z.strictObject({
  site: siteSettingsSchema.extend({
    branding: storedBrandingSchema,
    headerLinks: siteLinksSchema.default([]),
    footerLinks: siteLinksSchema.default([]),
    front: frontSchema.default(emptyFront),
  }),
  rules: rulesSchema.extend({
    blockedWords: rulesSchema.shape.blockedWords.default([]),
    twoApprovals: rulesSchema.shape.twoApprovals.default({ categories: [], flags: [] }),
    lockAfterMinutes: rulesSchema.shape.lockAfterMinutes.default(15),
  }),
  /** The first one is what an article is that names none. */
  articleTypes: articleTypesSchema.default([...defaultArticleTypes]),
})
export type Settings = z.infer<typeof settingsSchema>

/** A new library's settings. */
export const defaultSettings = (name: string): Settings => ({
  site: {
    name,
    url: '',
    language: 'en',
    timeZone: 'UTC',
    description: '',
    footer: '',
    categories: [...defaultCategories],
    branding: defaultBranding,
    headerLinks: [],
    footerLinks: [],
    front: emptyFront,
    readingRate: defaultReadingRate,
  },
  rules: {
    approverMayNotHaveEdited: true,
    editorsMaySkipPassphrase: true,
    blockedWords: [],
    twoApprovals: { categories: [], flags: [] },
    lockAfterMinutes: 15,
  },
  articleTypes: [...defaultArticleTypes],
})
