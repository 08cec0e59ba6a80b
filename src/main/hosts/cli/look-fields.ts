import type { MediaInfo } from '../../../shared/contract'
import { ok, type Result } from '../../../shared/kernel/result'
import { brandingSchema } from '../../../shared/site/branding'
import type { SiteSettings } from '../../../shared/site/settings'
import { siteLinksSchema, type SiteLink } from '../../../shared/site/site-links'
import { wrongUsage, type Refusal } from './outcome'
import { readNamed } from './read-file'

/** What `galley site` sets of the site's looks. */
export const lookKeys = [
  'accentLight',
  'accentDark',
  'logo',
  'favicon',
  'typeScale',
  'density',
  'frontShape',
  'css',
  'headerLinks',
  'footerLinks',
] as const
type LookKey = (typeof lookKeys)[number]
export const isLookKey = (key: string): key is LookKey => (lookKeys as readonly string[]).includes(key)

type LinksKey = 'headerLinks' | 'footerLinks'
/** What is told in so many words, and is no picture. */
type Written = Exclude<LookKey, LinksKey | 'logo' | 'favicon'>

interface LookPair {
  now: SiteSettings
  /** What is asked for so far; it gets what this pair asks for. */
  change: Partial<SiteSettings>
  key: LookKey
  value: string
  addPicture: (file: string) => Promise<Result<MediaInfo, Refusal>>
}

/** Reads one pair of the looks into a change of settings. Colours, names of choices and links are checked. */
export async function readLook(pair: LookPair): Promise<Result<void, Refusal>> {
  const { now, change, key, value, addPicture } = pair
  if (key === 'headerLinks' || key === 'footerLinks') return readLinks(change, key, value)
  const branding = { ...(change.branding ?? now.branding) }
  if (key === 'logo' || key === 'favicon') {
    const picture = await pictureOf(value, addPicture)
    if (!picture.ok) return picture
    branding[key] = picture.value
    change.branding = branding
    return ok(undefined)
  }
  const written = await writtenValue(key, value)
  if (!written.ok) return written
  const read = brandingSchema.safeParse({ ...branding, [key]: written.value })
  if (!read.success) return wrongUsage(`${key}: “${value}” ${whatFits(key)}.`)
  change.branding = read.data
  return ok(undefined)
}

async function pictureOf(
  value: string,
  addPicture: LookPair['addPicture'],
): Promise<Result<string | null, Refusal>> {
  if (value === '' || value === 'none') return ok(null)
  const picture = await addPicture(value)
  return picture.ok ? ok(picture.value.hash) : picture
}

/** A style of one's own is written out, or told by its file with an @ before it: `css=@./site.css`. */
async function writtenValue(key: Written, value: string): Promise<Result<string, Refusal>> {
  if (key !== 'css') return ok(value.toLowerCase())
  if (!value.startsWith('@')) return ok(value)
  const file = await readNamed(value.slice(1))
  return file.ok ? ok(file.value.bytes.toString('utf8')) : file
}

function whatFits(key: Written): string {
  if (key === 'accentLight' || key === 'accentDark') return 'is not a colour such as #a31f1f'
  if (key === 'css') return 'is too long'
  const choices: readonly string[] = brandingSchema.shape[key].options
  return `is none of ${choices.join(', ')}`
}

/** Links as `About=/about/; Subscribe=https://…`; nothing takes all away. */
function readLinks(change: Partial<SiteSettings>, key: LinksKey, value: string): Result<void, Refusal> {
  const wanted = value
    .split(';')
    .map((one) => one.trim())
    .filter(Boolean)
    .map((one): SiteLink => {
      const at = one.indexOf('=')
      return { label: one.slice(0, Math.max(at, 0)).trim(), address: one.slice(at + 1).trim() }
    })
  const read = siteLinksSchema.safeParse(wanted)
  if (!read.success) {
    const [issue] = read.error.issues
    const index = issue?.path[0]
    const named = typeof index === 'number' ? wanted[index] : undefined
    return wrongUsage(`${key}: “${named?.label || named?.address || value}” ${issue?.message ?? ''}.`)
  }
  change[key] = read.data
  return ok(undefined)
}
