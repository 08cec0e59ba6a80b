import { Editor } from '@tiptap/core'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { bodyExtensions } from '../body/extensions'
import { calmWriting, plainWriting } from './calm-writing'

let editor: Editor
beforeEach(() => {
  const content = '<p>First</p><ul><li><p>One</p></li><li><p>Two</p></li></ul><p>Last</p>'
  editor = new Editor({ extensions: bodyExtensions, content })
})
afterEach(() => editor.destroy())

const marked = (): string[] =>
  [...editor.view.dom.querySelectorAll('.current-block')].map((block) => block.textContent)

it('marks the whole block that the caret is in, and follows the caret', () => {
  editor.view.setProps(calmWriting(900))
  editor.commands.setTextSelection(2)
  expect(marked()).toEqual(['First'])
  editor.commands.setTextSelection(11)
  expect(marked()).toEqual(['OneTwo'])
  editor.commands.focus('end')
  expect(marked()).toEqual(['Last'])
  editor.commands.insertContent(' words')
  expect(marked()).toEqual(['Last words'])
})

it('marks the last block when all is chosen, and nothing any more when it is over', () => {
  editor.view.setProps(calmWriting(900))
  editor.commands.selectAll()
  expect(marked()).toEqual(['Last'])
  editor.view.setProps(plainWriting)
  expect(marked()).toEqual([])
})
