import { Plugin, PluginKey, type Transaction } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'

/** A run of the body that was found. */
export interface FoundRun {
  from: number
  to: number
  /** Whether it is the one the person is at. */
  isCurrent: boolean
}

export const highlightKey = new PluginKey<DecorationSet>('find')

/** Marks what was found. What is typed moves the marks; what they are is worked out elsewhere. */
export const highlightPlugin = (): Plugin<DecorationSet> =>
  new Plugin<DecorationSet>({
    key: highlightKey,
    state: {
      init: () => DecorationSet.empty,
      apply(transaction, set) {
        const runs = transaction.getMeta(highlightKey) as readonly FoundRun[] | undefined
        if (!runs) return transaction.docChanged ? set.map(transaction.mapping, transaction.doc) : set
        return DecorationSet.create(
          transaction.doc,
          runs.map(({ from, to, isCurrent }) =>
            Decoration.inline(from, to, { class: isCurrent ? 'find-mark find-mark-now' : 'find-mark' }),
          ),
        )
      },
    },
    props: { decorations: (state) => highlightKey.getState(state) },
  })

/** Sets the marks by a transaction that is no step to be undone. */
export const highlight = (transaction: Transaction, runs: readonly FoundRun[]): Transaction =>
  transaction.setMeta(highlightKey, runs).setMeta('addToHistory', false)
