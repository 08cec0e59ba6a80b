import { descendants, isElement, isHidden, isUnread, type HtmlParent } from './html-tree'
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
}
const players = new Set(['iframe', 'embed', 'video', 'audio'])

/** Warns, in one sentence, of what a document holds that an article cannot: scripts, styles, handlers, comments. */
export function nameLeavings(root: HtmlParent, warnings: Warnings): void {
  const counts = new Map<string, [one: string, several: string, count: number]>()
  const handlers = new Set<string>()
  const count = (one: string, several: string): void => {
    counts.set(one, [one, several, (counts.get(one)?.[2] ?? 0) + 1])
  }
  const isRead = (tagName: string): boolean => tagName === 'head' || players.has(tagName)
  for (const node of descendants(root, (element) => isRead(element.tagName) || !isUnread(element))) {
    if (node.nodeName === '#comment') count('comment', 'comments')
    if (!isElement(node)) continue
    for (const { name } of node.attrs) if (/^on[a-z]/i.test(name)) handlers.add(name.toLowerCase())
    const kind = Object.hasOwn(kinds, node.tagName) ? kinds[node.tagName] : undefined
    if (kind) count(...kind)
    else if (isHidden(node)) count('hidden part', 'hidden parts')
  }
  const left = [...counts.values()].map(
    ([one, several, number]) => `${number} ${number === 1 ? one : several}`,
  )
  if (handlers.size > 0) left.push(`event handlers (${[...handlers].slice(0, 8).join(', ')})`)
  if (left.length > 0) warnings.add(`Left out: ${left.join(', ')}.`)
}
