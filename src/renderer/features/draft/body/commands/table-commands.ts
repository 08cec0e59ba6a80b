import {
  BetweenHorizontalEnd,
  BetweenHorizontalStart,
  BetweenVerticalEnd,
  BetweenVerticalStart,
  FoldHorizontal,
  FoldVertical,
  Heading,
} from '@lucide/vue'
import { on, type BodyCommand } from './body-command'

/** What is done to the table around the caret, in groups. */
export const tableCommands: readonly (readonly BodyCommand[])[] = [
  [
    {
      id: 'table.row-above',
      icon: BetweenHorizontalEnd,
      fits: on('table'),
      run: ({ editor }) => editor.chain().focus().addRowBefore().run(),
    },
    {
      id: 'table.row-below',
      icon: BetweenHorizontalStart,
      fits: on('table'),
      run: ({ editor }) => editor.chain().focus().addRowAfter().run(),
    },
    {
      id: 'table.column-before',
      icon: BetweenVerticalEnd,
      fits: on('table'),
      run: ({ editor }) => editor.chain().focus().addColumnBefore().run(),
    },
    {
      id: 'table.column-after',
      icon: BetweenVerticalStart,
      fits: on('table'),
      run: ({ editor }) => editor.chain().focus().addColumnAfter().run(),
    },
  ],
  [
    {
      id: 'table.delete-row',
      icon: FoldVertical,
      fits: on('table'),
      run: ({ editor }) => editor.chain().focus().deleteRow().run(),
    },
    {
      id: 'table.delete-column',
      icon: FoldHorizontal,
      fits: on('table'),
      run: ({ editor }) => editor.chain().focus().deleteColumn().run(),
    },
  ],
  [
    {
      id: 'table.header-row',
      icon: Heading,
      fits: on('table'),
      isOn: on('tableHeader'),
      run: ({ editor }) => editor.chain().focus().toggleHeaderRow().run(),
    },
  ],
]
