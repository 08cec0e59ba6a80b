import type { VirtualElement } from '@floating-ui/vue'
import { posToDOMRect, type Editor } from '@tiptap/core'

/** A range of the text as something to float beside; it is measured when it is looked at. */
export function placeOfRange({ view }: Editor, from: number, to: number): VirtualElement {
  const last = (): number => view.state.doc.content.size
  return {
    getBoundingClientRect: () => posToDOMRect(view, Math.min(from, last()), Math.min(to, last())),
    contextElement: view.dom,
  }
}
