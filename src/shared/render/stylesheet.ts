import { sha256Hex } from '../kernel/hash'
import { densities, typeScales, type Branding } from '../site/branding'
import article from './theme/article.css?raw'
import base from './theme/base.css?raw'
import body from './theme/body.css?raw'
import lists from './theme/lists.css?raw'
import looks from './theme/looks.css?raw'
import print from './theme/print.css?raw'
import { quoteRules } from './words'

/** The site's one stylesheet: its text, and the path its content gives it. */
export interface Stylesheet {
  path: string
  css: string
}

const theme = compact([base, article, body, lists, looks, focusRules(), quoteRules(), print].join('\n'))
let latest: { branding: Branding; sheet: Stylesheet } | null = null

/** The stylesheet for how a site looks. The last one is remembered, since every page of an export asks for it. */
export function stylesheet(branding: Branding): Stylesheet {
  if (latest?.branding !== branding) {
    const css = [themeStyle(branding), ownStyle(branding)].filter(Boolean).join('\n')
    latest = { branding, sheet: { path: `assets/site.${sha256Hex(css).slice(0, 8)}.css`, css } }
  }
  return latest.sheet
}

/** The theme in a site's colours, size and room; a newsroom's own style comes after it. */
export function themeStyle({ accentLight, accentDark, typeScale, density }: Branding): string {
  const chosen = [
    `--accent-light:${accentLight}`,
    `--accent-dark:${accentDark}`,
    `--scale:${typeScales[typeScale]}`,
    `--air:${densities[density]}`,
  ]
  return `:root{${chosen.join(';')}}\n${theme}`
}

/** Checked where it was saved. A page that carries its style within must not be ended by it all the same. */
const ownStyle = ({ css }: Branding): string => css.trim().replaceAll('</', '<\\/')

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
