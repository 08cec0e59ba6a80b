import type { NodeRange } from '@tiptap/pm/model'
import type { EditorState, Transaction } from '@tiptap/pm/state'
import { ArrowDown, ArrowUp, Copy, Images, SquareSplitVertical, Trash2 } from '@lucide/vue'
import { chosenBlocks } from '../blocks/chosen-blocks'
import { fromGallery, toGallery } from '../blocks/galleries'
import { duplicateBlocks, moveBlocks, removeBlocks } from '../blocks/move-blocks'
import type { BodyCommand, BodyTools } from './body-command'

type OnBlocks = (state: EditorState, range: NodeRange) => Transaction | null
type OnChosen = (state: EditorState) => Transaction | null

const up: OnBlocks = (state, range) => moveBlocks(state, range, -1)
const down: OnBlocks = (state, range) => moveBlocks(state, range, 1)

const chosen =
  (change: OnBlocks): OnChosen =>
  (state) => {
    const range = chosenBlocks(state.selection)
    return range && change(state, range)
  }
const run =
  (change: OnChosen) =>
  ({ editor }: BodyTools): void => {
    const transaction = change(editor.view.state)
    if (transaction) editor.view.dispatch(transaction)
    editor.view.focus()
  }

/** What is done to whole blocks. `onBlocks` does it to blocks that are named by their place. */
export interface BlockCommand extends BodyCommand {
  onBlocks: OnBlocks
}
export const blockCommands = {
  up: { id: 'block.move-up', icon: ArrowUp, run: run(chosen(up)), onBlocks: up },
  down: { id: 'block.move-down', icon: ArrowDown, run: run(chosen(down)), onBlocks: down },
  duplicate: {
    id: 'block.duplicate',
    icon: Copy,
    run: run(chosen(duplicateBlocks)),
    onBlocks: duplicateBlocks,
  },
  remove: { id: 'block.delete', icon: Trash2, run: run(chosen(removeBlocks)), onBlocks: removeBlocks },
} as const satisfies Record<string, BlockCommand>

/** Figures become a gallery, and a gallery figures. */
export const galleryCommands = {
  toGallery: {
    id: 'block.to-gallery',
    icon: Images,
    fits: ({ state }) => toGallery(state) !== null,
    run: run(toGallery),
  },
  fromGallery: {
    id: 'block.from-gallery',
    icon: SquareSplitVertical,
    fits: ({ state }) => fromGallery(state) !== null,
    run: run(fromGallery),
  },
} as const satisfies Record<string, BodyCommand>
