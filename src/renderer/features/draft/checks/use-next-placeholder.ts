import type { Editor } from '@tiptap/vue-3'
import type { Content } from '../../../../shared/article/content'
import { fieldPlaces, inReadingOrder, type FieldPlace, type Place } from '../../../../shared/checking/places'
import { placeholders } from '../../../../shared/workflow/readiness'
import { useCommand } from '../../../commands/use-commands'

/** Answers the command that goes to the next placeholder after where the person is; after the last comes the first. */
export function useNextPlaceholder(
  editor: Editor,
  content: () => Content,
  goTo: (place: Place) => Promise<void>,
): void {
  const places = (): Place[] => placeholders(content()).map(({ place }) => place)
  async function goOn(): Promise<void> {
    const next = nextPlace(places(), presentPlace(editor))
    if (next) await goTo(next)
  }
  useCommand('article.next-placeholder', goOn, () => (places().length > 0 ? '' : 'There is no placeholder'))
}

/** The first of some places, in reading order, that comes after another one; the first of all where none does. */
export const nextPlace = (places: readonly Place[], after: Place | null): Place | undefined =>
  (after && places.find((place) => inReadingOrder(place, after) > 0)) ?? places[0]

/** Where the caret is; a selected placeholder counts as the one the person is at. */
function presentPlace(editor: Editor): Place | null {
  const focused = document.activeElement
  const { from, to } = editor.state.selection
  if (focused && editor.view.dom.contains(focused)) return { in: 'body', attribute: null, from, to }
  const field = focused?.closest('[data-field]')?.getAttribute('data-field')
  if (!isFieldPlace(field)) return null
  const isText = focused instanceof HTMLInputElement || focused instanceof HTMLTextAreaElement
  const at = isText ? (focused.selectionStart ?? 0) : 0
  return { in: 'field', field, from: at, to: at }
}

const isFieldPlace = (name: string | null | undefined): name is FieldPlace =>
  (fieldPlaces as readonly (string | null | undefined)[]).includes(name)
