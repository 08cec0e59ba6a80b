import { Extension, type Editor } from '@tiptap/core'
import { Plugin, PluginKey, TextSelection, type EditorState, type Transaction } from '@tiptap/pm/state'
import { matchingCommands, runCommand, type BodyCommand, type BodyTools } from '../commands/body-command'
import { slashCommands } from '../commands/body-commands'

/** An open slash menu: where its slash stands, what it offers, and which offer Enter takes. */
export interface SlashMenu {
  from: number
  to: number
  offers: readonly BodyCommand[]
  chosen: number
}
type Change = { open: number } | { choose: number } | 'close'

/** Ids for whoever reads the menu out: the list and each of its options. */
export const slashListId = 'slash-menu'
export const slashOptionId = (command: BodyCommand): string => `${slashListId}-${command.id}`

const key = new PluginKey<SlashMenu | null>('slashMenu')
const change = (tr: Transaction, what: Change): Transaction => tr.setMeta(key, what)
/** Nobody looks for more words than this. */
const longest = 30

/** The slash menu of an editor as it is now, or null while it is closed. */
export const slashMenuOf = (state: EditorState): SlashMenu | null => key.getState(state) ?? null

/** Types a slash where the caret is. */
export function openSlashMenu({ view }: Editor): void {
  const { from } = view.state.selection
  view.dispatch(change(view.state.tr.insertText('/'), { open: from }))
}

/** Makes an offer the one that Enter takes. */
export function chooseOffer({ view }: Editor, place: number): void {
  if (slashMenuOf(view.state)?.chosen !== place) view.dispatch(change(view.state.tr, { choose: place }))
}

/** Runs an offer in place of the slash and what was typed behind it. */
export function takeOffer(tools: BodyTools, command: BodyCommand): void {
  const { view } = tools.editor
  const menu = slashMenuOf(view.state)
  if (!menu) return
  view.dispatch(change(view.state.tr.delete(menu.from, menu.to), 'close'))
  runCommand(command, tools)
}

/** A slash means the menu where a word could begin, in text that is not a note. */
function isPlaceForMenu({ selection: { $from, empty } }: EditorState): boolean {
  if (!empty || !$from.parent.isTextblock) return false
  const before = $from.parent.textBetween(0, $from.parentOffset, undefined, '\ufffc').at(-1)
  return before === undefined || /\s/.test(before)
}

/** The menu as it stands after a transaction; null once the caret left it or nothing bears what is typed. */
function follow(menu: SlashMenu, tr: Transaction, editor: Editor): SlashMenu | null {
  const { selection, doc } = tr
  const from = tr.mapping.map(menu.from, -1)
  const to = selection.from
  if (!(selection instanceof TextSelection) || !selection.empty || to <= from) return null
  if (!doc.resolve(from).sameParent(selection.$from)) return null
  const typed = doc.textBetween(from, to, '\n', '\n')
  if (!typed.startsWith('/') || typed.startsWith('/ ') || typed.length > longest) return null
  const offers = offersFor(editor, typed.slice(1))
  if (offers.length === 0) return null
  return { from, to, offers, chosen: tr.docChanged ? 0 : Math.min(menu.chosen, offers.length - 1) }
}

const offersFor = (editor: Editor, typed: string): BodyCommand[] =>
  matchingCommands(
    slashCommands.filter((command) => command.fits?.(editor) ?? true),
    typed,
  )

/** Opens when a slash is typed, follows what is typed behind it, and keeps the arrows and Enter meanwhile. */
export const SlashMenuKeys = Extension.create<{ take: (command: BodyCommand) => void }>({
  name: 'slashMenu',
  // Before the keys of lists and tables.
  priority: 1000,
  addOptions: () => ({ take: () => undefined }),
  addProseMirrorPlugins() {
    const { editor, options } = this
    return [
      new Plugin<SlashMenu | null>({
        key,
        state: {
          init: () => null,
          apply(tr, menu) {
            const meta = tr.getMeta(key) as Change | undefined
            if (meta === 'close') return null
            if (meta && 'open' in meta)
              return { from: meta.open, to: meta.open + 1, offers: offersFor(editor, ''), chosen: 0 }
            if (meta && menu) return { ...menu, chosen: meta.choose }
            return menu && follow(menu, tr, editor)
          },
        },
        props: {
          // What an input method composes is not typed yet.
          handleTextInput(view, from, to, text) {
            if (text !== '/' || view.composing || !isPlaceForMenu(view.state)) return false
            view.dispatch(change(view.state.tr.insertText('/', from, to), { open: from }))
            return true
          },
          handleKeyDown(view, event) {
            const menu = slashMenuOf(view.state)
            if (!menu || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return false
            const count = menu.offers.length
            const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: count - 1 }
            const step = steps[event.key]
            const offer = menu.offers[menu.chosen]
            if (step !== undefined)
              view.dispatch(change(view.state.tr, { choose: (menu.chosen + step) % count }))
            else if (event.key === 'Escape') view.dispatch(change(view.state.tr, 'close'))
            else if ((event.key === 'Enter' || event.key === 'Tab') && offer) options.take(offer)
            else return false
            event.preventDefault()
            return true
          },
          handleDOMEvents: {
            blur: (view) => {
              if (slashMenuOf(view.state)) view.dispatch(change(view.state.tr, 'close'))
              return false
            },
          },
          attributes(state): Record<string, string> {
            const menu = slashMenuOf(state)
            const offer = menu?.offers[menu.chosen]
            return offer
              ? { 'aria-controls': slashListId, 'aria-activedescendant': slashOptionId(offer) }
              : {}
          },
        },
      }),
    ]
  },
})
