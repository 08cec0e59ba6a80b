import { sha256Hex } from '../kernel/hash'
import type { SiteSettings } from '../site/settings'
import article from './theme/article.css?raw'
import base from './theme/base.css?raw'
import body from './theme/body.css?raw'
import lists from './theme/lists.css?raw'
import print from './theme/print.css?raw'

type Branding = SiteSettings['branding']

/** The site's one stylesheet: its text, and the path its content gives it. */
export interface Stylesheet {
  path: string
  css: string
}

const theme = compact([base, article, body, lists, focusRules(), print].join('\n'))
let latest: { key: string; sheet: Stylesheet } | null = null

/** The stylesheet for a site's colours. The last one is remembered, since every page of an export asks for it. */
export function stylesheet({ accentLight, accentDark }: Branding): Stylesheet {
  const key = `${accentLight} ${accentDark}`
  if (latest?.key !== key) {
    const css = `:root{--accent-light:${accentLight};--accent-dark:${accentDark}}\n${theme}`
    latest = { key, sheet: { path: `assets/site.${sha256Hex(css).slice(0, 8)}.css`, css } }
  }
  return latest.sheet
}

/** The point of a picture to keep in view, in steps of a twentieth. */
function focusRules(): string {
  const steps = Array.from({ length: 21 }, (_, step) => step * 5).filter((percent) => percent !== 50)
  return (['x', 'y'] as const)
    .flatMap((axis) => steps.map((percent) => `.focus-${axis}-${percent}{--focus-${axis}:${percent}%}`))
    .join('\n')
}

/** Without comments, indentation and empty lines. */
function compact(css: string): string {
  return css
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .join('\n')
}
