import { themeStyle } from '../render/stylesheet'
import type { Branding } from '../site/branding'
import { contrastWarnings, type CssWarning } from './css-contrast'
import { layoutWarnings } from './css-layout'
import { readCss } from './read-css'
import { rulesOf } from './style-rules'

/** What is to be said of a newsroom's own style. */
export interface CheckedCss {
  /** Why it cannot be saved, a sentence each. */
  faults: string[]
  /** What it breaks for readers, in the order of its lines; it may be saved all the same. */
  warnings: CssWarning[]
}

/** Checks the style of a site's branding against the theme in its colours. */
export function checkCss(branding: Branding): CheckedCss {
  const { sheet, faults } = readCss(branding.css)
  if (faults.length > 0) return { faults, warnings: [] }
  const theme = rulesOf(readCss(themeStyle(branding)).sheet)
  const own = rulesOf(sheet)
  const warnings = [...contrastWarnings(theme, own), ...layoutWarnings(own)]
  return { faults, warnings: warnings.sort((one, other) => one.line - other.line) }
}
