/** Every command a person can run: the native menu, the keys and the shortcut list are all drawn from here. */
export const commands = {
  'article.new': { title: 'New article', keys: 'CmdOrCtrl+N', alsoKey: 'N', menu: 'File' },
  'article.import': { title: 'Import…', menu: 'File' },
  'article.import-folder': { title: 'Import a folder…', menu: 'File' },
  'article.save': { title: 'Save now', keys: 'CmdOrCtrl+S', menu: 'File' },
  'library.switch': { title: 'Open another library…', keys: 'CmdOrCtrl+Shift+O', menu: 'File' },
  'session.sign-out': { title: 'Sign out', menu: 'File' },

  'edit.undo': { title: 'Undo', keys: 'CmdOrCtrl+Z', menu: 'Edit' },
  'edit.redo': { title: 'Redo', keys: 'CmdOrCtrl+Shift+Z', alsoKey: 'CmdOrCtrl+Y', menu: 'Edit' },
  'edit.paste-plain': {
    title: 'Paste as plain text',
    keys: 'CmdOrCtrl+Shift+V',
    nativeKeys: true,
    menu: 'Edit',
  },

  'edit.find': { title: 'Find and replace…', keys: 'CmdOrCtrl+F', menu: 'Edit' },
  'edit.find-next': { title: 'Find next', keys: 'F3', menu: 'Edit' },
  'edit.find-previous': { title: 'Find previous', keys: 'Shift+F3', menu: 'Edit' },
  'library.find': { title: 'Find in the library…', keys: 'CmdOrCtrl+Alt+L', menu: 'Edit' },

  'text.bold': { title: 'Bold', keys: 'CmdOrCtrl+B', menu: 'Format' },
  'text.italic': { title: 'Italic', keys: 'CmdOrCtrl+I', menu: 'Format' },
  'text.strike': { title: 'Strike through', keys: 'CmdOrCtrl+Shift+X', menu: 'Format' },
  'text.link': { title: 'Link…', keys: 'CmdOrCtrl+Shift+K', menu: 'Format' },
  'text.heading-2': { title: 'Heading', keys: 'CmdOrCtrl+Alt+2', menu: 'Format' },
  'text.heading-3': { title: 'Subheading', keys: 'CmdOrCtrl+Alt+3', menu: 'Format' },
  'text.bullets': { title: 'Bullet list', keys: 'CmdOrCtrl+Shift+8', menu: 'Format' },
  'text.numbers': { title: 'Numbered list', keys: 'CmdOrCtrl+Shift+7', menu: 'Format' },
  'text.quote': { title: 'Block quote', keys: 'CmdOrCtrl+Shift+9', menu: 'Format' },
  'text.pull-quote': { title: 'Pull quote', menu: 'Format' },
  'text.fact-box': { title: 'Fact box', menu: 'Format' },
  'text.paragraph': { title: 'Paragraph', keys: 'CmdOrCtrl+Alt+0', menu: 'Format' },
  'text.subscript': { title: 'Subscript', menu: 'Format' },
  'text.superscript': { title: 'Superscript', menu: 'Format' },
  'text.plain': { title: 'Clear formatting', keys: 'CmdOrCtrl+\\', menu: 'Format' },
  'text.tools': { title: 'Go to the formatting tools', keys: 'Alt+F10', menu: 'Format' },

  'insert.picture': { title: 'Picture…', menu: 'Insert' },
  'insert.gallery': { title: 'Gallery…', menu: 'Insert' },
  'insert.table': { title: 'Table…', menu: 'Insert' },
  'insert.card': { title: 'Link card…', menu: 'Insert' },
  'insert.related': { title: 'Related article…', menu: 'Insert' },
  'insert.footnote': { title: 'Footnote', keys: 'CmdOrCtrl+Alt+F', menu: 'Insert' },
  'insert.divider': { title: 'Divider', menu: 'Insert' },

  'block.menu': { title: 'Block menu', keys: 'Alt+Shift+M', menu: 'Block' },
  'block.details': { title: 'Go to the fields of the block', keys: 'Alt+Enter', menu: 'Block' },
  'block.move-up': { title: 'Move block up', keys: 'Alt+Shift+Up', menu: 'Block' },
  'block.move-down': { title: 'Move block down', keys: 'Alt+Shift+Down', menu: 'Block' },
  'block.duplicate': { title: 'Duplicate block', keys: 'Alt+Shift+D', menu: 'Block' },
  'block.delete': { title: 'Delete block', keys: 'Alt+Shift+Backspace', menu: 'Block' },
  'block.to-gallery': { title: 'Make a gallery of the pictures', menu: 'Block' },
  'block.from-gallery': { title: 'Take the gallery apart', menu: 'Block' },
  'table.row-above': { title: 'Add row above', menu: 'Block' },
  'table.row-below': { title: 'Add row below', menu: 'Block' },
  'table.column-before': { title: 'Add column before', menu: 'Block' },
  'table.column-after': { title: 'Add column after', menu: 'Block' },
  'table.header-row': { title: 'Header row', menu: 'Block' },
  'table.delete-row': { title: 'Delete row', menu: 'Block' },
  'table.delete-column': { title: 'Delete column', menu: 'Block' },

  'text.next-finding': { title: 'Next finding', keys: 'F8', menu: 'Edit' },
  'text.previous-finding': { title: 'Previous finding', keys: 'Shift+F8', menu: 'Edit' },
  'text.fix-finding': { title: 'Fix what was found here', keys: 'CmdOrCtrl+.', menu: 'Edit' },

  'article.submit': { title: 'Submit for review', keys: 'CmdOrCtrl+Enter', menu: 'Article' },
  'article.recall': { title: 'Recall', menu: 'Article' },
  'article.comment': { title: 'Comment', keys: 'CmdOrCtrl+Alt+M', menu: 'Article' },
  'article.checks': { title: 'Checks', keys: 'CmdOrCtrl+Alt+C', menu: 'Article' },
  'article.next-placeholder': { title: 'Next placeholder', keys: 'CmdOrCtrl+Alt+K', menu: 'Article' },
  'article.template': { title: 'Save as template…', menu: 'Article' },
  'article.versions': { title: 'Versions', keys: 'CmdOrCtrl+Alt+V', menu: 'Article' },
  'review.start': { title: 'Start review', keys: 'S', menu: 'Article' },
  'review.claim': { title: 'Take the review', keys: 'T', menu: 'Article' },
  'review.hand-over': { title: 'Hand the review over…', keys: 'O', menu: 'Article' },
  'review.give-back': { title: 'Give the review back', keys: 'G', menu: 'Article' },
  'review.hold': { title: 'Hold…', keys: 'H', menu: 'Article' },
  'review.spike': { title: 'Spike', keys: 'X', menu: 'Article' },
  'review.restore': { title: 'Restore a spiked article', keys: 'R', menu: 'Article' },
  'change.next': { title: 'Next change', keys: 'Alt+F5', menu: 'Article' },
  'change.previous': { title: 'Previous change', keys: 'Alt+Shift+F5', menu: 'Article' },

  'go.desk': { title: 'Desk', keys: 'CmdOrCtrl+1', menu: 'Go' },
  'go.review': { title: 'Review', keys: 'CmdOrCtrl+2', menu: 'Go' },
  'go.publish': { title: 'Publish', keys: 'CmdOrCtrl+3', menu: 'Go' },
  'go.front': { title: 'Front page', menu: 'Go' },
  'go.media': { title: 'Media', keys: 'CmdOrCtrl+4', menu: 'Go' },
  'go.people': { title: 'People', keys: 'CmdOrCtrl+5', menu: 'Go' },
  'go.settings': { title: 'Settings', keys: 'CmdOrCtrl+,', menu: 'Go' },

  'view.palette': { title: 'Command palette', keys: 'CmdOrCtrl+K', menu: 'View' },
  'view.search': { title: 'Search articles', keys: '/', menu: 'View' },
  'view.theme': { title: 'Switch light and dark', keys: 'CmdOrCtrl+Shift+L', menu: 'View' },
  'view.spelling': { title: 'Check spelling, or stop checking it', menu: 'View' },
  'view.house-style': { title: 'Check house style, or stop checking it', menu: 'View' },
  'view.focus': { title: 'Focus mode', keys: 'F9', menu: 'View' },
  'view.preview': { title: 'Show or hide the preview', keys: 'CmdOrCtrl+Shift+P', menu: 'View' },

  'help.shortcuts': { title: 'Keyboard shortcuts', keys: 'CmdOrCtrl+/', alsoKey: '?', menu: 'Help' },
} as const satisfies Record<string, Command>

export type MenuName = 'File' | 'Edit' | 'Format' | 'Insert' | 'Block' | 'Article' | 'View' | 'Go' | 'Help'
/** `keys` in Electron's accelerator spelling; a key without a modifier works only outside text fields. */
export interface Command {
  title: string
  keys?: string
  /** A second key, for the window alone: a browser keeps some of the first to itself. */
  alsoKey?: string
  /** The browser acts on the keys by itself; the command is for whoever chooses it by its name. */
  nativeKeys?: boolean
  menu: MenuName
}
export type CommandId = keyof typeof commands
export const menuNames: readonly MenuName[] = [
  'File',
  'Edit',
  'Format',
  'Insert',
  'Block',
  'Article',
  'View',
  'Go',
  'Help',
]
