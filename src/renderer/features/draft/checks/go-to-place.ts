import { NodeSelection, TextSelection } from '@tiptap/pm/state'
import { nextTick, type ShallowRef } from 'vue'
import type { Place } from '../../../../shared/checking/places'
import type { BodyEditor } from '../body/use-body-editor'
import type { DraftPart } from '../use-history'

const controls = 'textarea, input, select, button'

/**
 * Brings the person to a place of the article, with what stands there selected.
 * @param root what holds the whole article
 * @param show brings a part of the view into sight
 */
export function useGoToPlace(
  { editor }: Pick<BodyEditor, 'editor'>,
  root: Readonly<ShallowRef<HTMLElement | null>>,
  show: (part: DraftPart) => void,
): (place: Place) => Promise<void> {
  function goToField({ field, from, to }: Extract<Place, { in: 'field' }>): void {
    const marked =
      root.value?.querySelector<HTMLElement>(`[data-field="${field}"]`) ??
      root.value?.querySelector<HTMLElement>(`[data-field="${field.split('.')[0]}"]`)
    const control = marked?.matches(controls) ? marked : marked?.querySelector<HTMLElement>(controls)
    control?.closest('details')?.setAttribute('open', '')
    control?.focus()
    control?.scrollIntoView({ block: 'nearest' })
    const isText = control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement
    if (isText && from !== undefined && to !== undefined) control.setSelectionRange(from, to)
  }

  function goToBody({ from, to, attribute }: Extract<Place, { in: 'body' }>): void {
    if (editor.isDestroyed) return
    const { state, view } = editor
    const end = state.doc.content.size
    const node = state.doc.nodeAt(Math.min(from, end))
    const selection =
      node?.isAtom && !node.isText
        ? NodeSelection.create(state.doc, from)
        : TextSelection.between(state.doc.resolve(Math.min(from, end)), state.doc.resolve(Math.min(to, end)))
    view.focus()
    view.dispatch(state.tr.setSelection(selection).scrollIntoView())
    if (attribute !== null) attributeField(view.nodeDOM(from), attribute)?.focus()
  }

  return async (place) => {
    const isWritten = place.in === 'body' || place.field === 'headline' || place.field === 'standfirst'
    show(isWritten ? 'writing' : 'description')
    // A tab that was not in sight is made first, then what stands in it.
    await nextTick()
    await nextTick()
    if (place.in === 'body') goToBody(place)
    else goToField(place)
  }
}

/** The field of a block in which one of its own texts is typed, where the block shows one. */
function attributeField(block: Node | null, attribute: string): HTMLElement | null {
  if (!(block instanceof HTMLElement)) return null
  const fields = [...block.querySelectorAll<HTMLElement>('input[aria-label], textarea[aria-label]')]
  return fields.find((field) => field.getAttribute('aria-label')?.toLowerCase().includes(attribute)) ?? null
}
