import { useEventListener } from '@vueuse/core'
import { onScopeDispose, type Ref } from 'vue'
import type { Content } from '../../../../shared/article/content'
import type { Place } from '../../../../shared/checking/places'
import { anchorAt } from '../../../../shared/review/anchor-at'
import { useSelectedPassage } from '../../../stores/selected-passage'

/** A letter of a line that is shown: `data-line` names the line, `data-from` counts the letters. */
export interface ShownLetter {
  line: string
  letter: number
}

/**
 * Makes what is selected in the shown text an anchor for remarks. It stays while somebody writes elsewhere, and goes
 * when the selection within the text does.
 * @param placeOf what two letters enclose; null where nothing can hang on it
 */
export function useReadSelection(
  root: Readonly<Ref<HTMLElement | null>>,
  content: () => Content,
  placeOf: (start: ShownLetter, end: ShownLetter) => Place | null,
): void {
  const passage = useSelectedPassage()
  useEventListener(document, 'selectionchange', () => {
    const selection = document.getSelection()
    if (!selection || selection.rangeCount === 0 || !root.value?.contains(selection.anchorNode)) return
    const range = selection.getRangeAt(0)
    const start = range.collapsed ? null : letterAt(range.startContainer, range.startOffset, 'start')
    const end = range.collapsed ? null : letterAt(range.endContainer, range.endOffset, 'end')
    const place = start && end ? placeOf(start, end) : null
    passage.anchor = place ? anchorAt(content(), place) : null
  })
  onScopeDispose(() => (passage.anchor = null))
}

/** Which letter a point of the document is; beside the letters, the nearest one of the same line. */
function letterAt(node: Node, offset: number, side: 'start' | 'end'): ShownLetter | null {
  const element = node instanceof Element ? node : node.parentElement
  const line = element?.closest<HTMLElement>('[data-line]')
  const name = line?.dataset.line
  if (!line || name === undefined) return null
  const part = element?.closest<HTMLElement>('[data-from]')
  if (part && node instanceof Text) return { line: name, letter: Number(part.dataset.from) + offset }
  const parts = [...line.querySelectorAll<HTMLElement>('[data-from]')]
  const inOrder = side === 'start' ? parts : parts.reverse()
  const beyond = side === 'start' ? Node.DOCUMENT_POSITION_FOLLOWING : Node.DOCUMENT_POSITION_PRECEDING
  const near = inOrder.find((one) => node.contains(one) || node.compareDocumentPosition(one) & beyond)
  if (!near) return null
  const from = Number(near.dataset.from)
  return { line: name, letter: side === 'start' ? from : from + (near.textContent?.length ?? 0) }
}
