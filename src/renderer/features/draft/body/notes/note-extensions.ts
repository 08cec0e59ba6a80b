import { Extension, Node, type Extensions } from '@tiptap/core'
import { Subscript } from '@tiptap/extension-subscript'
import { Superscript } from '@tiptap/extension-superscript'
import { StarterKit } from '@tiptap/starter-kit'
import { LineBreak } from '../text-blocks'
import { SafeLink } from '../text-marks'

/** What a note may hold, for the editor of its words; its changes are undone with those of the body. */
export const noteExtensions = (leave: () => void): Extensions => [
  Node.create({ name: 'doc', topNode: true, content: 'paragraph' }),
  StarterKit.configure({
    document: false,
    blockquote: false,
    bulletList: false,
    code: false,
    codeBlock: false,
    dropcursor: false,
    gapcursor: false,
    hardBreak: false,
    heading: false,
    horizontalRule: false,
    link: false,
    listItem: false,
    listKeymap: false,
    orderedList: false,
    trailingNode: false,
    underline: false,
    undoRedo: false,
  }),
  Subscript.extend({ addKeyboardShortcuts: () => ({}) }),
  Superscript,
  LineBreak,
  SafeLink,
  Extension.create({
    name: 'leaveNote',
    addKeyboardShortcuts() {
      const left = (): boolean => {
        leave()
        return true
      }
      return { Enter: left, Escape: left }
    },
  }),
]
