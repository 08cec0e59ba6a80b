import { defaultTreeAdapter, type DefaultTreeAdapterTypes as Tree } from 'parse5'

/** Looking around in a parsed HTML document. Everything here walks without recursion: hostile files nest deeply. */
export type HtmlNode = Tree.ChildNode
export type HtmlElement = Tree.Element
export type HtmlParent = Tree.ParentNode

const blockNames = new Set(
  (
    'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption ' +
    'figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu nav ol option p ' +
    'plaintext pre search section summary table tbody td tfoot th thead tr ul xmp'
  ).split(' '),
)
/** Elements whose text is no part of what a reader reads. */
const unread = new Set(
  (
    'script style template noscript head title link meta base svg math canvas object applet embed param iframe ' +
    'audio video source track map area input select datalist frameset frame noframes noembed rp'
  ).split(' '),
)

export const isElement = (node: HtmlNode | HtmlParent): node is HtmlElement =>
  'tagName' in node && defaultTreeAdapter.isElementNode(node)
export const isText = (node: HtmlNode): node is Tree.TextNode => node.nodeName === '#text'
export const isBlock = (element: HtmlElement): boolean => blockNames.has(element.tagName)
export const isHidden = (element: HtmlElement): boolean =>
  element.attrs.some(
    ({ name, value }) => name === 'hidden' || (name === 'style' && /display\s*:\s*none/i.test(value)),
  )
export const isUnread = (element: HtmlElement): boolean => unread.has(element.tagName) || isHidden(element)

/** An attribute's value, trimmed; '' when it is absent. */
export const attribute = (element: HtmlElement, name: string): string =>
  element.attrs.find((one) => one.name === name)?.value.trim() ?? ''

export const hasClass = (element: HtmlElement, name: string): boolean =>
  attribute(element, 'class').split(/\s+/).includes(name)

/** Everything below a node in reading order. `enter` may keep out of an element. */
export function* descendants(
  root: HtmlParent,
  enter: (element: HtmlElement) => boolean = () => true,
): Generator<HtmlNode> {
  const waiting: HtmlNode[] = [...root.childNodes].reverse()
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    yield node
    if (!isElement(node) || !enter(node)) continue
    for (let index = node.childNodes.length - 1; index >= 0; index -= 1) {
      const child = node.childNodes[index]
      if (child) waiting.push(child)
    }
  }
}

/** The elements below a node that have one of these names, in reading order. */
export function elementsNamed(root: HtmlParent, ...names: string[]): HtmlElement[] {
  const found: HtmlElement[] = []
  for (const node of descendants(root)) if (isElement(node) && names.includes(node.tagName)) found.push(node)
  return found
}

/** The words below a node, with a space where blocks and lines part. */
export function textOf(root: HtmlParent): string {
  let text = ''
  for (const node of descendants(root, (element) => !isUnread(element))) {
    if (isText(node)) text += node.value
    else if (isElement(node) && (isBlock(node) || node.tagName === 'br')) text += ' '
  }
  return text
}
