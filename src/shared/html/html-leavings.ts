import { descendants, isElement, isHidden, isUnread, type HtmlElement, type HtmlParent } from './html-tree'
import type { Warnings } from './warnings'

const kinds: Record<string, [one: string, several: string]> = {
  script: ['script', 'scripts'],
  style: ['style sheet', 'style sheets'],
  svg: ['drawing (SVG)', 'drawings (SVG)'],
  math: ['formula (MathML)', 'formulas (MathML)'],
  canvas: ['canvas', 'canvases'],
  object: ['embedded object', 'embedded objects'],
  applet: ['applet', 'applets'],
  template: ['template', 'templates'],
  noscript: ['part for browsers without scripts', 'parts for browsers without scripts'],
  input: ['form field', 'form fields'],
  select: ['form field', 'form fields'],
  '#comment': ['comment', 'comments'],
}
const hidden = ['hidden part', 'hidden parts']
const players = new Set(['iframe', 'embed', 'video', 'audio'])

/** Warns, in one sentence, of what a document holds that an article cannot: scripts, styles, handlers, comments. */
export function nameLeavings(root: HtmlParent, warnings: Warnings): void {
  const left = leavingsIn(root, ['#comment'])
  if (left.length > 0) warnings.add(`Left out: ${left.join(', ')}.`)
}

const isLookedInto = (element: HtmlElement): boolean =>
  element.tagName === 'head' || players.has(element.tagName) || !isUnread(element)

/**
 * What a document holds that an article cannot, each as words such as `2 scripts`.
 * @param also names of nodes to count beside the elements
 */
export function leavingsIn(root: HtmlParent, also: readonly string[] = []): string[] {
  const counts = new Map<string, [one: string, several: string, count: number]>()
  const handlers = new Set<string>()
  for (const node of descendants(root, isLookedInto)) {
    if (isElement(node))
      for (const { name } of node.attrs) if (/^on[a-z]/i.test(name)) handlers.add(name.toLowerCase())
    if (!isElement(node) && !also.includes(node.nodeName)) continue
    const kind = Object.hasOwn(kinds, node.nodeName) ? kinds[node.nodeName] : undefined
    const [one, several] = kind ?? (isElement(node) && isHidden(node) ? hidden : [])
    if (one !== undefined && several !== undefined)
      counts.set(one, [one, several, (counts.get(one)?.[2] ?? 0) + 1])
  }
  const left = [...counts.values()].map(
    ([one, several, number]) => `${number} ${number === 1 ? one : several}`,
  )
  if (handlers.size > 0) left.push(`event handlers (${[...handlers].slice(0, 8).join(', ')})`)
  return left
}
