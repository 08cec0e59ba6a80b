import { TextSelection } from '@tiptap/pm/state'
import { computed, onScopeDispose, ref, shallowRef, watch } from 'vue'
import type { Content } from '../../../../shared/article/content'
import type { Place } from '../../../../shared/checking/places'
import { findInContent, type Hit } from '../../../../shared/find/find-in-content'
import { finderFor, replacementFor, type Sought } from '../../../../shared/find/finder'
import { replaceInContent } from '../../../../shared/find/replace-in-content'
import { emptySought } from '../../find'
import { whenIdle } from '../../preview'
import type { BodyEditor } from '../body/use-body-editor'
import { bodyJson } from '../body-json'
import type { Draft } from '../draft-store'
import { fieldChange, replacedIn, textOfField } from '../findings/replacing'
import { highlight, highlightKey, highlightPlugin, type FoundRun } from './highlight'

/** How long nothing has to be typed before the article is looked through again, in milliseconds. */
const quiet = 80

/** Finds and replaces in an open article: body, fields, captions, alt texts. Works only between `open` and `close`. */
export function useFind(draft: Draft, { editor, doc }: BodyEditor, goTo: (place: Place) => Promise<void>) {
  const isOpen = ref(false)
  const sought = ref<Sought>(emptySought())
  const replacement = ref('')
  const hits = shallowRef<readonly Hit[]>([])
  const current = ref(0)
  const finder = computed(() => (sought.value.text === '' ? null : finderFor(sought.value)))
  const problem = computed(() => (finder.value?.ok === false ? finder.value.error : ''))

  const content = (): Content => ({ ...draft.fields.value, body: bodyJson(doc.value) })

  function look(): void {
    if (!isOpen.value || editor.isDestroyed) return
    const find = finder.value
    hits.value = find?.ok ? findInContent(content(), find.value) : []
    current.value = Math.min(current.value, Math.max(0, hits.value.length - 1))
    mark()
  }
  const idle = whenIdle(look, quiet)

  function mark(): void {
    const runs = hits.value.flatMap(({ place }, index): FoundRun[] =>
      place.in === 'body' && place.attribute === null
        ? [{ from: place.from, to: place.to, isCurrent: index === current.value }]
        : [],
    )
    editor.view.dispatch(highlight(editor.view.state.tr, runs))
  }

  /** Starts with the words that are selected, if they are on one line. */
  function open(): void {
    if (!isOpen.value) editor.registerPlugin(highlightPlugin())
    isOpen.value = true
    const { from, to } = editor.state.selection
    const selected = editor.state.doc.textBetween(from, to, '\n', '\n')
    if (selected !== '' && selected.length <= 200 && !selected.includes('\n'))
      sought.value = { ...sought.value, regex: false, text: selected }
    look()
    const atCaret = hits.value.findIndex(({ place }) => place.in === 'body' && place.from >= from)
    current.value = Math.max(0, atCaret)
    mark()
  }

  /** Leaves the person at what was found last. */
  async function close(): Promise<void> {
    if (!isOpen.value) return
    isOpen.value = false
    idle.stop()
    const place = hits.value[current.value]?.place
    hits.value = []
    editor.unregisterPlugin(highlightKey)
    if (place) await goTo(place)
    else editor.commands.focus()
  }

  /** Goes on by some steps, around the end; the words are brought into sight, the focus stays where it is. */
  function step(by: 1 | -1): void {
    const count = hits.value.length
    if (count === 0) return
    current.value = (current.value + by + count) % count
    mark()
    showCurrent()
  }
  function showCurrent(): void {
    const place = hits.value[current.value]?.place
    if (place?.in !== 'body') return
    const { state, view } = editor
    const selection = TextSelection.near(state.doc.resolve(Math.min(place.from, state.doc.content.size)))
    view.dispatch(state.tr.setSelection(selection).scrollIntoView())
  }

  /** Replaces what the person is at, and goes on. */
  function replaceOne(): void {
    // Looked at anew, so that a place never belongs to an earlier text.
    look()
    const hit = hits.value[current.value]
    if (!hit) return
    const words = replacementFor(hit.found, replacement.value, sought.value)
    replaceAt(hit, words)
    look()
    // What was put in its place may hold what is looked for; it is not taken again.
    if (finder.value?.ok && finder.value.value(words).length > 0) step(1)
    else showCurrent()
  }
  function replaceAt({ place, text, found }: Hit, words: string): void {
    const { state, view } = editor
    if (place.in === 'field') {
      const now = textOfField(draft.fields.value, place.field)
      if (now !== null)
        draft.change(fieldChange(draft.fields.value, place.field, replacedIn(now, found, words)))
    } else if (place.attribute === null) view.dispatch(state.tr.insertText(words, place.from, place.to))
    else view.dispatch(state.tr.setNodeAttribute(place.from, place.attribute, replacedIn(text, found, words)))
  }

  /** Replaces everything found, undone in one step. Gives how often that was. */
  function replaceAll(): number {
    const find = finder.value
    if (!find?.ok) return 0
    const after = replaceInContent(content(), {
      find: find.value,
      replacement: replacement.value,
      sought: sought.value,
    })
    if (after.replaced > 0) draft.put(after.content)
    look()
    return after.replaced
  }

  /** Looks for something else, from the start of the article. */
  function seek(wanted: Sought): void {
    sought.value = wanted
    current.value = 0
    look()
    showCurrent()
  }
  watch([doc, draft.fields], () => isOpen.value && idle.soon())
  onScopeDispose(idle.stop)

  const replaceWith = (words: string): void => void (replacement.value = words)

  return {
    ...{ isOpen, sought, replacement, hits, current, problem },
    ...{ open, close, seek, step, replaceWith, replaceOne, replaceAll },
  }
}
export type Find = ReturnType<typeof useFind>
