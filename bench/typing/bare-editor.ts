import { Editor } from '@tiptap/core'
import { StarterKit } from '@tiptap/starter-kit'

/** Bundled and run in the measured page: an editor with paragraphs of text and the caret in the middle one. */

declare global {
  interface Window {
    startBareEditor: (paragraphs: readonly string[]) => void
  }
}

window.startBareEditor = (paragraphs) => {
  const editor = new Editor({
    element: document.querySelector('main'),
    extensions: [StarterKit],
    content: {
      type: 'doc',
      content: paragraphs.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
    },
  })
  let middle = 0
  editor.state.doc.forEach((_node, offset, index) => {
    if (index === Math.floor(paragraphs.length / 2)) middle = offset
  })
  editor
    .chain()
    .focus()
    .setTextSelection(middle + 11)
    .scrollIntoView()
    .run()
}
