import { defaultTreeAdapter, html } from 'parse5'
import type { HtmlElement, HtmlNode, HtmlParent } from './html-tree'

/** Changing a parsed HTML document before it is read. */

/** Takes a node, with everything in it, out of its document. */
export const remove = (node: HtmlNode): void => defaultTreeAdapter.detachNode(node)

/** A new element that stands nowhere yet. */
export const element = (tagName: string, attributes: Readonly<Record<string, string>> = {}): HtmlElement =>
  defaultTreeAdapter.createElement(
    tagName,
    html.NS.HTML,
    Object.entries(attributes).map(([name, value]) => ({ name, value })),
  )

/** Moves nodes to the end of a parent. */
export function append(parent: HtmlParent, ...nodes: readonly HtmlNode[]): void {
  for (const node of nodes) {
    remove(node)
    defaultTreeAdapter.appendChild(parent, node)
  }
}

/** Puts nodes where another one stands; without any, that one is only taken out. */
export function replace(node: HtmlNode, ...others: readonly HtmlNode[]): void {
  const parent = node.parentNode
  if (!parent) return
  for (const other of others) {
    remove(other)
    defaultTreeAdapter.insertBefore(parent, other, node)
  }
  remove(node)
}

/** Puts words where a node stands. */
export function replaceByText(node: HtmlNode, text: string): void {
  const words = element('span')
  defaultTreeAdapter.insertText(words, text)
  replace(node, words)
}

export function setAttribute(of: HtmlElement, name: string, value: string): void {
  removeAttribute(of, name)
  of.attrs.push({ name, value })
}

export function removeAttribute(of: HtmlElement, name: string): void {
  of.attrs = of.attrs.filter((attribute) => attribute.name !== name)
}
