import type { Extensions } from '@tiptap/core'
import { Subscript } from '@tiptap/extension-subscript'
import { Superscript } from '@tiptap/extension-superscript'
import { Table, TableRow } from '@tiptap/extension-table'
import { StarterKit } from '@tiptap/starter-kit'
import { BodyHistory } from './body-history'
import { FactBox } from './fact-box'
import { Figure, Gallery } from './figure'
import { Footnote } from './notes/footnote'
import { BodyGuards } from './blocks/guards'
import { PullQuote } from './pull-quote'
import { EmbedCard, RelatedArticle } from './references'
import {
  AnyListItem,
  BodyHeading,
  BodyTableCell,
  BodyTableHeader,
  LineBreak,
  NumberedList,
  ownDirection,
} from './text-blocks'
import { SafeLink } from './text-marks'

/**
 * Everything a body may hold, for the editor: the same nodes, marks and attributes as `shared/article/body.ts`.
 * No trailing paragraph is added by itself: what is shown is what is kept.
 */
export const bodyExtensions: Extensions = [
  StarterKit.configure({
    paragraph: { HTMLAttributes: ownDirection },
    code: false,
    codeBlock: false,
    hardBreak: false,
    heading: false,
    link: false,
    listItem: false,
    orderedList: false,
    trailingNode: false,
    underline: false,
    undoRedo: false,
    dropcursor: { color: 'var(--accent)', width: 2 },
  }),
  BodyHistory,
  BodyHeading,
  LineBreak,
  NumberedList,
  AnyListItem,
  SafeLink,
  // Their usual keys open the settings, and mend what was found.
  Subscript.extend({ addKeyboardShortcuts: () => ({}) }),
  Superscript.extend({ addKeyboardShortcuts: () => ({}) }),
  PullQuote,
  FactBox,
  Figure,
  Gallery,
  Table.configure({ resizable: false, View: null }),
  TableRow,
  BodyTableHeader,
  BodyTableCell,
  EmbedCard,
  RelatedArticle,
  Footnote,
  BodyGuards,
]
