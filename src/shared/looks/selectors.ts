import type { CssNode, Selector } from 'css-tree'
import generate from 'css-tree/generator'
import parse from 'css-tree/parser'

/** A selector that was read. */
export interface ReadSelector {
  /** What is asked of each element, from the outermost to the one that is meant. */
  compounds: readonly Compound[]
  /** Its specificity as one number: of two rules for one element, the larger one holds. */
  weight: number
}

/** What is asked of one element: simple selectors, and choices of which one must fit. */
interface Compound {
  simple: ReadonlySet<string>
  choices: readonly (readonly ReadSelector[])[]
}

/** Ids, classes and types: no sheet has a thousand in one selector. */
const weights = { id: 1_000_000, class: 1000, type: 1 } as const
/** More than any specificity. */
export const importantWeight = 1_000_000_000

const known = new Map<string, ReadSelector>()
/** Many times what one sheet and the theme have: a style is checked while it is typed. */
const mostKnown = 5000

/** Reads a selector; one that cannot be read is meant for nothing. */
export function readSelector(text: string): ReadSelector {
  const before = known.get(text)
  if (before) return before
  const node = parse(text, { context: 'selector', onParseError: () => undefined })
  const read = node.type === 'Selector' ? fromNode(node) : { compounds: [], weight: 0 }
  if (known.size >= mostKnown) known.clear()
  known.set(text, read)
  return read
}

function fromNode({ children }: Selector): ReadSelector {
  let [simple, choices]: [Set<string>, ReadSelector[][]] = [new Set(), []]
  const compounds: Compound[] = [{ simple, choices }]
  let weight = 0
  for (const node of children.toArray()) {
    if (node.type === 'Combinator') {
      ;[simple, choices] = [new Set(), []]
      compounds.push({ simple, choices })
      continue
    }
    weight += weightOf(node)
    const within = /^:(is|where)\(/.test(generate(node)) ? listIn(node) : []
    if (within.length > 0) choices.push(within)
    else if (generate(node) !== '*') simple.add(generate(node))
  }
  return { compounds, weight }
}

function weightOf(node: CssNode): number {
  switch (node.type) {
    case 'IdSelector':
      return weights.id
    case 'ClassSelector':
    case 'AttributeSelector':
      return weights.class
    case 'TypeSelector':
      return node.name.endsWith('*') ? 0 : weights.type
    case 'PseudoElementSelector':
      return weights.type
    case 'PseudoClassSelector': {
      const name = node.name.toLowerCase()
      if (name === 'where') return 0
      if (['before', 'after', 'first-line', 'first-letter'].includes(name)) return weights.type
      const heaviest = Math.max(0, ...listIn(node).map(({ weight }) => weight))
      return ['is', 'not', 'has'].includes(name) ? heaviest : weights.class + heaviest
    }
    default:
      return 0
  }
}

/** The selectors that a pseudo-class takes, as `:is()` does. */
function listIn(node: CssNode): ReadSelector[] {
  if (node.type !== 'PseudoClassSelector' || !node.children) return []
  return node.children.toArray().flatMap((list) => {
    const own = list.type === 'Nth' ? list.selector : list
    if (own?.type !== 'SelectorList') return []
    return own.children.toArray().flatMap((one) => (one.type === 'Selector' ? fromNode(one) : []))
  })
}

/**
 * Whether a rule is surely meant for whatever the compounds of another selector are: all it asks is among what they ask.
 * How elements stand to each other is not looked at, only in which order.
 */
export function appliesTo({ compounds }: ReadSelector, element: readonly Compound[]): boolean {
  const [own, last] = [compounds.at(-1), element.at(-1)]
  if (!own || !last || !fits(own, last)) return false
  let at = element.length - 2
  for (const wanted of compounds.slice(0, -1).reverse()) {
    while (at >= 0 && !fits(wanted, element[at] ?? wanted)) at -= 1
    if (at < 0) return false
    at -= 1
  }
  return true
}

const fits = ({ simple, choices }: Compound, element: Compound): boolean =>
  [...simple].every((one) => element.simple.has(one)) &&
  choices.every((selectors) => selectors.some((one) => appliesTo(one, [element])))
