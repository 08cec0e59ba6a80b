import { splitGraphemes } from 'unicode-segmenter/grapheme'
import { sha256Hex } from '../kernel/hash'
import type { SiteSettings } from '../site/settings'
import { markup } from './html'

/** A square of a site's favicon, in pixels. */
export interface SiteIcon {
  hash: string
  size: number
}

/** Browsers' tabs, the start screens of telephones, and what installs a site. */
const sizes = [32, 180, 512] as const

/** A square icon's path on the site. */
export const iconPath = ({ hash, size }: SiteIcon): string => `media/${hash}-icon-${size}.png`

/** The icon that a path means; null for any other path. */
export function iconAt(path: string): SiteIcon | null {
  const [, hash, text] = /^media\/([0-9a-f]{64})-icon-(\d+)\.png$/.exec(path) ?? []
  const size = sizes.find((one) => one === Number(text))
  return hash === undefined || size === undefined ? null : { hash, size }
}

/** The squares that are made of a site's favicon; none where it has none. */
export const iconsOf = ({ branding: { favicon } }: SiteSettings): SiteIcon[] =>
  favicon === null ? [] : sizes.map((size) => ({ hash: favicon, size }))

/** The icon of a site that has no picture for one: the first letter of its name in its accent. */
export function letterIcon({ name, branding }: SiteSettings): { path: string; text: string } {
  const [letter = ''] = splitGraphemes(name.trim())
  const { accentLight, accentDark } = branding
  const { text } =
    markup`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><style>rect{fill:${accentLight}}text{fill:#fff}@media (prefers-color-scheme:dark){rect{fill:${accentDark}}text{fill:#000}}</style><rect width="64" height="64" rx="12"/><text x="32" y="47" font-family="Georgia,serif" font-size="42" font-weight="700" text-anchor="middle">${letter.toUpperCase()}</text></svg>
`
  return { path: `assets/icon.${sha256Hex(text).slice(0, 8)}.svg`, text }
}

interface IconLink {
  rel: string
  type: string
  sizes: string
  /** From the site's root. */
  path: string
}
const known = new WeakMap<SiteSettings, IconLink[]>()

/** What a page's head says of the site's icons. Every page of an export asks for the same. */
export function iconLinks(site: SiteSettings): readonly IconLink[] {
  const links = known.get(site) ?? linksFor(site)
  known.set(site, links)
  return links
}

function linksFor(site: SiteSettings): IconLink[] {
  const icons = iconsOf(site)
  if (icons.length === 0)
    return [{ rel: 'icon', type: 'image/svg+xml', sizes: 'any', path: letterIcon(site).path }]
  return icons.map((icon) => ({
    // The one of 180 pixels is what telephones look for.
    rel: icon.size === 180 ? 'apple-touch-icon' : 'icon',
    type: 'image/png',
    sizes: `${icon.size}x${icon.size}`,
    path: iconPath(icon),
  }))
}
