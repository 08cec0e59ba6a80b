import type { Block, ListItem } from '../article/body'
import { attribute, isElement, isText, type HtmlElement, type HtmlNode } from './html-tree'

const listNames = ['ul', 'ol', 'menu', 'dir']
const highestStart = 1_000_000

/** A list as one block; nothing, when no item has words. Content that stands beside the items becomes items too. */
export function listBlock(list: HtmlElement, inner: (nodes: readonly HtmlNode[]) => Block[]): Block[] {
  const content: ListItem[] = []
  for (const child of list.childNodes) {
    if (isText(child) && child.value.trim() === '') continue
    const isItem = isElement(child) && child.tagName === 'li'
    const blocks = inner(isItem ? child.childNodes : [child])
    const last = content.at(-1)
    // Many programs write a nested list beside the item it belongs to.
    if (last && isElement(child) && listNames.includes(child.tagName)) last.content.push(...blocks)
    else if (blocks.length > 0) content.push({ type: 'listItem', content: blocks })
  }
  if (content.length === 0) return []
  if (list.tagName !== 'ol') return [{ type: 'bulletList', content }]
  return [{ type: 'orderedList', attrs: { start: startOf(attribute(list, 'start')), type: null }, content }]
}

const startOf = (written: string): number =>
  /^\d{1,7}$/.test(written) && Number(written) <= highestStart ? Number(written) : 1
