import type { Editor } from '@tiptap/core'
import type { Transaction } from '@tiptap/pm/state'
import { isPaste, type Range } from './insert-blocks'

/** A range of the document that is kept while the text around it changes. */
export interface FollowedRange {
  now(): Range
  stop(): void
}

/** What is typed at the range meanwhile stands behind it; what was pasted there before stands in front of it. */
export function followRange(editor: Editor, { from, to }: Range): FollowedRange {
  const replaced = editor.view.state.doc.slice(from, to)
  let now = { from, to }
  const follow = ({ transaction }: { transaction: Transaction }): void => {
    if (!transaction.docChanged) return
    const side = isPaste(transaction) ? 1 : -1
    const start = transaction.mapping.map(now.from, side)
    now = { from: start, to: Math.max(start, transaction.mapping.map(now.to, side)) }
    // Words that somebody typed over the range are not to be replaced.
    if (now.from < now.to && !transaction.doc.slice(now.from, now.to).eq(replaced)) now.to = now.from
  }
  editor.on('transaction', follow)
  return { now: () => now, stop: () => void editor.off('transaction', follow) }
}
