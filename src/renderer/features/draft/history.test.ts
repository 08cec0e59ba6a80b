import { Editor } from '@tiptap/core'
import { closeHistory, redo, undo, undoDepth } from '@tiptap/pm/history'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { emptyContent } from '../../../shared/article/content'
import { bodyExtensions } from './body/extensions'
import { createHistory, type History } from './history'
import { changedFields, splitContent, type Fields } from './text'

let now: number
let fields: Fields
let editor: Editor
let history: History

/** What the article says: its body and the fields that the tests change. */
const article = (): unknown => ({
  fields: JSON.parse(JSON.stringify(fields)) as unknown,
  body: editor.getJSON(),
})

function change(changes: Partial<Fields>): void {
  const before = fields
  fields = changedFields(before, changes, false)
  history.noteFields(before, fields, changes)
}
const type = (text: string, at = editor.state.doc.content.size - 1): void => {
  editor.view.dispatch(editor.state.tr.insertText(text, at))
}

beforeEach(() => {
  now = 1_000_000
  fields = splitContent(emptyContent('en')).fields
  editor = new Editor({
    extensions: bodyExtensions,
    content: '<p>Words</p>',
    onTransaction: ({ transaction }) => {
      if (transaction.docChanged) history.noteBody(undoDepth(editor.state))
    },
  })
  history = createHistory({
    showFields: (earlier) => (fields = { ...fields, ...earlier }),
    place: () => null,
    now: () => now,
  })
  history.undoBodyBy({
    undo: () => void undo(editor.state, (tr) => editor.view.dispatch(tr)),
    redo: () => void redo(editor.state, (tr) => editor.view.dispatch(tr)),
    close: () => editor.view.dispatch(closeHistory(editor.state.tr)),
  })
})
afterEach(() => editor.destroy())

describe('the history of an article', () => {
  it('takes back the last change, wherever it was made', () => {
    type(' typed')
    change({ category: 'news' })
    type(' on')
    expect(history.undo()?.groups).toBe(1)
    expect(editor.getText()).toBe('Words typed')
    expect(fields.category).toBe('news')
    expect(history.undo()?.after).toEqual({ category: 'news' })
    expect(fields.category).toBeNull()
    expect(editor.getText()).toBe('Words typed')
    history.undo()
    expect(editor.getText()).toBe('Words')
    expect(history.undo()).toBeNull()
    for (let step = 0; step < 3; step += 1) history.redo()
    expect(editor.getText()).toBe('Words typed on')
    expect(fields.category).toBe('news')
    expect(history.redo()).toBeNull()
  })

  it('takes typing back as one until it pauses or goes to another text', () => {
    change({ headline: 'A' })
    change({ headline: 'A b' })
    now += 600
    change({ headline: 'A bridge' })
    change({ search: { ...fields.search, title: 'x' } })
    change({ search: { ...fields.search, title: 'xy' } })
    history.undo()
    expect(fields.search.title).toBe('')
    history.undo()
    expect(fields).toMatchObject({ headline: 'A b', slug: { text: 'a-b' } })
    history.undo()
    expect(fields).toMatchObject({ headline: '', slug: { text: '', follows: true } })
    expect(history.last.value).toBeNull()
  })

  it('keeps choices apart however quickly they follow one another', () => {
    change({ tags: ['one'] })
    change({ tags: ['one', 'two'] })
    change({ category: 'news' })
    change({ category: 'sports' })
    history.undo()
    expect(fields.category).toBe('news')
    history.undo()
    history.undo()
    expect(fields.tags).toEqual(['one'])
  })

  it('begins a step when typing goes on after an undo', () => {
    change({ headline: 'A' })
    now += 600
    change({ headline: 'AB' })
    history.undo()
    change({ headline: 'AC' })
    expect(history.redo()).toBeNull()
    history.undo()
    expect(fields.headline).toBe('A')
  })

  it('takes a whole other text back in one step', () => {
    type(' typed')
    const before = fields
    history.asOne(() => {
      editor.commands.setContent('<p>Restored</p>')
      fields = { ...fields, headline: 'Restored', standfirst: 'too' }
      history.noteFields(before, fields, {})
    })
    type(' and typed')
    history.undo()
    expect(editor.getText()).toBe('Restored')
    history.undo()
    expect(editor.getText()).toBe('Words typed')
    expect(fields.headline).toBe('')
    history.redo()
    expect(editor.getText()).toBe('Restored')
    expect(fields.headline).toBe('Restored')
  })

  it('never brings back what it was told to forget', () => {
    type(' stale')
    change({ headline: 'stale' })
    editor.commands.setContent('<p>Theirs</p>')
    history.forget()
    expect(history.undo()).toBeNull()
    type(' and mine')
    history.undo()
    expect(editor.getText()).toBe('Theirs')
    expect(history.undo()).toBeNull()
  })

  it('forgets fields that changed before the oldest group the body remembers', () => {
    change({ headline: 'first' })
    for (let group = 0; group < 540; group += 1) {
      editor.view.dispatch(closeHistory(editor.state.tr))
      type('x')
    }
    let steps = 0
    while (history.undo()) steps += 1
    expect(steps).toBeGreaterThan(490)
    expect(undoDepth(editor.state)).toBe(0)
    expect(fields.headline).toBe('first')
  })
})

const edit = fc.oneof(
  fc.record({ kind: fc.constant('headline' as const), text: fc.string({ maxLength: 6 }) }),
  fc.record({ kind: fc.constant('category' as const), text: fc.constantFrom('news', 'sports') }),
  fc.record({ kind: fc.constant('tags' as const), text: fc.string({ minLength: 1, maxLength: 4 }) }),
  fc.record({ kind: fc.constant('body' as const), text: fc.string({ minLength: 1, maxLength: 6 }) }),
  fc.record({ kind: fc.constant('delete' as const), text: fc.constant('') }),
  fc.record({ kind: fc.constant('put' as const), text: fc.string({ minLength: 1, maxLength: 6 }) }),
  fc.record({ kind: fc.constant('wait' as const), text: fc.constant('') }),
  fc.record({ kind: fc.constant('undo' as const), text: fc.constant('') }),
  fc.record({ kind: fc.constant('redo' as const), text: fc.constant('') }),
)

function make({ kind, text }: { kind: string; text: string }): void {
  const { size } = editor.state.doc.content
  if (kind === 'headline') change({ headline: text })
  else if (kind === 'category') change({ category: text })
  else if (kind === 'tags') change({ tags: [...fields.tags, text] })
  else if (kind === 'body') type(text, Math.max(1, size - 1))
  else if (kind === 'delete') editor.view.dispatch(editor.state.tr.delete(1, Math.max(1, size - 2)))
  else if (kind === 'wait') now += 600
  else if (kind === 'undo') history.undo()
  else if (kind === 'redo') history.redo()
  else {
    const before = fields
    history.asOne(() => {
      editor.commands.setContent({
        type: 'doc',
        content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
      })
      fields = { ...fields, standfirst: text }
      history.noteFields(before, fields, {})
    })
  }
}

it('comes back to the start when everything is undone, and to the end when everything is redone', () => {
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 30 }), (edits) => {
      while (history.undo()) continue
      const start = article()
      history.forget()
      edits.forEach(make)
      while (history.redo()) continue
      const end = article()
      while (history.undo()) continue
      expect(article()).toEqual(start)
      while (history.redo()) continue
      expect(article()).toEqual(end)
    }),
    { numRuns: 150 },
  )
})
