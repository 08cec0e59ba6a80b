import type { Editor } from '@tiptap/core'
import {
  Bold,
  ClipboardType,
  Heading2,
  Heading3,
  ImagePlus,
  Italic,
  Link,
  List,
  ListOrdered,
  MessageSquareQuote,
  Minus,
  Redo2,
  Strikethrough,
  Subscript,
  Superscript,
  TextQuote,
  Undo2,
  type LucideIcon,
} from '@lucide/vue'
import type { CommandId } from '../../../../shared/commands/catalogue'

/** One button of the formatting toolbar. */
export interface Format {
  name: string
  icon: LucideIcon
  /** The command that runs it too, with its keys. */
  command?: CommandId
  /** Whether it applies where the caret is; leave it out for what is not on or off. */
  isOn?: (editor: Editor) => boolean
  /** What it does; `link` and `picture` are asked of the person first, `command` is answered by the drafting view. */
  run: ((editor: Editor) => boolean) | 'link' | 'picture' | 'command'
}

const on =
  (name: string, attributes: Record<string, unknown> = {}) =>
  (editor: Editor): boolean =>
    editor.isActive(name, attributes)

/** The toolbar, in groups. */
export const formats: readonly (readonly Format[])[] = [
  [
    {
      name: 'Bold',
      icon: Bold,
      command: 'text.bold',
      isOn: on('bold'),
      run: (editor) => editor.chain().focus().toggleBold().run(),
    },
    {
      name: 'Italic',
      icon: Italic,
      command: 'text.italic',
      isOn: on('italic'),
      run: (editor) => editor.chain().focus().toggleItalic().run(),
    },
    {
      name: 'Strike through',
      icon: Strikethrough,
      command: 'text.strike',
      isOn: on('strike'),
      run: (editor) => editor.chain().focus().toggleStrike().run(),
    },
    {
      name: 'Subscript',
      icon: Subscript,
      isOn: on('subscript'),
      run: (editor) => editor.chain().focus().unsetSuperscript().toggleSubscript().run(),
    },
    {
      name: 'Superscript',
      icon: Superscript,
      isOn: on('superscript'),
      run: (editor) => editor.chain().focus().unsetSubscript().toggleSuperscript().run(),
    },
    { name: 'Link', icon: Link, command: 'text.link', isOn: on('link'), run: 'link' },
  ],
  [
    {
      name: 'Heading',
      icon: Heading2,
      command: 'text.heading-2',
      isOn: on('heading', { level: 2 }),
      run: (editor) => editor.chain().focus().toggleNode('heading', 'paragraph', { level: 2 }).run(),
    },
    {
      name: 'Subheading',
      icon: Heading3,
      command: 'text.heading-3',
      isOn: on('heading', { level: 3 }),
      run: (editor) => editor.chain().focus().toggleNode('heading', 'paragraph', { level: 3 }).run(),
    },
    {
      name: 'Bullet list',
      icon: List,
      command: 'text.bullets',
      isOn: on('bulletList'),
      run: (editor) => editor.chain().focus().toggleBulletList().run(),
    },
    {
      name: 'Numbered list',
      icon: ListOrdered,
      command: 'text.numbers',
      isOn: on('orderedList'),
      run: (editor) => editor.chain().focus().toggleOrderedList().run(),
    },
  ],
  [
    {
      name: 'Block quote',
      icon: TextQuote,
      command: 'text.quote',
      isOn: on('blockquote'),
      run: (editor) => editor.chain().focus().toggleBlockquote().run(),
    },
    {
      name: 'Pull quote',
      icon: MessageSquareQuote,
      isOn: on('pullQuote'),
      run: (editor) => editor.chain().focus().toggleNode('pullQuote', 'paragraph').run(),
    },
    { name: 'Picture', icon: ImagePlus, run: 'picture' },
    {
      name: 'Divider',
      icon: Minus,
      run: (editor) => editor.chain().focus().setHorizontalRule().run(),
    },
  ],
  [
    {
      name: 'Undo',
      icon: Undo2,
      command: 'edit.undo',
      run: 'command',
    },
    {
      name: 'Redo',
      icon: Redo2,
      command: 'edit.redo',
      run: 'command',
    },
    {
      name: 'Paste as plain text',
      icon: ClipboardType,
      command: 'edit.paste-plain',
      run: 'command',
    },
  ],
]
