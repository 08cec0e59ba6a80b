import type { EditorState } from '@tiptap/pm/state'
import { Decoration, DecorationSet, type DirectEditorProps } from '@tiptap/pm/view'

/** Marks the top-level block that the caret is in; the others are shown paler. */
function currentBlock({ doc, selection }: EditorState): DecorationSet {
  const { $head } = selection
  const index = $head.index(0)
  // At the end of the document, behind its last block, there is none.
  if (index >= doc.childCount) return DecorationSet.empty
  const start = $head.posAtIndex(index, 0)
  const marked = Decoration.node(start, start + doc.child(index).nodeSize, { class: 'current-block' })
  return DecorationSet.create(doc, [marked])
}

type Calm = Pick<DirectEditorProps, 'decorations' | 'scrollThreshold' | 'scrollMargin'>

/**
 * The editor’s settings for calm writing: the line with the caret stays near the middle, as on a typewriter.
 * @param height of the window, in CSS pixels
 */
export function calmWriting(height: number): Calm {
  const beside = { left: 0, right: 0 }
  const middle = Math.round(height * 0.38)
  const near = { top: middle, bottom: middle, ...beside }
  return { decorations: currentBlock, scrollThreshold: near, scrollMargin: near }
}

/** ProseMirror’s own settings. */
export const plainWriting: Calm = { decorations: () => null, scrollThreshold: 0, scrollMargin: 5 }
