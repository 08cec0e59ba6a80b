import { Bold, Italic, Link, RemoveFormatting, Strikethrough, Subscript, Superscript } from '@lucide/vue'
import { on, type BodyCommand } from './body-command'

/** What is done to letters. */
export const markCommands = {
  bold: {
    id: 'text.bold',
    icon: Bold,
    isOn: on('bold'),
    run: ({ editor }) => editor.chain().focus().toggleBold().run(),
  },
  italic: {
    id: 'text.italic',
    icon: Italic,
    isOn: on('italic'),
    run: ({ editor }) => editor.chain().focus().toggleItalic().run(),
  },
  strike: {
    id: 'text.strike',
    icon: Strikethrough,
    isOn: on('strike'),
    run: ({ editor }) => editor.chain().focus().toggleStrike().run(),
  },
  subscript: {
    id: 'text.subscript',
    icon: Subscript,
    isOn: on('subscript'),
    run: ({ editor }) => editor.chain().focus().unsetSuperscript().toggleSubscript().run(),
  },
  superscript: {
    id: 'text.superscript',
    icon: Superscript,
    isOn: on('superscript'),
    run: ({ editor }) => editor.chain().focus().unsetSubscript().toggleSuperscript().run(),
  },
  plain: {
    id: 'text.plain',
    icon: RemoveFormatting,
    run: ({ editor }) => editor.chain().focus().unsetAllMarks().run(),
  },
  link: { id: 'text.link', icon: Link, isOn: on('link'), run: ({ ask }) => ask('link') },
} as const satisfies Record<string, BodyCommand>
