import type { Step } from './history-step'
import type { Fields } from './text'

const controls = 'textarea, input, select, button'

/**
 * The control in which a step was made: where the focus was, if that still stands; else the one marked
 * `data-field` with the name of the field that changed.
 * @param root what holds the whole article
 */
export function placeOf(step: Step, root: HTMLElement): HTMLElement | null {
  if (step.place instanceof HTMLElement && step.place.matches(controls) && root.contains(step.place))
    return step.place
  for (const name of Object.keys(step.after)) {
    const field = root.querySelector<HTMLElement>(`[data-field="${name}"]`)
    const control = field?.matches(controls) === true ? field : field?.querySelector<HTMLElement>(controls)
    if (control) return control
  }
  return null
}

/**
 * Puts the focus into a control, and the caret where its text changed.
 * @param was the text before; null for a control that holds something else
 */
export function goTo(control: HTMLElement, was: string | null): void {
  control.closest('details')?.setAttribute('open', '')
  control.focus()
  control.scrollIntoView({ block: 'nearest' })
  if (was === null || !isText(control) || control.selectionStart === null) return
  const caret = changeEnd(was, control.value)
  control.setSelectionRange(caret, caret)
}

/** The text that was typed in a step, before or after it; null for any other step. */
export function textOfStep(step: Step, when: 'before' | 'after'): string | null {
  const [field = '', part] = step.typed?.split('.') ?? []
  const value: unknown = step[when][field as keyof Fields]
  const text = part === undefined ? value : (value as Record<string, unknown> | undefined)?.[part]
  return typeof text === 'string' ? text : null
}

/** Whether an element is a control that holds typed text. */
export const isText = (element: Element | null): element is HTMLInputElement | HTMLTextAreaElement =>
  element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement

/** Where the part of a text ends that differs from an earlier one. */
function changeEnd(was: string, now: string): number {
  const shorter = Math.min(was.length, now.length)
  let same = 0
  while (same < shorter && was.at(-1 - same) === now.at(-1 - same)) same += 1
  let start = 0
  while (start < shorter - same && was[start] === now[start]) start += 1
  return Math.max(start, now.length - same)
}
