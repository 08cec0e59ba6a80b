import { Plus } from '@lucide/vue'
import type { NodeRange } from '@tiptap/pm/model'
import { TextSelection, type EditorState, type Transaction } from '@tiptap/pm/state'
import { keysOf } from '../../../commands/use-commands'
import type { MenuItem } from '../../../ui'
import { blockAt, selectionIn } from './blocks/chosen-blocks'
import { turnBlocks } from './blocks/turn-blocks'
import { closeStep } from './body-history'
import { blockCommands, galleryCommands } from './commands/block-commands'
import { nameOf, type BodyCommand, type BodyTools } from './commands/body-command'
import { turnMenu } from './commands/body-commands'
import { openSlashMenu } from './slash/slash-menu'

const wordless = new Set(['figure', 'gallery', 'table', 'embedCard', 'relatedArticle', 'horizontalRule'])

/**
 * The menu of one block of the body.
 * @param place where the block begins now, or null when it is gone
 */
export function blockMenu(tools: BodyTools, place: () => number | null): MenuItem[] {
  const { view } = tools.editor
  const node = () => {
    const at = place()
    return at === null ? null : view.state.doc.nodeAt(at)
  }
  const change = (make: (state: EditorState, range: NodeRange) => Transaction | null): void => {
    closeStep(tools.editor)
    const at = place()
    const range = at === null ? null : blockAt(view.state, at)
    // The caret comes along to the block that was pointed at.
    if (range) view.dispatch(view.state.tr.setSelection(selectionIn(view.state.doc, range.start)))
    const transaction = range && make(view.state, range)
    if (transaction) view.dispatch(transaction)
    view.focus()
  }
  const item = (command: BodyCommand, choose: () => void, more: Partial<MenuItem> = {}): MenuItem => ({
    label: nameOf(command),
    icon: command.icon,
    keys: keysOf(command.id),
    choose,
    ...more,
  })

  const { up, down, duplicate, remove } = blockCommands
  const type = node()?.type.name ?? ''
  const turns = wordless.has(type)
    ? []
    : turnMenu.map((command, index) => ({
        label: `Turn into ${nameOf(command).toLowerCase()}`,
        icon: command.icon,
        parted: index === 0,
        choose: () => change((state, range) => turnBlocks(state, range, command.kind)),
      }))
  const gallery =
    type === 'figure' ? [galleryCommands.toGallery] : type === 'gallery' ? [galleryCommands.fromGallery] : []
  return [
    {
      label: 'Add block below',
      icon: Plus,
      choose() {
        change(withParagraphBelow)
        openSlashMenu(tools.editor)
      },
    },
    item(up, () => change(up.onBlocks), { parted: true }),
    item(down, () => change(down.onBlocks)),
    item(duplicate, () => change(duplicate.onBlocks)),
    ...turns,
    ...gallery.map((command) =>
      item(command, () => change(() => (command.run(tools), null)), { parted: true }),
    ),
    item(remove, () => change(remove.onBlocks), { parted: true, danger: true }),
  ]
}

function withParagraphBelow(state: EditorState, { end }: NodeRange): Transaction | null {
  const paragraph = state.schema.nodes['paragraph']
  if (!paragraph) return null
  const tr = state.tr.insert(end, paragraph.create())
  return tr.setSelection(TextSelection.create(tr.doc, end + 1)).scrollIntoView()
}
