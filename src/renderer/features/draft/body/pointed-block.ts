import type { EditorView } from '@tiptap/pm/view'

/** The body's own block at a height of the window, found by halving: some measurements, however long the text is. */
export function blockElementAt(body: HTMLElement, clientY: number): HTMLElement | null {
  const blocks = body.children
  let first = 0
  let last = blocks.length - 1
  while (first < last) {
    const middle = (first + last) >> 1
    const bottom = blocks[middle]?.getBoundingClientRect().bottom ?? 0
    if (bottom < clientY) first = middle + 1
    else last = middle
  }
  const found = blocks[first]
  return found instanceof HTMLElement ? found : null
}

/** Where the body's own block begins that an element shows; null where it shows none any more. */
export function positionOf(view: EditorView, element: HTMLElement): number | null {
  if (element.parentElement !== view.dom) return null
  const at = view.state.doc.resolve(view.posAtDOM(element, 0))
  const start = at.depth > 0 ? at.before(1) : at.pos
  return view.state.doc.nodeAt(start) ? start : null
}
