import { Extension } from '@tiptap/core'
import type { Node, ResolvedPos } from '@tiptap/pm/model'
import { NodeSelection, Plugin, Selection, type Transaction } from '@tiptap/pm/state'
import { ReplaceStep, type Step } from '@tiptap/pm/transform'
import { maximumDepth } from '../../../../../shared/article/body'

/** Whether a part of a document could be kept: nested no deeper than a body may, and no figure without a picture. */
function isKeepable(doc: Node, from: number, to: number): boolean {
  let keepable = true
  doc.nodesBetween(from, to, (node, position) => {
    const levels = doc.resolve(position).depth + (node.content.size > 0 ? 2 : 1)
    const isBlank = node.type.name === 'figure' && node.attrs.media === ''
    if (!node.isText && (levels > maximumDepth || isBlank)) keepable = false
  })
  return keepable
}

/** Whether a step only types or deletes within one line: it nests nothing, unless the line is deep already. */
function isWithinLine(step: Step, doc: Node): boolean {
  if (!(step instanceof ReplaceStep) || step.slice.openStart > 0 || step.slice.openEnd > 0) return false
  const from = doc.resolve(step.from)
  return from.parent.isTextblock && from.depth < maximumDepth - 2 && from.sameParent(doc.resolve(step.to))
}

/**
 * Whether what a transaction changed could be kept. What is inside a change may stand deeper than before though it
 * did not change itself, so the body's own blocks around it are looked at; typing looks at nothing.
 */
function changesAreKeepable({ doc, docs, steps, mapping }: Transaction): boolean {
  const start = (at: ResolvedPos): number => (at.depth > 0 ? at.before(1) : at.pos)
  const end = (at: ResolvedPos): number => (at.depth > 0 ? at.after(1) : at.pos)
  return steps.every((step, index) => {
    const before = docs[index]
    if (before && isWithinLine(step, before)) return true
    let keepable = true
    const later = mapping.slice(index + 1)
    step.getMap().forEach((_oldStart, _oldEnd, newStart, newEnd) => {
      const from = doc.resolve(later.map(newStart, -1))
      const to = doc.resolve(later.map(newEnd, 1))
      keepable &&= isKeepable(doc, start(from), end(to))
    })
    return keepable
  })
}

/** Refuses what could never be kept, and writes behind a chosen block or note instead of over it. */
export const BodyGuards = Extension.create({
  name: 'bodyGuards',
  // Before the usual keys, which would go above a chosen first block.
  priority: 200,
  addKeyboardShortcuts: () => ({
    Enter: ({ editor: { view } }) => {
      const { selection, schema } = view.state
      const paragraph = schema.nodes['paragraph']
      if (!(selection instanceof NodeSelection) || !selection.node.isBlock || !paragraph) return false
      const tr = view.state.tr.insert(selection.to, paragraph.create())
      view.dispatch(tr.setSelection(Selection.near(tr.doc.resolve(selection.to + 1))).scrollIntoView())
      return true
    },
    'Mod-Home': ({ editor }) =>
      editor.state.selection instanceof NodeSelection && editor.commands.focus('start'),
    'Mod-End': ({ editor }) =>
      editor.state.selection instanceof NodeSelection && editor.commands.focus('end'),
  }),
  addProseMirrorPlugins: () => [
    new Plugin({
      filterTransaction: (transaction) => !transaction.docChanged || changesAreKeepable(transaction),
      props: {
        handleTextInput(view, _from, _to, text) {
          const { selection, tr, schema } = view.state
          const paragraph = schema.nodes['paragraph']
          if (!(selection instanceof NodeSelection) || !paragraph) return false
          if (selection.node.isTextblock) tr.insertText(text, selection.to - 1)
          else if (selection.node.isBlock) tr.insert(selection.to, paragraph.create(null, schema.text(text)))
          else tr.insertText(text, selection.to)
          tr.setSelection(Selection.near(tr.doc.resolve(tr.mapping.map(selection.to)), -1))
          view.dispatch(tr.scrollIntoView())
          return true
        },
      },
    }),
  ],
})
