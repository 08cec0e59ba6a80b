import { defaultTreeAdapter } from 'parse5'
import { attribute, descendants, elementsNamed, isElement, textOf } from './html-tree'
import type { HtmlElement, HtmlNode, HtmlParent } from './html-tree'

const holders = new Set(['li', 'p', 'div', 'dd', 'aside', 'section'])

/**
 * Puts the words of footnotes where their marks stand, as `data-footnote` elements: the form in which a body holds
 * them. A note is known by a mark that links to it and by its own link back to that mark, as word processors,
 * WordPress, Markdown programs and our own pages write both. Changes the tree.
 */
export function foldNotes(root: HtmlParent): void {
  const named = elementsByName(root)
  const done = new Set<HtmlElement>()
  for (const mark of elementsNamed(root, 'a')) {
    const note = noteOf(mark, named)
    if (note === null || isWithin(mark, note.holder)) continue
    const place = markPlace(mark)
    if (!place.parentNode) continue
    const folded = defaultTreeAdapter.createElement('span', place.namespaceURI, [
      { name: 'data-footnote', value: '' },
    ])
    folded.childNodes = note.holder.childNodes.flatMap((node) => without(node, note.back))
    defaultTreeAdapter.insertBefore(place.parentNode, folded, place)
    defaultTreeAdapter.detachNode(place)
    done.add(note.holder)
  }
  for (const holder of done) takeAway(holder)
}

function elementsByName(root: HtmlParent): Map<string, HtmlElement> {
  const named = new Map<string, HtmlElement>()
  for (const node of descendants(root)) {
    if (!isElement(node)) continue
    const name = attribute(node, 'id') || (node.tagName === 'a' ? attribute(node, 'name') : '')
    if (name !== '' && !named.has(name)) named.set(name, node)
  }
  return named
}

/** The note that a link is the mark of: what it names, or what that stands in, holds a link back to it. */
function noteOf(
  mark: HtmlElement,
  named: ReadonlyMap<string, HtmlElement>,
): { holder: HtmlElement; back: HtmlElement } | null {
  const target = named.get(fragmentOf(mark))
  const holder = target && holderOf(target)
  if (!holder) return null
  const back = elementsNamed(holder, 'a').find((link) => {
    const pointed = named.get(fragmentOf(link))
    return pointed !== undefined && (isWithin(mark, pointed) || isWithin(pointed, mark))
  })
  return back ? { holder, back } : null
}

const fragmentOf = (link: HtmlElement): string => {
  const href = attribute(link, 'href')
  return href.startsWith('#') ? href.slice(1) : ''
}

/** The block that a note's anchor stands in, or is. */
function holderOf(target: HtmlElement): HtmlElement | null {
  let node: HtmlParent | null = target
  for (let steps = 0; steps < 5 && node && isElement(node); steps += 1) {
    if (holders.has(node.tagName)) return node
    node = node.parentNode
  }
  return null
}

/** A mark together with the `sup` or brackets that hold nothing else. */
function markPlace(mark: HtmlElement): HtmlElement {
  let place = mark
  for (let steps = 0; steps < 3; steps += 1) {
    const around: HtmlParent | null = place.parentNode
    if (!around || !isElement(around) || !['sup', 'span'].includes(around.tagName)) break
    if (textOf(around).trim() !== textOf(place).trim()) break
    place = around
  }
  return place
}

/** A node without the link back: gone where it is that link, or a copy of what is around it. */
function without(node: HtmlNode, back: HtmlElement): HtmlNode[] {
  if (node === back) return []
  if (!isElement(node) || !isWithin(back, node)) return [node]
  const copy: HtmlElement = { ...node, childNodes: [] }
  copy.childNodes = node.childNodes.flatMap((child) => without(child, back))
  return [copy]
}

/** Takes away a note, and then its list and the section around that, where nothing is left in them. */
function takeAway(holder: HtmlElement): void {
  let node: HtmlElement = holder
  for (let steps = 0; steps < 3; steps += 1) {
    const around: HtmlParent | null = node.parentNode
    defaultTreeAdapter.detachNode(node)
    if (!around || !isElement(around) || !['ol', 'ul', 'section', 'div', 'footer'].includes(around.tagName))
      return
    if (textOf(around).trim() !== '' || elementsNamed(around, 'img').length > 0) return
    node = around
  }
}

function isWithin(node: HtmlParent, around: HtmlElement): boolean {
  let one: HtmlParent | null = node
  while (one && isElement(one)) {
    if (one === around) return true
    one = one.parentNode
  }
  return false
}
