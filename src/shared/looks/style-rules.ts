import type { Block, CssNode, Rule } from 'css-tree'
import generate from 'css-tree/generator'

/** The light or the dark page. */
export type Scheme = 'light' | 'dark'

/** What a rule sets a property to. */
interface Declared {
  value: string
  isImportant: boolean
  line: number
}

/** A rule of a style sheet for one selector, out of everything it stands in. */
export interface StyleRule {
  /** Without needless blanks, such as `.fact-box p`; within another rule, with what that one is of. */
  selector: string
  /** Names in lower case, values as they are written. Custom properties keep their name. */
  declarations: ReadonlyMap<string, Declared>
  /** On which pages it holds. */
  schemes: readonly Scheme[]
  /** The narrowest window it holds for, in pixels. */
  narrowest: number
}

interface Place {
  selectors: readonly string[]
  schemes: readonly Scheme[]
  narrowest: number
}

/** Every rule of a sheet that a screen shows, one for each selector, in order. */
export function rulesOf(sheet: CssNode): StyleRule[] {
  const rules: StyleRule[] = []
  walkBlock(sheet, { selectors: [''], schemes: ['light', 'dark'], narrowest: 0 }, rules)
  return rules
}

function walkBlock(node: CssNode, place: Place, rules: StyleRule[]): void {
  if (node.type === 'StyleSheet' || node.type === 'Block') {
    for (const child of node.children.toArray()) walkBlock(child, place, rules)
  } else if (node.type === 'Rule') {
    const selectors = selectorsOf(node, place)
    const here = { ...place, selectors }
    const declarations = declarationsOf(node.block)
    for (const selector of selectors)
      rules.push({ ...place, ...schemesOf(selector, place), selector, declarations })
    walkBlock(node.block, here, rules)
  } else if (node.type === 'Atrule' && node.block) {
    const condition = node.prelude ? generate(node.prelude) : ''
    const name = node.name.toLowerCase()
    if (name === 'media' && /\bprint\b/.test(condition) && !condition.includes(',')) return
    if (name === 'keyframes' || name === 'page' || name === 'property') return
    walkBlock(node.block, name === 'media' ? within(condition, place) : place, rules)
  }
}

function selectorsOf({ prelude }: Rule, { selectors }: Place): string[] {
  if (prelude.type !== 'SelectorList') return []
  const own = prelude.children.toArray().map((one) => generate(one))
  return selectors.flatMap((outer) =>
    own.map((inner) => {
      if (inner.includes('&')) return inner.replaceAll('&', outer)
      return outer === '' ? inner : `${outer} ${inner}`
    }),
  )
}

/** A rule for the page that was switched dark, or light, by hand holds on that page only. */
function schemesOf(selector: string, { schemes }: Place): Pick<Place, 'schemes'> {
  const [, not, scheme] = /(:not\()?\[data-theme=["']?(dark|light)/.exec(selector) ?? []
  if (scheme === undefined || not !== undefined) return { schemes }
  return { schemes: schemes.filter((one) => one === scheme) }
}

function within(condition: string, place: Place): Place {
  const scheme = /prefers-color-scheme:\s*(dark|light)/.exec(condition)?.[1]
  const [, least, unit] = /(?:min-width:|width>=?)\s*([\d.]+)(px|r?em)/.exec(condition) ?? []
  const narrowest = least === undefined ? 0 : Number(least) * (unit === 'px' ? 1 : 16)
  return {
    ...place,
    schemes: place.schemes.filter((one) => scheme === undefined || one === scheme),
    narrowest: Math.max(place.narrowest, narrowest),
  }
}

function declarationsOf({ children }: Block): StyleRule['declarations'] {
  const declarations = new Map<string, Declared>()
  for (const node of children.toArray()) {
    if (node.type !== 'Declaration') continue
    const name = node.property.startsWith('--') ? node.property : node.property.toLowerCase()
    const isImportant = node.important !== false
    // Of two in one rule, only an important one stands against the later one.
    if (declarations.get(name)?.isImportant && !isImportant) continue
    const value = generate(node.value).trim()
    declarations.set(name, { value, isImportant, line: node.loc?.start.line ?? 1 })
  }
  return declarations
}
