import { Asterisk, Images, ImagePlus, Link2, Minus, Newspaper, Table } from '@lucide/vue'
import { insertBlocks } from '../blocks/insert-block'
import { outside, type BodyCommand } from './body-command'

/** What is put into the text as something new. */
export const insertCommands = {
  picture: {
    id: 'insert.picture',
    icon: ImagePlus,
    words: 'image photo figure',
    run: ({ ask }) => ask('pictures'),
  },
  gallery: {
    id: 'insert.gallery',
    icon: Images,
    words: 'pictures photos slideshow images',
    run: ({ ask }) => ask('gallery'),
  },
  table: {
    id: 'insert.table',
    icon: Table,
    words: 'rows columns grid',
    fits: outside('table'),
    run: ({ ask }) => ask('table'),
  },
  card: {
    id: 'insert.card',
    icon: Link2,
    words: 'embed video tweet post bookmark',
    run: ({ ask }) => ask('card'),
  },
  related: {
    id: 'insert.related',
    icon: Newspaper,
    words: 'read more see also story',
    run: ({ ask }) => ask('related'),
  },
  footnote: {
    id: 'insert.footnote',
    icon: Asterisk,
    words: 'note reference source',
    run: ({ editor }) => editor.commands.insertFootnote(),
  },
  divider: {
    id: 'insert.divider',
    icon: Minus,
    words: 'rule line hr separator ---',
    run: ({ editor: { view, schema } }) => {
      const divider = schema.nodes['horizontalRule']
      if (divider) view.dispatch(insertBlocks(view.state, [divider.create()]))
      view.focus()
    },
  },
} as const satisfies Record<string, BodyCommand>
