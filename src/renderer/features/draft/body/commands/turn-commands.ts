import {
  Heading2,
  Heading3,
  List,
  ListOrdered,
  MessageSquareQuote,
  PanelTop,
  Pilcrow,
  TextQuote,
} from '@lucide/vue'
import { on, type BodyCommand } from './body-command'

/** What a block can be turned into; where it is that already, it becomes a paragraph again. */
export const turnCommands = {
  paragraph: {
    id: 'text.paragraph',
    icon: Pilcrow,
    words: 'text plain body',
    kind: 'paragraph',
    run: ({ editor }) => editor.chain().focus().clearNodes().run(),
  },
  heading: {
    id: 'text.heading-2',
    icon: Heading2,
    words: 'h2 title crosshead ##',
    kind: 'heading-2',
    isOn: on('heading', { level: 2 }),
    run: ({ editor }) => editor.chain().focus().toggleNode('heading', 'paragraph', { level: 2 }).run(),
  },
  subheading: {
    id: 'text.heading-3',
    icon: Heading3,
    words: 'h3 title ###',
    kind: 'heading-3',
    isOn: on('heading', { level: 3 }),
    run: ({ editor }) => editor.chain().focus().toggleNode('heading', 'paragraph', { level: 3 }).run(),
  },
  bullets: {
    id: 'text.bullets',
    icon: List,
    words: 'ul unordered points -',
    kind: 'bullets',
    isOn: on('bulletList'),
    run: ({ editor }) => editor.chain().focus().toggleBulletList().run(),
  },
  numbers: {
    id: 'text.numbers',
    icon: ListOrdered,
    words: 'ol ordered 1.',
    kind: 'numbers',
    isOn: on('orderedList'),
    run: ({ editor }) => editor.chain().focus().toggleOrderedList().run(),
  },
  quote: {
    id: 'text.quote',
    icon: TextQuote,
    words: 'blockquote citation >',
    kind: 'quote',
    isOn: on('blockquote'),
    run: ({ editor }) => editor.chain().focus().toggleBlockquote().run(),
  },
  pullQuote: {
    id: 'text.pull-quote',
    icon: MessageSquareQuote,
    words: 'highlight attribution',
    kind: 'pull-quote',
    isOn: on('pullQuote'),
    run: ({ editor }) => editor.chain().focus().toggleNode('pullQuote', 'paragraph').run(),
  },
  factBox: {
    id: 'text.fact-box',
    icon: PanelTop,
    words: 'sidebar panel box info',
    kind: 'fact-box',
    isOn: on('factBox'),
    run: ({ editor }) => editor.chain().focus().toggleWrap('factBox').run(),
  },
} as const satisfies Record<string, BodyCommand>
