import { NodeSelection } from '@tiptap/pm/state'
import { describe, expect, it } from 'vitest'
import { bodySchema, type Block } from '../../../../../shared/article/body'
import { openBody, type TestedBody } from '../testing/body-editor'
import { blockAt, chosenBlocks } from './chosen-blocks'
import { moveBlocks } from './move-blocks'
import { turnBlocks, type BlockKind } from './turn-blocks'

/** A body in short: the names of its blocks with their words. */
const short = (body: TestedBody): string[] =>
  body.editor.state.doc.children.map((block) => `${block.type.name} ${block.textContent}`.trim())

function turn(body: TestedBody, kind: BlockKind): boolean {
  const { view } = body.editor
  const range = blockAt(view.state, 0)
  const transaction = range && turnBlocks(view.state, range, kind)
  if (transaction) view.dispatch(transaction)
  return transaction !== null
}

describe('blocks', () => {
  it('are turned with all their words', () => {
    const pullQuote: Block = {
      type: 'pullQuote',
      attrs: { attribution: 'Ada' },
      content: [{ type: 'text', text: 'Said' }],
    }
    const quoted = openBody([pullQuote])
    turn(quoted, 'paragraph')
    expect(short(quoted)).toEqual(['paragraph Said', 'paragraph Ada'])

    const boxed = openBody('<ul><li><p>One</p><ul><li><p>Two</p></li></ul></li></ul>')
    turn(boxed, 'fact-box')
    expect(short(boxed)).toEqual(['factBox OneTwo'])
    turn(boxed, 'numbers')
    expect(boxed.editor.getHTML()).toBe(
      '<ol><li><p dir="auto">One</p></li><li><p dir="auto">Two</p></li></ol>',
    )
    expect(turn(boxed, 'numbers')).toBe(false)
    expect(turn(openBody('<hr><p>x</p>'), 'quote')).toBe(false)
  })

  it('move as items within their list, and with the list where they are alone', () => {
    const body = openBody('<p>Above</p><ul><li><p>One</p></li><li><p>Two</p></li></ul>')
    const move = (step: -1 | 1): void => {
      const { view } = body.editor
      const range = chosenBlocks(view.state.selection)
      const transaction = range && moveBlocks(view.state, range, step)
      if (transaction) view.dispatch(transaction)
    }
    body.editor.commands.setTextSelection(body.editor.state.doc.content.size - 3)
    move(-1)
    move(-1)
    expect(short(body)).toEqual(['paragraph Above', 'bulletList TwoOne'])
    body.editor.commands.setContent('<p>Above</p><ul><li><p>Only</p></li></ul>')
    body.editor.commands.setTextSelection(11)
    move(-1)
    expect(short(body)).toEqual(['bulletList Only', 'paragraph Above'])
  })

  it('that are chosen are written behind, not over', () => {
    const body = openBody('<hr><p>After</p>')
    body.editor.commands.setNodeSelection(0)
    body.type('New')
    expect(short(body)).toEqual(['horizontalRule', 'paragraph New', 'paragraph After'])
    body.editor.commands.setNodeSelection(0)
    body.press('Enter')
    expect(short(body)).toEqual(['horizontalRule', 'paragraph', 'paragraph New', 'paragraph After'])
  })

  it('nest no deeper than a body may', () => {
    const body = openBody('<p>Deep</p>')
    for (let level = 0; level < 30; level += 1) body.editor.commands.wrapIn('blockquote')
    body.type('er')
    expect(bodySchema.safeParse(body.editor.getJSON()).success).toBe(true)
    expect(body.editor.state.selection.$from.depth).toBe(15)
  })
})

describe('what is typed in Markdown', () => {
  it('becomes a link, and words again with Backspace', () => {
    const body = openBody('<p></p>')
    body.type('See [the pier](example.org)')
    expect(body.editor.getText()).toBe('See the pier')
    expect(body.editor.getHTML()).toContain('href="https://example.org">the pier</a>')
    body.press('Backspace')
    expect(body.editor.getText()).toBe('See [the pier](example.org)')
  })

  it('stays as it is where a page may not link to it', () => {
    const body = openBody('<p></p>')
    body.type('[x](javascript:alert(1)')
    body.type(')')
    expect(body.editor.getHTML()).not.toContain('<a')
  })

  it('becomes headings, lists and a divider', () => {
    const typed = (text: string): string => {
      const body = openBody('<p></p>')
      body.type(text)
      return short(body)[0] ?? ''
    }
    expect(typed('## Head')).toBe('heading Head')
    expect(typed('- Item')).toBe('bulletList Item')
    expect(typed('1. Item')).toBe('orderedList Item')
    expect(typed('> Said')).toBe('blockquote Said')
    expect(typed('---')).toBe('horizontalRule')
  })
})

describe('the slash menu', () => {
  it('takes an offer in place of what was typed', () => {
    const body = openBody('<p></p>')
    body.type('/divi')
    body.press('Enter')
    expect(short(body)[0]).toBe('horizontalRule')
    expect(body.editor.getText()).not.toContain('/')
  })

  it('does not open inside a word, and Escape leaves the slash', () => {
    const body = openBody('<p></p>')
    body.type('and/or')
    body.press('Enter')
    expect(short(body)).toEqual(['paragraph and/or', 'paragraph'])
    body.type('/tab')
    body.press('Escape')
    body.press('Enter')
    expect(short(body)).toEqual(['paragraph and/or', 'paragraph /tab', 'paragraph'])
    expect(body.editor.state.selection).not.toBeInstanceOf(NodeSelection)
  })
})
