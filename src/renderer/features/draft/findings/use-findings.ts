import type { Node as DocumentNode } from '@tiptap/pm/model'
import { computed, onScopeDispose, shallowRef, watch } from 'vue'
import { deskNotes } from '../../../../shared/article/content'
import { isIgnored } from '../../../../shared/checking/ignored'
import { useCommand } from '../../../commands/use-commands'
import { useLanguage } from '../../language'
import { changedRun, whenIdle } from '../../preview'
import type { BodyEditor } from '../body/use-body-editor'
import type { Draft } from '../draft-store'
import { createCheckedTexts, type PlacedFinding } from './checked-texts'
import { findingsPlugin, underline, type UnderlinedFinding, type Underlining } from './findings-plugin'

/** How long nothing has to be typed before the text is checked, in milliseconds. */
const quiet = 300

/**
 * What is found in an article while it is written: misspelt words, breaches of the house style, placeholders. All of
 * it is worked out when nothing is typed, by a worker, and only for what changed.
 * @param onClick a finding in the body was clicked
 */
export function useFindings(
  draft: Draft,
  body: BodyEditor,
  onClick: (underlined: UnderlinedFinding) => void,
) {
  const language = useLanguage()
  const { editor } = body
  const found = shallowRef<readonly PlacedFinding[]>([])
  /** Why something is not checked, in words. */
  const note = shallowRef<string | null>(null)
  /** Whether spelling is checked here, so that the browser's own check would be in the way. */
  const spells = computed(() => language.spellingOn && note.value === null)

  let texts = createCheckedTexts((text) => language.checker.check(text))
  let isPrepared = false
  /** The blocks as they were last underlined. */
  let underlined: readonly DocumentNode[] = []
  /** A block in which a word is left alone because it is still being typed. */
  let waiting: DocumentNode | null = null
  let isWorking = false
  let isGone = false

  const ignored = computed(() => deskNotes(draft.fields.value).ignored)
  const shown = (all: readonly PlacedFinding[]): PlacedFinding[] =>
    all.filter(({ finding }) => !isIgnored(finding, ignored.value))

  async function work(): Promise<void> {
    if (isWorking || isGone || !language.loaded) return
    isWorking = true
    const { lang, category } = draft.fields.value
    if (!isPrepared) {
      isPrepared = true
      note.value = await language.prepare({ lang, category })
      texts = createCheckedTexts((text) => language.checker.check(text))
      underlined = []
    }
    const doc = body.doc.value
    const inFields = await texts.inFields(draft.fields.value)
    await texts.checkBody(doc, () => isPrepared && !isGone)
    isWorking = false
    if (isGone) return
    // What was typed meanwhile is looked at after the next pause; a half-composed word is left in peace.
    if (!isPrepared || doc !== body.doc.value || editor.view.composing) return idle.soon()
    show(doc, inFields)
  }

  function show(doc: DocumentNode, inFields: readonly PlacedFinding[]): void {
    const all: PlacedFinding[] = [...shown(inFields)]
    const starts: number[] = []
    doc.forEach((block, start) => {
      starts.push(start)
      all.push(...shown(texts.inBlock(block, start)))
    })
    found.value = all
    underlineChanged(doc, starts)
  }

  function underlineChanged(doc: DocumentNode, starts: readonly number[]): void {
    const run = changedRun(underlined, doc.children)
    const changed = new Set(doc.children.slice(run?.start ?? 0, (run?.start ?? 0) + (run?.added ?? 0)))
    if (waiting) changed.add(waiting)
    waiting = null
    const caret = caretOf()
    const underlinings: Underlining[] = []
    doc.forEach((block, start, place) => {
      if (!changed.has(block)) return
      const findings = shown(texts.inBlock(block, starts[place] ?? start)).flatMap(
        ({ finding, place: at }) => {
          if (at.in !== 'body' || at.attribute !== null) return []
          // A word is not wrong before it is whole.
          if (finding.kind === 'spelling' && at.to === caret) {
            waiting = block
            return []
          }
          return [{ finding, from: at.from, to: at.to }]
        },
      )
      underlinings.push({ from: start, to: start + block.nodeSize, findings })
    })
    underlined = doc.children
    if (underlinings.length > 0) editor.view.dispatch(underline(editor.view.state.tr, underlinings))
  }

  const caretOf = (): number | null => {
    const { selection } = editor.view.state
    return editor.view.hasFocus() && selection.empty ? selection.head : null
  }

  const idle = whenIdle(() => void work(), quiet)
  /** Everything is checked anew: what it is checked with is different. */
  function again(): void {
    isPrepared = false
    idle.soon()
  }
  /** Everything is underlined anew. */
  function showAgain(): void {
    underlined = []
    idle.soon()
  }

  editor.registerPlugin(findingsPlugin(onClick))
  const caretMoved = (): void => {
    if (waiting) idle.soon()
  }
  editor.on('selectionUpdate', caretMoved)
  watch([body.doc, draft.fields], () => idle.soon())
  watch(ignored, showAgain)
  watch(
    [
      () => draft.fields.value.lang,
      () => draft.fields.value.category,
      () => language.rules,
      () => language.dictionaries,
      () => language.spellingOn,
      () => language.styleOn,
    ],
    again,
  )
  watch(() => language.loaded, again, { immediate: true })
  useCommand('view.spelling', () => (language.spellingOn = !language.spellingOn))
  useCommand('view.house-style', () => (language.styleOn = !language.styleOn))
  onScopeDispose(() => {
    isGone = true
    idle.stop()
    editor.off('selectionUpdate', caretMoved)
  })

  return { found, note, spells, ignored }
}
export type Findings = ReturnType<typeof useFindings>
