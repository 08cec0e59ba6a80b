import { z } from 'zod'
import { flagNameSchema } from '../../../shared/workflow/states'
import { isWebAddress } from '../../../shared/article/address'
import { articleTypesSchema, type ArticleType } from '../../../shared/site/article-types'
import { slugFrom, uniqueSlug } from '../../../shared/article/slug'
import {
  reservedPaths,
  rulesSchema,
  siteSettingsSchema,
  type Category,
  type Rules,
  type Settings,
  type SiteSettings,
} from '../../../shared/site/settings'
import type { MediaInfo } from '../../../shared/contract'
import { ok, type Result } from '../../../shared/kernel/result'
import { readYesNo } from './article-fields'
import { isLookKey, lookKeys, readLook } from './look-fields'
import { wrongUsage, type Refusal } from './outcome'
import { listOf } from './pairs'

/** What `galley site` sets. */
export const siteKeys = [
  'name',
  'url',
  'language',
  'timeZone',
  'description',
  'footer',
  'readingRate',
  'categories',
  ...lookKeys,
  'approverMayNotHaveEdited',
  'editorsMaySkipPassphrase',
  'blockedWords',
  'twoApprovalCategories',
  'twoApprovalFlags',
  'lockAfterMinutes',
  'articleTypes',
] as const
export type SiteKey = (typeof siteKeys)[number]

/** A change of settings, as the desk takes it. */
export interface SettingsChange {
  site: Partial<SiteSettings>
  rules: Partial<Rules>
  articleTypes?: ArticleType[]
}

/** The settings that pairs ask for, each value checked; nothing is stored. */
export async function readSettings(
  now: Settings,
  pairs: readonly { name: SiteKey; value: string }[],
  addPicture: (file: string) => Promise<Result<MediaInfo, Refusal>>,
): Promise<Result<SettingsChange, Refusal>> {
  const change: SettingsChange = { site: {}, rules: {} }
  for (const { name, value } of pairs) {
    const refusal = await readOne(now, change, name, value, addPicture)
    if (!refusal.ok) return refusal
  }
  return ok(change)
}

async function readOne(
  now: Settings,
  change: SettingsChange,
  key: SiteKey,
  value: string,
  addPicture: (file: string) => Promise<Result<MediaInfo, Refusal>>,
): Promise<Result<void, Refusal>> {
  if (isLookKey(key)) return readLook({ now: now.site, change: change.site, key, value, addPicture })
  switch (key) {
    case 'approverMayNotHaveEdited':
    case 'editorsMaySkipPassphrase': {
      const yes = readYesNo(value)
      if (yes === null) return wrongUsage(`${key} is true or false.`)
      change.rules[key] = yes
      return ok(undefined)
    }
    case 'blockedWords':
      change.rules.blockedWords = listOf(value)
      return ok(undefined)
    case 'lockAfterMinutes': {
      const minutes = rulesSchema.shape.lockAfterMinutes.safeParse(Number(value === '' ? NaN : value))
      if (!minutes.success) return wrongUsage('lockAfterMinutes is a number of minutes from 0 to 1440.')
      change.rules.lockAfterMinutes = minutes.data
      return ok(undefined)
    }
    case 'twoApprovalCategories': {
      const names = listOf(value)
      const known = now.site.categories.filter((one) => names.includes(one.name))
      const strange = names.find((name) => !known.some((one) => one.name === name))
      if (strange !== undefined) return wrongUsage(`${key}: there is no category “${strange}”.`)
      const before = change.rules.twoApprovals ?? now.rules.twoApprovals
      change.rules.twoApprovals = { ...before, categories: known.map(({ id }) => id) }
      return ok(undefined)
    }
    case 'twoApprovalFlags': {
      const flags = z.array(flagNameSchema).safeParse(listOf(value))
      if (!flags.success) return wrongUsage(`${key} may be ${flagNameSchema.options.join(', ')}.`)
      const before = change.rules.twoApprovals ?? now.rules.twoApprovals
      change.rules.twoApprovals = { ...before, flags: flags.data }
      return ok(undefined)
    }
    case 'articleTypes':
      return readArticleTypes(change, value)
    case 'categories':
      change.site.categories = categoriesFrom(listOf(value), now.site.categories)
      return checked(change, key)
    case 'readingRate':
      change.site.readingRate = Number(value)
      return checked(change, key)
    case 'url':
      if (value !== '' && !isWebAddress(value))
        return wrongUsage(`url: “${value}” is not a web address (http or https).`)
      change.site.url = value
      return ok(undefined)
    case 'name':
    case 'language':
    case 'timeZone':
    case 'description':
    case 'footer':
      change.site[key] = value
      return checked(change, key)
  }
}

/** Article types as the JSON that `galley site --json` prints. */
function readArticleTypes(change: SettingsChange, value: string): Result<void, Refusal> {
  const read = articleTypesSchema.safeParse(parsedJson(value))
  if (!read.success) {
    const [issue] = read.error.issues
    return wrongUsage(
      `articleTypes: ${issue?.path.join('.') ?? ''} ${issue?.message ?? 'cannot be taken'}. It is JSON, as galley site --json prints it.`,
    )
  }
  change.articleTypes = read.data
  return ok(undefined)
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function checked(change: SettingsChange, key: keyof SiteSettings): Result<void, Refusal> {
  const read = siteSettingsSchema.shape[key].safeParse(change.site[key])
  if (read.success) return ok(undefined)
  const [issue] = read.error.issues
  return wrongUsage(`${key}: ${issue?.message ?? 'cannot be taken'}.`)
}

/** Categories by name, in order: known ones stay themselves, new ones get a slug; the front page stays the first. */
function categoriesFrom(names: readonly string[], now: readonly Category[]): Category[] {
  const front = now.filter((one) => one.front)
  const slugs = new Set<string>([...reservedPaths, ...now.map((one) => one.slug)])
  const others = names.flatMap((name) => {
    const known = now.find((one) => one.name.toLowerCase() === name.toLowerCase())
    if (known) return known.front ? [] : [{ ...known, name }]
    const slug = uniqueSlug(slugFrom(name, 'category'), (one) => slugs.has(one))
    slugs.add(slug)
    return [{ id: slug, name, slug, front: false }]
  })
  return [...front, ...others]
}

/** The settings as one flat document, under the same names that set them. */
export function flatSettings({ site, rules, articleTypes }: Settings): Record<SiteKey, unknown> {
  const { branding, name, url, language, timeZone, description, footer, categories, readingRate } = site
  const { headerLinks, footerLinks } = site
  return {
    name,
    url,
    language,
    timeZone,
    description,
    footer,
    readingRate,
    categories,
    ...branding,
    headerLinks,
    footerLinks,
    approverMayNotHaveEdited: rules.approverMayNotHaveEdited,
    editorsMaySkipPassphrase: rules.editorsMaySkipPassphrase,
    blockedWords: rules.blockedWords,
    twoApprovalCategories: categories
      .filter(({ id }) => rules.twoApprovals.categories.includes(id))
      .map((one) => one.name),
    twoApprovalFlags: rules.twoApprovals.flags,
    lockAfterMinutes: rules.lockAfterMinutes,
    articleTypes,
  }
}
