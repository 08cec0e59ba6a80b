import { useEventListener } from '@vueuse/core'
import { nextTick, type ShallowRef } from 'vue'
import { useCommand } from '../../commands/use-commands'
import type { BodyEditor } from './body/use-body-editor'
import type { Draft } from './draft-store'
import type { Step } from './history-step'
import { goTo, isText, placeOf, textOfStep } from './history-places'
import { useHalfTyped } from './use-half-typed'

/** The parts of the drafting view; not all of them fit into a small window at once. */
export type DraftPart = 'writing' | 'description'

/**
 * Undo and redo for the whole drafting view: the last change of the article is taken back wherever it was made and
 * wherever the focus is, and the focus goes there.
 * @param root what holds the whole article
 * @param show brings a part of the view into sight
 */
export function useHistory(
  draft: Draft,
  { editor, doc }: BodyEditor,
  root: Readonly<ShallowRef<HTMLElement | null>>,
  mayEdit: () => boolean,
  show: (part: DraftPart) => void,
): void {
  const isHalfTyped = useHalfTyped(draft, doc, root)

  /** Gives false where the keys belong to something else. */
  function run(direction: 'undo' | 'redo'): boolean {
    const focused = document.activeElement
    const isElsewhere = isText(focused) && root.value?.contains(focused) !== true
    if (isElsewhere || isHalfTyped() || !mayEdit()) return false
    const step = draft.history[direction]()
    if (step) void showWhere(step, direction)
    return true
  }

  async function showWhere(step: Step, direction: 'undo' | 'redo'): Promise<void> {
    const isWriting = step.groups > 0 || 'headline' in step.after || 'standfirst' in step.after
    show(isWriting ? 'writing' : 'description')
    await nextTick()
    if (!root.value || editor.isDestroyed) return
    if (step.groups === 0) {
      const place = placeOf(step, root.value)
      if (place) goTo(place, textOfStep(step, direction === 'undo' ? 'after' : 'before'))
    } else if (!editor.view.dom.contains(document.activeElement)) {
      editor.view.focus()
      editor.view.dispatch(editor.view.state.tr.scrollIntoView())
    }
  }

  const refusal = (step: Step | null, words: string): string => {
    if (!mayEdit()) return 'The text can only be read now'
    return step ? '' : words
  }
  const { last, next } = draft.history
  useCommand(
    'edit.undo',
    () => run('undo'),
    () => refusal(last.value, 'Nothing was changed yet'),
  )
  useCommand(
    'edit.redo',
    () => run('redo'),
    () => refusal(next.value, 'Nothing was undone'),
  )
  // The system’s own menus ask the field itself.
  useEventListener(root, 'beforeinput', (event) => {
    const { inputType } = event
    if (inputType !== 'historyUndo' && inputType !== 'historyRedo') return
    if (run(inputType === 'historyUndo' ? 'undo' : 'redo')) event.preventDefault()
  })
}
