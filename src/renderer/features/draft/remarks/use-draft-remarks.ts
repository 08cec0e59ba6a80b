import { onScopeDispose, shallowRef, watch } from 'vue'
import type { Content } from '../../../../shared/article/content'
import { fieldPlaces, type Place } from '../../../../shared/checking/places'
import type { Anchor } from '../../../../shared/review/anchor'
import { anchorAt } from '../../../../shared/review/anchor-at'
import { fieldText } from '../../../../shared/review/flat-text'
import { carryRemarks, type Remarks } from '../../../../shared/review/carry-anchors'
import { useSelectedPassage } from '../../../stores/selected-passage'
import { useRemarks } from '../../discussion'
import { whenIdle } from '../../preview'
import type { BodyEditor } from '../body/use-body-editor'
import { bodyJson } from '../body-json'
import type { Draft } from '../draft-store'
import { provideFieldRemarks, remarksOn } from './field-remarks'
import { markRemarks, remarksPlugin, shownMarks, type RemarkMark } from './remark-marks'

/** How long nothing has to be typed before remarks are carried to the words as they are now, in milliseconds. */
const quiet = 250

/**
 * What is said about the article that is written: marks that go along with the words, and what can be done.
 * @param onMark a mark in the text was clicked
 */
export function useDraftRemarks(draft: Draft, { editor, doc }: BodyEditor, onMark: () => void) {
  const passage = useSelectedPassage()
  const content = (): Content => ({ ...draft.fields.value, body: bodyJson(doc.value) })
  const carriedNow = (): Remarks => {
    const { review, content: kept } = draft.view.value.article
    return carryRemarks(review, kept, content())
  }
  /** With anchors in the text as it is written. */
  const said = shallowRef<Remarks>(draft.view.value.article.review)

  function look(): void {
    if (editor.isDestroyed || editor.view.composing) return
    said.value = carriedNow()
    mark()
  }
  function mark(): void {
    if (editor.isDestroyed) return
    const wanted = marksOf(said.value, passage.remark)
    const shown = shownMarks(editor.view.state)
    if (JSON.stringify(sorted(wanted)) === JSON.stringify(sorted(shown))) return
    editor.view.dispatch(markRemarks(editor.view.state.tr, wanted))
  }

  const idle = whenIdle(look, quiet)
  const open = (id: string): void => {
    passage.remark = id
    onMark()
  }
  editor.registerPlugin(remarksPlugin(open))
  provideFieldRemarks({ on: (field) => remarksOn(said.value, field), open })
  watch([doc, draft.fields], () => {
    const { threads, suggestions, claims } = said.value
    if (threads.length + suggestions.length + claims.length > 0) idle.soon()
  })
  watch(draft.view, look, { immediate: true })
  watch(() => passage.remark, mark)
  onScopeDispose(() => {
    idle.stop()
    passage.anchor = null
    passage.remark = null
  })

  const deeds = useRemarks({
    id: () => draft.id,
    keepFirst: () => draft.flush(),
    changeText: (ask) => draft.changedByDesk(ask),
  })

  /** The anchor of what is selected in the body, or in a field that has the focus. */
  function selected(): Anchor | null {
    const focused = document.activeElement
    const isField = focused instanceof HTMLInputElement || focused instanceof HTMLTextAreaElement
    const place = isField ? placeInField(focused) : placeInBody()
    return place && anchorAt(content(), place)
  }
  function placeInBody(): Place | null {
    const { from, to, empty } = editor.view.state.selection
    return empty ? null : { in: 'body', attribute: null, from, to }
  }
  function placeInField(control: HTMLInputElement | HTMLTextAreaElement): Place | null {
    const name = control.closest<HTMLElement>('[data-field]')?.dataset.field
    const field = fieldPlaces.find((place) => place === name)
    if (!field) return null
    if (fieldText(content(), field) === null) return { in: 'field', field }
    const [from, to] = [control.selectionStart ?? 0, control.selectionEnd ?? 0]
    return from === to ? { in: 'field', field } : { in: 'field', field, from, to }
  }
  const selectPassage = (): void => void (passage.anchor = selected())

  return { said, deeds, selectPassage }
}

/** What is said about the article that is written. */
export type DraftRemarks = ReturnType<typeof useDraftRemarks>

function marksOf({ threads, suggestions }: Remarks, chosen: string | null): RemarkMark[] {
  const marked = (kind: RemarkMark['kind'], all: readonly { id: string; anchor: Anchor }[]): RemarkMark[] =>
    all.flatMap(({ id, anchor: { place, gone } }): RemarkMark[] =>
      place?.in === 'body' && !gone
        ? [{ id, kind, from: place.from, to: place.to, isChosen: id === chosen }]
        : [],
    )
  return [
    ...marked(
      'comment',
      threads.filter(({ resolved }) => resolved === null),
    ),
    ...marked(
      'suggestion',
      suggestions.filter(({ answer }) => answer === null),
    ),
  ]
}

const sorted = (marks: readonly RemarkMark[]): unknown[] =>
  marks
    .map(({ id, from, to, isChosen }) => [id, from, to, isChosen])
    .toSorted((one, other) => String(one).localeCompare(String(other)))
