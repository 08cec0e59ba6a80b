import type { CssWarning } from './css-contrast'
import type { StyleRule } from './style-rules'

/** The narrowest window a page has to fit, in pixels (WCAG 2.2, success criterion 1.4.10). */
const narrowestWindow = 320
/** Smaller than this, few can read it, in pixels. */
const smallestType = 12
const pixelsOfUnit: Record<string, number> = { px: 1, rem: 16, em: 16, pt: 4 / 3, cm: 37.8, mm: 3.78, in: 96 }

/** What a page cannot do without: readers and their machines find the article by these. */
const needed =
  /(^|\s)(html|body|main|#main|header|h1|nav|footer|article|\.site-header|\.site-name|\.site-footer|\.sections|\.skip|\.headline|\.byline|\.byline-row|\.article|\.article-header|\.body|\.corrections|\.credit)(?=[:[.]|$)/

type Rule = (value: string, rule: StyleRule) => string | false

/** By the property that is set: what a value of it does to a page, or false. */
const rules: Record<string, Rule> = {
  width: tooWide,
  'min-width': tooWide,
  'inline-size': tooWide,
  'min-inline-size': tooWide,
  position: (value) => value === 'fixed' && 'stays in the window and may cover what is read.',
  display: (value, { selector }) => value === 'none' && needed.test(selector) && 'hides what a page needs.',
  visibility: (value, { selector }) =>
    value === 'hidden' && needed.test(selector) && 'hides what a page needs.',
  opacity: (value, { selector }) =>
    Number(value) === 0 && needed.test(selector) && 'hides what a page needs.',
  overflow: cutOff,
  'overflow-x': cutOff,
  'overflow-y': cutOff,
  'font-size': (value) => {
    const pixels = pixelsOf(value)
    return pixels !== null && pixels < smallestType && `sets type smaller than ${smallestType} pixels.`
  },
  outline: (value, { selector }) =>
    /^(none|0(px)?)$/.test(value) &&
    /:focus|^\*$|^a\b/.test(selector) &&
    'takes away the mark of what has the focus.',
  'user-select': (value) => value === 'none' && 'keeps readers from choosing words.',
}

/** Where a newsroom's own style breaks the layout: what is cut off, covered, hidden or wider than a telephone. */
export function layoutWarnings(own: readonly StyleRule[]): CssWarning[] {
  return own.flatMap((rule) =>
    [...rule.declarations].flatMap(([name, { value, line }]) => {
      const said = rules[name]?.(value.toLowerCase(), rule)
      return said ? [{ line, text: `${rule.selector}: “${name}: ${value}” ${said}` }] : []
    }),
  )
}

/** A width in a unit that does not follow the window, where the window may be narrower. */
function tooWide(value: string, { narrowest }: StyleRule): string | false {
  const pixels = pixelsOf(value)
  if (pixels === null || pixels <= Math.max(narrowestWindow, narrowest)) return false
  return 'is wider than a telephone; say max-width, or min(…, 100%).'
}

function cutOff(value: string, { selector }: StyleRule): string | false {
  const isPage = /^(:root|html|body|main|#main)$/.test(selector)
  return isPage && /\b(hidden|clip)\b/.test(value) && 'cuts off what does not fit in the window.'
}

function pixelsOf(value: string): number | null {
  const [, number, unit = ''] = /^([\d.]+)([a-z]*)$/.exec(value) ?? []
  const factor = pixelsOfUnit[unit]
  return number === undefined || factor === undefined ? null : Number(number) * factor
}
