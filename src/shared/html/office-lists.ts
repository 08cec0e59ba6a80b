import { append, element, remove, replace } from './html-edit'
import { styleOf } from './html-style'
import {
  attribute,
  descendants,
  elementsNamed,
  isElement,
  isText,
  textOf,
  type HtmlElement,
  type HtmlNode,
  type HtmlParent,
} from './html-tree'

/** One line of a list that is written as a paragraph. */
interface Entry {
  /** How deep it stands: 1 is the outermost. */
  level: number
  ordered: boolean
  /** The number it bears, where that is its own. */
  start: number
  content: readonly HtmlNode[]
}

/** A list that is being made. */
interface OpenList {
  level: number
  list: HtmlElement
}

/**
 * Makes real lists of Word's: paragraphs with `mso-list:l0 level2 lfo1` and a marker typed before their words, and of
 * Slack's: a list for each run of items on one level, with `data-indent`.
 */
export function makeRealLists(root: HtmlParent): void {
  const formats = numberFormats(root)
  const parents = new Set<HtmlParent>()
  for (const node of descendants(root))
    if (isElement(node) && node.parentNode && isListed(node)) parents.add(node.parentNode)
  for (const parent of parents) {
    let run: Entry[] = []
    let first: HtmlNode | null = null
    const finish = (): void => {
      if (first) replace(first, ...listsOf(run))
      run = []
      first = null
    }
    for (const node of [...parent.childNodes]) {
      if (isText(node) ? node.value.trim() === '' : !isElement(node)) continue
      const entries = isElement(node) ? entriesOf(node, formats) : []
      if (entries.length === 0) finish()
      else {
        run.push(...entries)
        if (first) remove(node)
        else first = node
      }
    }
    finish()
  }
  for (const node of [...descendants(root)]) if (isElement(node) && isMarker(node)) remove(node)
}

const isMarker = (node: HtmlElement): boolean => styleOf(node, 'mso-list') === 'ignore'
const isList = ({ tagName }: HtmlElement): boolean => tagName === 'ul' || tagName === 'ol'
const isListed = (node: HtmlElement): boolean =>
  (node.tagName === 'p' && levelOf(node) !== null) || (isList(node) && attribute(node, 'data-indent') !== '')

/** The list and the level that a Word paragraph names, such as `l0` and 2. */
function levelOf(node: HtmlElement): { list: string; level: number } | null {
  const [, list, level] = /^(l\d{1,6}) level(\d)/.exec(styleOf(node, 'mso-list')) ?? []
  return list === undefined ? null : { list, level: Number(level) }
}

/** How the style sheets number each level of each list: `bullet`, `alpha-lower` …; nothing means 1, 2, 3. */
function numberFormats(root: HtmlParent): ReadonlyMap<string, string> {
  const formats = new Map<string, string>()
  for (const style of elementsNamed(root, 'style')) {
    const text = style.childNodes.map((node) => (isText(node) ? node.value : '')).join('')
    for (const [, list = '', level = '', rules = ''] of text.matchAll(
      /@list\s+(l\d{1,6}):level(\d)[^{}]{0,40}\{([^{}]{0,2000})\}/g,
    ))
      formats.set(`${list} ${level}`, /mso-level-number-format:\s*([a-z-]+)/.exec(rules)?.[1] ?? 'decimal')
  }
  return formats
}

function entriesOf(node: HtmlElement, formats: ReadonlyMap<string, string>): Entry[] {
  if (node.tagName === 'p') return paragraphEntry(node, formats)
  if (!isList(node)) return []
  const indent = attribute(node, 'data-indent')
  const items = elementsNamed(node, 'li')
  const levels = items.map((item) =>
    /^\d$/.test(indent) ? Number(indent) + 1 : (levelOf(item)?.level ?? null),
  )
  if (levels.some((level) => level === null) || items.some((item) => elementsNamed(item, 'li').length > 0))
    return []
  return items.map((item, index) => ({
    level: levels[index] ?? 1,
    ordered: item.parentNode !== null && isElement(item.parentNode) && item.parentNode.tagName === 'ol',
    start: Number(/^\d{1,6}$/.exec(attribute(node, 'start'))?.[0] ?? 1),
    content: item.childNodes,
  }))
}

function paragraphEntry(node: HtmlElement, formats: ReadonlyMap<string, string>): Entry[] {
  const place = levelOf(node)
  if (!place) return []
  const marker = [...descendants(node)].filter(isElement).find(isMarker)
  const written = marker ? textOf(marker).trim() : ''
  const format = formats.get(`${place.list} ${place.level}`)
  return [
    {
      level: place.level,
      ordered:
        format === undefined
          ? /^\(?[\p{L}\p{N}]{1,6}[.)]/u.test(written)
          : format !== 'bullet' && format !== 'image' && format !== 'none',
      start: Number(/^\(?(\d{1,6})[.)]?$/.exec(written)?.[1] ?? 1),
      content: node.childNodes,
    },
  ]
}

/** Entries as lists in one another. */
function listsOf(entries: readonly Entry[]): HtmlElement[] {
  const outermost: HtmlElement[] = []
  const open: OpenList[] = []
  for (const { level, ordered, start, content } of entries) {
    while ((open.at(-1)?.level ?? 0) > level) open.pop()
    const tagName = ordered ? 'ol' : 'ul'
    const last = open.at(-1)
    if (last?.level === level && last.list.tagName !== tagName) open.pop()
    let current = open.at(-1)
    if (current?.level !== level) {
      const list = element(tagName, ordered ? { start: String(start) } : {})
      const within = current?.list.childNodes.at(-1)
      if (within && isElement(within)) append(within, list)
      else outermost.push(list)
      current = { level, list }
      open.push(current)
    }
    const item = element('li')
    append(item, ...content)
    append(current.list, item)
  }
  return outermost
}
