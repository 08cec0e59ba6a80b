import { createTable } from '@tiptap/extension-table'
import type { Node, ResolvedPos } from '@tiptap/pm/model'
import { Selection, TextSelection } from '@tiptap/pm/state'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arbitraryBody, generatedIds } from '../../../../../shared/article/arbitraries'
import { bodySchema, type Block } from '../../../../../shared/article/body'
import { insertFigures } from '../blocks/galleries'
import { insertBlocks } from '../blocks/insert-block'
import { openBody, type TestedBody } from '../testing/body-editor'
import { bodyCommands, slashCommands } from './body-commands'
import { matchingCommands, nameOf } from './body-command'

/** Answers what was asked as a dialog would. */
function answer({ editor: { view, schema }, asked }: TestedBody): void {
  const { embedCard, relatedArticle, figure } = schema.nodes
  const pictures = generatedIds.pictures.map((media) => figure!.create({ media }))
  if (asked === 'card')
    view.dispatch(insertBlocks(view.state, [embedCard!.create({ url: 'https://example.org/', title: '' })]))
  else if (asked === 'related')
    view.dispatch(insertBlocks(view.state, [relatedArticle!.create({ article: generatedIds.articles[0] })]))
  else if (asked === 'table') view.dispatch(insertBlocks(view.state, [createTable(schema, 2, 2, true)]))
  else if (asked === 'pictures' || asked === 'gallery')
    view.dispatch(insertFigures(view.state, pictures, asked === 'gallery'))
}

/**
 * Notes without marks, on them or in them: a mark on the text around a note reaches into it, and taking it back
 * takes the note's own along (AddMarkStep.invert of prosemirror-transform knows nothing of what was marked before).
 */
const withPlainNotes = (node: Json, inNote = node.type === 'footnote'): Json => ({
  ...node,
  ...(inNote && { marks: undefined }),
  ...(node.content && {
    content: node.content.map((inner) => withPlainNotes(inner, inNote || inner.type === 'footnote')),
  }),
})
interface Json {
  type: string
  content?: Json[]
  marks?: unknown
}

const keys = ['Enter', 'Backspace', 'Delete', 'Tab', 'Escape']
const action = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...bodyCommands).map((command) => ({ command })) },
  { weight: 3, arbitrary: fc.constantFrom(...keys).map((key) => ({ key })) },
  { weight: 2, arbitrary: fc.constantFrom('words', '- ', '## ', '> ', '1. ').map((text) => ({ text })) },
  // Places as parts of the whole, since nobody knows yet how long the text will be.
  { weight: 6, arbitrary: fc.record({ from: fc.nat(999), to: fc.nat(999) }) },
)
type Action = typeof action extends fc.Arbitrary<infer A> ? A : never

/** A note is chosen as a whole: the caret never stands in one. */
function outsideNotes(doc: Node, position: number): ResolvedPos {
  const at = doc.resolve(Math.floor(position))
  return at.parent.type.name === 'footnote' ? doc.resolve(at.before()) : at
}

function act(body: TestedBody, done: Action): void {
  const { view } = body.editor
  if ('command' in done) {
    body.asked = null
    if (done.command.fits?.(body.editor) !== false) void done.command.run(body)
    answer(body)
  } else if ('key' in done) body.press(done.key)
  else if ('text' in done) body.type(done.text)
  else {
    const { doc, tr } = view.state
    const [from, to] = [done.from, done.to].map((part) => outsideNotes(doc, (part * doc.content.size) / 999))
    view.dispatch(tr.setSelection(done.to % 2 ? TextSelection.between(from!, to!) : Selection.near(from!)))
  }
}

describe('the commands of the body', { timeout: 60_000 }, () => {
  it('always leave a body that can be kept, and are undone and redone as a whole', () => {
    fc.assert(
      fc.property(arbitraryBody, fc.array(action, { minLength: 3, maxLength: 12 }), (start, actions) => {
        const body = openBody(withPlainNotes(start as Json).content as Block[])
        const first = body.editor.getJSON()
        for (const one of actions) {
          act(body, one)
          const checked = bodySchema.safeParse(body.editor.getJSON())
          expect(checked.error?.issues ?? []).toEqual([])
        }
        const last = body.editor.getJSON()
        body.undoAll()
        expect(body.editor.getJSON()).toEqual(first)
        body.redoAll()
        expect(body.editor.getJSON()).toEqual(last)
        body.editor.destroy()
      }),
      { numRuns: 40 },
    )
  })

  it('are found by their names first, then by other words for them', () => {
    const found = (typed: string): string[] => matchingCommands(slashCommands, typed).map(nameOf)
    expect(found('tab')[0]).toBe('Table')
    expect(found('image')).toEqual(['Picture', 'Gallery'])
    expect(found('embed')).toEqual(['Link card'])
    expect(found('pull quo')).toEqual(['Pull quote'])
    expect(found('nothing of the kind')).toEqual([])
    expect(found('')).toHaveLength(slashCommands.length)
  })
})
