import type { Node as DocumentNode } from '@tiptap/pm/model'
import { Plugin, PluginKey, type EditorState, type Transaction } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import type { Finding } from '../../../../shared/checking/finding'

/** A finding with its place in the document, as it moves with what is typed around it. */
export interface UnderlinedFinding {
  finding: Finding
  from: number
  to: number
}

/** New underlines for a part of the document, in place of those it had. */
export interface Underlining {
  from: number
  to: number
  findings: readonly UnderlinedFinding[]
}

const key = new PluginKey<DecorationSet>('findings')

/**
 * Underlines findings. What is typed moves them; what they are is worked out elsewhere, when idle.
 * @param onClick a finding was clicked
 */
export const findingsPlugin = (onClick: (underlined: UnderlinedFinding) => void): Plugin<DecorationSet> =>
  new Plugin<DecorationSet>({
    key,
    state: {
      init: () => DecorationSet.empty,
      apply(transaction, set) {
        const moved = transaction.docChanged ? set.map(transaction.mapping, transaction.doc) : set
        const underlinings = transaction.getMeta(key) as readonly Underlining[] | undefined
        return underlinings ? underlinings.reduce(replaced(transaction.doc), moved) : moved
      },
    },
    props: {
      decorations: (state) => key.getState(state),
      handleClick(view, position) {
        const underlined = findingAt(view.state, position)
        if (underlined) onClick(underlined)
        return false
      },
    },
  })

const replaced =
  (doc: DocumentNode) =>
  (set: DecorationSet, { from, to, findings }: Underlining): DecorationSet =>
    set.remove(set.find(from, to)).add(
      doc,
      findings.map(({ finding, from: start, to: end }) =>
        Decoration.inline(start, end, { class: classesOf(finding) }, { finding }),
      ),
    )

const classesOf = ({ kind, severity }: Finding): string => `finding finding-${kind} finding-${severity}`

/** Has a transaction set underlines too; they are no step to be undone. */
export const underline = (transaction: Transaction, underlinings: readonly Underlining[]): Transaction =>
  transaction.setMeta(key, underlinings)

/** Everything underlined in a document, or in a part of it, in its order. */
export function underlinedIn(state: EditorState, from?: number, to?: number): UnderlinedFinding[] {
  const found = key.getState(state)?.find(from, to) ?? []
  return found
    .map((decoration) => ({
      finding: (decoration.spec as { finding: Finding }).finding,
      from: decoration.from,
      to: decoration.to,
    }))
    .sort((one, other) => one.from - other.from || one.to - other.to)
}

/** What is underlined at a position, if anything; the shortest where findings overlap. */
export function findingAt(state: EditorState, position: number): UnderlinedFinding | null {
  const [shortest = null] = underlinedIn(state, position, position).sort(
    (one, other) => one.to - one.from - (other.to - other.from),
  )
  return shortest
}

/** Where a finding stands now; null when its words were changed meanwhile. */
export function placeNow(state: EditorState, finding: Finding): UnderlinedFinding | null {
  const place = underlinedIn(state).find((one) => one.finding === finding)
  return place && state.doc.textBetween(place.from, place.to, undefined, '\n') === finding.text ? place : null
}
