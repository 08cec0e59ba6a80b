import type { Editor } from '@tiptap/core'
import { useEventListener, useWindowSize } from '@vueuse/core'
import { nextTick, watch } from 'vue'
import { useCommand } from '../../../commands/use-commands'
import { useFocusMode } from '../../../stores/focus-mode'
import { calmWriting, plainWriting } from './calm-writing'

/** What floats above the text keeps Escape for itself. */
const floating = '[role=dialog], [role=menu], [role=listbox], [role=search]'

const opened = '[aria-activedescendant], [aria-expanded=true]'

/**
 * Focus mode for the open article: answers its command, leaves it by Escape, and calms the editor meanwhile.
 * @returns a way out of it, such as for a button
 */
export function useFocus(editor: Editor): { leave: () => void } {
  const focus = useFocusMode()
  const { height } = useWindowSize()

  /**
   * What had the focus may be hidden now, though the browser lets go of it only with the next frame; or nothing had
   * it but what is around the text, such as the view after it was opened.
   */
  const isAdrift = (focused: Element | null): boolean =>
    focused?.checkVisibility() !== true || focused.contains(editor.view.dom)

  async function toggle(): Promise<void> {
    focus.on = !focus.on
    await nextTick()
    if (isAdrift(document.activeElement)) editor.view.focus()
    editor.commands.scrollIntoView()
  }
  const leave = (): void => {
    if (focus.on) void toggle()
  }

  useCommand('view.focus', toggle)
  // Before the text takes it, which would choose the paragraph; what is open at the text comes first.
  useEventListener(
    document,
    'keydown',
    (event) => {
      const { key, target } = event
      if (key !== 'Escape' || !focus.on || !(target instanceof Element)) return
      if (target.closest(floating) || target.matches(opened)) return
      event.preventDefault()
      event.stopPropagation()
      leave()
    },
    { capture: true },
  )
  watch(
    [() => focus.on, height],
    ([on, high]) => editor.view.setProps(on ? calmWriting(high) : plainWriting),
    { immediate: true },
  )
  return { leave }
}
