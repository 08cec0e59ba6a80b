import type { VirtualElement } from '@floating-ui/vue'
import { TextSelection } from '@tiptap/pm/state'
import { nextTick, onScopeDispose, shallowRef, watch, type ShallowRef } from 'vue'
import { deskNotes, type DeskNotes } from '../../../../shared/article/content'
import { spellingRule } from '../../../../shared/checking/finding'
import { withIgnored, withoutIgnored } from '../../../../shared/checking/ignored'
import { useCommand } from '../../../commands/use-commands'
import { useSession } from '../../../stores/session-store'
import { useToasts } from '../../../ui'
import { useLanguage } from '../../language'
import type { BodyEditor } from '../body/use-body-editor'
import { placeOfRange } from '../body/floating/places'
import type { Draft } from '../draft-store'
import type { PlacedFinding } from './checked-texts'
import { findingAt, placeNow, underline, underlinedIn } from './findings-plugin'
import { fieldChange, replacedIn, textOfField } from './replacing'

/** The finding that is looked at, beside which its card stands. */
export interface OpenFinding extends PlacedFinding {
  at: VirtualElement
  /** Whether the card takes the focus: not after a click, which is for placing the caret too. */
  takesFocus: boolean
}

/**
 * Going from finding to finding, and what can be done about one.
 * @param found everything found, in reading order
 * @param root what holds the whole article
 */
export function useFindingCard(
  draft: Draft,
  { editor, doc }: BodyEditor,
  found: () => readonly PlacedFinding[],
  root: Readonly<ShallowRef<HTMLElement | null>>,
  mayEdit: () => boolean,
) {
  const language = useLanguage()
  const session = useSession()
  const toasts = useToasts()
  const open = shallowRef<OpenFinding | null>(null)
  /** The one looked at last: the next one is the one after it. */
  let last: PlacedFinding['finding'] | null = null

  const controlOf = ({ place }: PlacedFinding): HTMLInputElement | HTMLTextAreaElement | null => {
    if (place.in !== 'field') return null
    const [head = '', part] = place.field.split('.')
    const named = root.value?.querySelector(`[data-field="${place.field}"], [data-field="${part ?? head}"]`)
    const control = named?.matches('input, textarea') ? named : named?.querySelector('input, textarea')
    return control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement ? control : null
  }

  /** What the keys go through: fields that are in view, then the body as it is underlined now. */
  function inOrder(): PlacedFinding[] {
    const fields = found().filter((one) => controlOf(one) !== null)
    const body = underlinedIn(editor.view.state).map(({ finding, from, to }): PlacedFinding => ({
      finding,
      place: { in: 'body', attribute: null, from, to },
    }))
    return [...fields, ...body]
  }

  /** Brings a finding into view and opens its card there; false where it has no place to be shown at. */
  function goTo(placed: PlacedFinding): boolean {
    const control = controlOf(placed)
    if (control) {
      const { from = 0, to = 0 } = placed.place
      control.focus()
      control.setSelectionRange(from, to)
      show({ ...placed, at: control, takesFocus: true })
      return true
    }
    const now = placeNow(editor.view.state, placed.finding)
    if (!now) return false
    // A caret and no selection: what floats at chosen words would stand in the card's way.
    const { view } = editor
    view.focus()
    view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, now.from)).scrollIntoView())
    showInBody(now, true)
    return true
  }

  function showInBody(
    { finding, from, to }: { finding: PlacedFinding['finding']; from: number; to: number },
    takesFocus: boolean,
  ): void {
    show({
      finding,
      place: { in: 'body', attribute: null, from, to },
      at: placeOfRange(editor, from, to),
      takesFocus,
    })
  }

  function show(wanted: OpenFinding): void {
    last = wanted.finding
    open.value = wanted
  }

  function step(by: 1 | -1): void {
    const all = inOrder()
    if (all.length === 0) return
    const place = placeToStepFrom(all, by)
    const next = all[(place + by + all.length) % all.length]
    if (next) goTo(next)
  }

  /** The place in the list to count from: the finding looked at, or the caret's between two of them. */
  function placeToStepFrom(all: readonly PlacedFinding[], by: 1 | -1): number {
    const { head } = editor.view.state.selection
    const looked = all.findIndex(({ finding }) => finding === last)
    const isThere = open.value !== null || (editor.view.hasFocus() && all[looked]?.place.from === head)
    if (looked >= 0 && isThere) return looked
    if (!editor.view.hasFocus()) return by === 1 ? -1 : all.length
    const after = all.findIndex(({ place }) => place.in === 'body' && place.to >= head)
    const before = after === -1 ? all.length : after
    return by === 1 ? before - 1 : before
  }

  /** Closes the card; the focus goes back to the text where the card had it. */
  async function close(): Promise<void> {
    const closed = open.value
    if (!closed) return
    const hadFocus = document.activeElement?.closest('[data-finding-card]') != null
    open.value = null
    if (!hadFocus) return
    await nextTick()
    const control = controlOf(closed)
    if (control) control.focus()
    else editor.view.focus()
  }

  /** Puts other words in a finding's place. */
  function replace(placed: PlacedFinding, words: string): void {
    if (!mayEdit()) return
    const { finding, place } = placed
    if (place.in === 'field') {
      const text = textOfField(draft.fields.value, place.field)
      const { from = 0, to = 0 } = place
      if (text?.slice(from, to) === finding.text)
        draft.change(fieldChange(draft.fields.value, place.field, replacedIn(text, { from, to }, words)))
    } else if (place.attribute) {
      const text: unknown = doc.value.nodeAt(place.from)?.attrs[place.attribute]
      if (typeof text !== 'string' || text.slice(finding.from, finding.to) !== finding.text) return
      const { tr } = editor.view.state
      editor.view.dispatch(tr.setNodeAttribute(place.from, place.attribute, replacedIn(text, finding, words)))
    } else {
      const now = placeNow(editor.view.state, finding)
      if (!now) return
      // Its underline goes with it, and not only when the text is checked again.
      const cleared = { from: now.from, to: now.from + words.length, findings: [] }
      editor.view.dispatch(underline(editor.view.state.tr.insertText(words, now.from, now.to), [cleared]))
    }
  }

  function note(desk: DeskNotes): void {
    draft.change({ desk })
  }
  /** Leaves a finding as it is; its reason is for the reviewer. */
  function ignore({ finding: { rule, text } }: PlacedFinding, reason: string): void {
    const by = session.person?.id
    if (by === undefined || !mayEdit()) return
    const notes = deskNotes(draft.fields.value)
    note(withIgnored(notes, { rule, text, reason, by, at: new Date().toISOString() }))
    toasts.show({ text: `“${text}” is ignored in this article.`, undo: () => lookAgain({ rule, text }) })
  }
  const lookAgain = (finding: { rule: string; text: string }): void =>
    note(withoutIgnored(deskNotes(draft.fields.value), finding))

  /** Takes a word for right in the whole library. */
  async function addWord(word: string): Promise<boolean> {
    const reply = await language.changeWords({ add: [word] })
    if (reply.ok && session.hasAnyRole('chief'))
      toasts.show({
        text: `“${word}” is in the house dictionary.`,
        undo: async () => void (await language.changeWords({ remove: [word] })),
      })
    return reply.ok
  }

  const mayAddWord = ({ finding }: PlacedFinding): boolean =>
    finding.rule === spellingRule && session.hasAnyRole('editor', 'chief')

  function fixHere(): void {
    if (open.value) return show({ ...open.value, takesFocus: true })
    const here = editor.view.hasFocus()
      ? findingAt(editor.view.state, editor.view.state.selection.head)
      : null
    if (here) showInBody(here, true)
    else step(1)
  }
  const refusal = (): string => (inOrder().length > 0 ? '' : 'Nothing is found')
  useCommand('text.next-finding', () => step(1), refusal)
  useCommand('text.previous-finding', () => step(-1), refusal)
  useCommand('text.fix-finding', fixHere, refusal)

  // What is typed into a finding makes it another one, or none.
  watch([doc, draft.fields], () => {
    const now = open.value
    if (now && now.place.in === 'body' && !placeNow(editor.view.state, now.finding)) void close()
    else if (now && now.place.in === 'field') {
      const { from = 0, to = 0, field } = now.place
      if (textOfField(draft.fields.value, field)?.slice(from, to) !== now.finding.text) void close()
    }
  })
  onScopeDispose(() => (open.value = null))

  return { open, goTo, showInBody, close, replace, ignore, lookAgain, addWord, mayAddWord }
}
export type FindingCardState = ReturnType<typeof useFindingCard>
