import { contrastOfCss, isColour, ratioWords, readableContrast } from './colours'
import { appliesTo, importantWeight, readSelector, type ReadSelector } from './selectors'
import type { Scheme, StyleRule } from './style-rules'

/** Something about a style sheet that its writer should know; it may be saved all the same. */
export interface CssWarning {
  line: number
  text: string
}

/** A value that a rule sets, and how much it weighs against others for the same element. */
interface Weighed {
  selector: ReadSelector
  value: string
  weight: number
}

/** What the cascade comes to. */
interface Cascade {
  /** Custom properties of the page. */
  tokens: Map<string, string>
  /** Every colour of text and every ground, in the order of the rules. */
  text: Weighed[]
  ground: Weighed[]
}

/** What the theme sets text in, and on what; each pair has to read well. */
const themePairs = [
  ['--ink', '--paper', 'Text'],
  ['--quiet', '--paper', 'Quiet text'],
  ['--ink', '--raised', 'Text in boxes'],
  ['--quiet', '--raised', 'Quiet text in boxes'],
  ['--accent', '--paper', 'The accent'],
] as const

const schemeNames = { light: 'the light page', dark: 'the dark page' } as const

/**
 * Where a newsroom's own style makes text too faint. Each colour that it sets is held against the ground that its
 * selector has in the theme and the style together, on the light page and on the dark one.
 * @param theme the rules of the theme in the site's colours
 * @param own the rules that come after it
 */
export function contrastWarnings(theme: readonly StyleRule[], own: readonly StyleRule[]): CssWarning[] {
  const found = (['light', 'dark'] as const).flatMap((scheme) => {
    const before = cascadeOf(theme, scheme)
    const after = cascadeOf([...theme, ...own], scheme)
    return [...pairWarnings(before, after, own, scheme), ...ruleWarnings(after, own, scheme)]
  })
  return [...new Map(found.map((one) => [`${one.line} ${one.text}`, one])).values()]
}

function cascadeOf(rules: readonly StyleRule[], scheme: Scheme): Cascade {
  const [text, ground]: [Weighed[], Weighed[]] = [[], []]
  const tokens = new Map<string, Weighed>()
  const page = new Map<string, Weighed>()
  for (const { selector: words, declarations, schemes } of rules) {
    if (!schemes.includes(scheme)) continue
    const selector = readSelector(words)
    for (const [name, { value, isImportant }] of declarations) {
      const one = { selector, value, weight: selector.weight + (isImportant ? importantWeight : 0) }
      const isGround = name === 'background' || name === 'background-color'
      if (name === 'color') text.push(one)
      if (isGround) ground.push(one)
      if (!isWholePage(words)) continue
      if (name.startsWith('--')) tokens.set(name, heavier(tokens.get(name), one))
      // What the page itself is set in is what everything else stands on.
      const token = name === 'color' ? '--ink' : isGround ? '--paper' : null
      if (token && value !== `var(${token})`) page.set(token, heavier(page.get(token), one))
    }
  }
  const values = [...tokens, ...page].map(([name, { value }]): [string, string] => [name, value])
  return { tokens: new Map(values), text, ground }
}

/** Of two values for one element: the one whose rule weighs more, else the later one. */
const heavier = (before: Weighed | undefined, later: Weighed): Weighed =>
  before && before.weight > later.weight ? before : later

const isWholePage = (selector: string): boolean =>
  /^(:root|html|body)(:not\([^)]*\)|\[[^\]]*\])*$/.test(selector)

/** A value with the custom properties in it put in; null where one of them is not known. */
function resolved(value: string | undefined, tokens: Cascade['tokens'], depth = 0): string | null {
  if (value === undefined || depth > 8) return null
  const [whole, name, fallback] = /var\((--[\w-]+)(?:,([^()]*))?\)/.exec(value) ?? []
  if (whole === undefined || name === undefined) return isColour(value) ? value : null
  return resolved(value.replace(whole, tokens.get(name) ?? fallback ?? ''), tokens, depth + 1)
}

/** The theme's own pairs, where the style changed one of the two. */
function pairWarnings(
  before: Cascade,
  after: Cascade,
  own: readonly StyleRule[],
  scheme: Scheme,
): CssWarning[] {
  return themePairs.flatMap(([text, ground, name]) => {
    const [was, is] = [before, after].map((one) => [
      resolved(one.tokens.get(text), one.tokens),
      resolved(one.tokens.get(ground), one.tokens),
    ])
    const [over = null, under = null] = is ?? []
    if (over === null || under === null || (over === was?.[0] && under === was[1])) return []
    return tooFaint(
      over,
      under,
      `${name} (${text}) on ${schemeNames[scheme]}`,
      lineOf(own, scheme, [text, ground]),
    )
  })
}

const pageProperties = ['color', 'background', 'background-color']

/** The last line that sets one of these tokens, or the colours of the whole page. */
function lineOf(own: readonly StyleRule[], scheme: Scheme, tokens: readonly string[]): number {
  const lines = own
    .filter(({ selector, schemes }) => isWholePage(selector) && schemes.includes(scheme))
    .flatMap(({ declarations }) =>
      [...tokens, ...pageProperties].flatMap((name) => declarations.get(name)?.line ?? []),
    )
  return lines.at(-1) ?? 1
}

function ruleWarnings(after: Cascade, own: readonly StyleRule[], scheme: Scheme): CssWarning[] {
  return own.flatMap(({ selector, declarations, schemes }) => {
    if (!schemes.includes(scheme) || isWholePage(selector)) return []
    const set = pageProperties.flatMap((name) => declarations.get(name) ?? [])
    const [first] = set
    if (!first) return []
    const text = resolved(nearest(selector, after.text) ?? after.tokens.get('--ink'), after.tokens)
    const ground = resolved(nearest(selector, after.ground) ?? after.tokens.get('--paper'), after.tokens)
    if (text === null || ground === null) return []
    return tooFaint(text, ground, `${selector} on ${schemeNames[scheme]}`, first.line)
  })
}

/** What holds for a selector: of all rules that are surely meant for it the heaviest, else of what it stands in. */
function nearest(selector: string, of: readonly Weighed[]): string | undefined {
  const { compounds } = readSelector(selector)
  for (let depth = compounds.length; depth > 0; depth -= 1) {
    const element = compounds.slice(0, depth)
    const own = of.filter((one) => appliesTo(one.selector, element))
    const value = own.reduce<Weighed | undefined>(heavier, undefined)?.value
    if (value !== undefined && !seenThrough.has(value)) return value
  }
  return undefined
}

/** Values that leave what an element stands in to be seen. */
const seenThrough = new Set(['inherit', 'transparent', 'none'])

function tooFaint(text: string, ground: string, what: string, line: number): CssWarning[] {
  const ratio = contrastOfCss(text, ground)
  if (ratio === null || ratio >= readableContrast) return []
  return [
    { line, text: `${what}: contrast ${ratioWords(ratio)}, at least ${readableContrast} : 1 is needed.` },
  ]
}
