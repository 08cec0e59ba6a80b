import { TextSelection, type EditorState } from '@tiptap/pm/state'
import { Decoration, DecorationSet, type DirectEditorProps, type EditorView } from '@tiptap/pm/view'

/** Marks the top-level block that the caret is in; the others are shown paler. */
function currentBlock({ doc, selection }: EditorState): DecorationSet {
  const { $head } = selection
  // Behind the last block, such as when all is chosen, it is the last one.
  const index = Math.min($head.index(0), doc.childCount - 1)
  const start = $head.posAtIndex(index, 0)
  const marked = Decoration.node(start, start + doc.child(index).nodeSize, { class: 'current-block' })
  return DecorationSet.create(doc, [marked])
}

/**
 * Whether the caret stands in sight, so that nothing is to be scrolled. ProseMirror would measure each element around
 * it: 0.2 ms with every key.
 */
function isInSight(view: EditorView): boolean {
  const { selection } = view.state
  const page = view.dom.closest('.page')?.getBoundingClientRect()
  if (!page || !(selection instanceof TextSelection)) return false
  const caret = view.coordsAtPos(selection.head, 1)
  return caret.top >= page.top && caret.bottom <= page.bottom
}

type Calm = Pick<
  DirectEditorProps,
  'decorations' | 'scrollThreshold' | 'scrollMargin' | 'handleScrollToSelection'
>

/**
 * The editor’s settings for calm writing: the line with the caret stays near the middle, as on a typewriter.
 * @param height of the window, in CSS pixels
 */
export function calmWriting(height: number): Calm {
  const beside = { left: 0, right: 0 }
  const middle = Math.round(height * 0.38)
  const near = { top: middle, bottom: middle, ...beside }
  return {
    decorations: currentBlock,
    scrollThreshold: near,
    scrollMargin: near,
    handleScrollToSelection: () => false,
  }
}

/** ProseMirror’s own settings. */
export const plainWriting: Calm = {
  decorations: () => null,
  scrollThreshold: 0,
  scrollMargin: 5,
  handleScrollToSelection: isInSight,
}
