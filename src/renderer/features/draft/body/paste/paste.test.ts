import { Editor } from '@tiptap/core'
import { undo, undoDepth } from '@tiptap/pm/history'
import { Fragment, Slice } from '@tiptap/pm/model'
import { TextSelection } from '@tiptap/pm/state'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { arbitraryBody } from '../../../../../shared/article/arbitraries'
import { bodySchema, type Block } from '../../../../../shared/article/body'
import { readClipping } from '../../../../../shared/html/read-clipping'
import { err, ok } from '../../../../../shared/kernel/result'
import { createFakeGalley, fakeAdded } from '../../../../testing/fake-galley'
import { bodyExtensions } from '../extensions'
import { isOurs, type Clipboard } from './clipboard'
import type { ClippingReader, Reading } from './clipping-reader'
import { followRange } from './follow-range'
import { insertBlocks } from './insert-blocks'
import { checkedSlice } from './own-slice'
import { fileOf } from './picture-data'
import { noticeOf } from './paste-notice'
import { takeClipping } from './take-clipping'

let editor: Editor
const event = new Event('paste')
const open = (html: string): void => {
  editor = new Editor({ extensions: bodyExtensions, content: html, injectCSS: false })
}
/** Where a text begins in the document. */
const at = (text: string): number => {
  let found = -1
  editor.view.state.doc.descendants((node, position) => {
    if (node.isText && node.text?.includes(text)) found = position + node.text.indexOf(text)
  })
  return found
}
const caret = (position: number): { from: number; to: number } => {
  editor.view.dispatch(
    editor.view.state.tr.setSelection(TextSelection.create(editor.view.state.doc, position)),
  )
  return { from: position, to: position }
}
const blocksOf = (html: string): Block[] => {
  const clipping = readClipping(html)
  return clipping.ok ? clipping.value.blocks : []
}
const paste = (html: string, position: number): boolean =>
  insertBlocks(editor.view, blocksOf(html), caret(position), event)
const html = (): string => editor.getHTML().replaceAll(' dir="auto"', '')

beforeEach(() => open('<p>Before after</p>'))
afterEach(() => editor.destroy())

describe('what was pasted', () => {
  it('stays in the sentence when it is a part of one', () => {
    paste('<p>the <b>tide</b> and</p>', at('after'))
    expect(html()).toBe('<p>Before the <strong>tide</strong> andafter</p>')
  })

  it('joins the text at both ends when it is several paragraphs', () => {
    paste('<p>one</p><p>two</p>', at('after'))
    expect(html()).toBe('<p>Before one</p><p>twoafter</p>')
  })

  it('is at home in headings, list items, cells and fact boxes', () => {
    open('<h2>Head</h2><ul><li><p>Item</p></li></ul><table><tr><td><p>Cell</p></td></tr></table>')
    paste('<p>X</p>', at('Head') + 4)
    paste('<p>Y</p>', at('Item') + 4)
    paste('<p>Z</p>', at('Cell') + 4)
    expect(html()).toContain('<h2>HeadX</h2>')
    expect(html()).toContain('<li><p>ItemY</p></li>')
    expect(html()).toContain('<p>CellZ</p>')
    paste('<ul><li>A</li><li>B</li></ul>', at('ItemY') + 5)
    expect(html()).toContain('<li><p>ItemYA</p></li><li><p>B</p></li>')
  })

  it('stays whole when it is a quote, a box or a table', () => {
    paste('<blockquote><p>Quoted</p></blockquote>', at('after'))
    expect(html()).toBe('<p>Before </p><blockquote><p>Quoted</p></blockquote><p>after</p>')
    paste('<table><tr><td>a</td><td>b</td></tr></table>', at('after') + 2)
    expect(html()).toMatch(/<p>af<\/p><table.*<p>b<\/p>.*<\/table><p>ter<\/p>$/)
  })

  it('is one step of the body’s history, apart from what was typed around it', () => {
    editor.commands.insertContentAt(1, 'Typed. ')
    const depth = undoDepth(editor.view.state)
    paste('<p>pasted</p>', at('after'))
    editor.view.dispatch(editor.view.state.tr.insertText('!'))
    expect(undoDepth(editor.view.state)).toBe(depth + 2)
    undo(editor.view.state, (tr) => editor.view.dispatch(tr))
    expect(html()).toBe('<p>Typed. Before pastedafter</p>')
    undo(editor.view.state, (tr) => editor.view.dispatch(tr))
    expect(html()).toBe('<p>Typed. Before after</p>')
  })

  it('never nests deeper than a body may', () => {
    open('<blockquote>'.repeat(13) + '<p>deep</p>' + '</blockquote>'.repeat(13))
    expect(paste('<ul><li><blockquote><p>x</p></blockquote></li></ul>', at('deep'))).toBe(false)
    expect(bodySchema.safeParse(editor.getJSON()).success).toBe(true)
  })

  it('leaves a body that can be kept, wherever it is put', () => {
    fc.assert(
      fc.property(arbitraryBody, arbitraryBody, fc.nat(), (body, pasted, place) => {
        editor.commands.setContent(body as object)
        const { doc } = editor.view.state
        const near = TextSelection.near(doc.resolve(place % doc.content.size))
        editor.view.dispatch(editor.view.state.tr.setSelection(near))
        insertBlocks(editor.view, pasted.content, near, event)
        expect(bodySchema.safeParse(editor.getJSON()).success).toBe(true)
      }),
      { numRuns: 60 },
    )
  }, 60_000)
})

describe('while something is read', () => {
  it('what is typed at its place follows it, and pastes stay in their order', () => {
    const range = caret(at('after'))
    const first = followRange(editor, range)
    const second = followRange(editor, range)
    editor.view.dispatch(editor.view.state.tr.insertText('typed '))
    insertBlocks(editor.view, blocksOf('<p>one </p>'), first.now(), event)
    insertBlocks(editor.view, blocksOf('<p>two </p>'), second.now(), event)
    expect(editor.getText()).toBe('Before onetwotyped after')
    first.stop()
    second.stop()
  })

  it('words typed over the chosen ones are not replaced', () => {
    const followed = followRange(editor, { from: 1, to: 7 })
    editor.view.dispatch(editor.view.state.tr.insertText('Long', 1, 7))
    expect(followed.now()).toEqual({ from: 1, to: 1 })
    followed.stop()
  })
})

describe('a clipping of another program', () => {
  const picture = (name: string): File => new File(['x'], name, { type: 'image/png' })
  const clipboard = (more: Partial<Clipboard>): Clipboard => ({
    html: '<p>x</p>',
    plain: '',
    rtf: '',
    pictures: [],
    ...more,
  })
  const reader = (reading: Reading): ClippingReader => ({
    read: () => Promise.resolve(reading),
    stop: () => undefined,
  })
  const added: File[] = []
  const take = (reading: Reading, board: Clipboard) =>
    takeClipping(editor, board, caret(at('after')), event, {
      galley: createFakeGalley({
        'media.add': ({ name }) =>
          Promise.resolve(
            name === 'bad'
              ? err({ code: 'picture-refused', name, reason: 'it is not a picture' })
              : ok(fakeAdded('a')),
          ),
      }),
      reader: reader(reading),
      addPictures: (files) => added.push(...files),
      mayEdit: () => true,
      tell: () => undefined,
    })
  const figure = (standIn: string, caption = ''): Block => ({
    type: 'figure',
    attrs: { media: standIn, alt: '', decorative: false, caption, credit: '', width: 'text' },
  })

  it('has its pictures stored, and keeps the caption of one that cannot be', async () => {
    const [one, two] = ['0'.repeat(64), '1'.repeat(64)] as const
    const taken = await take(
      ok({
        blocks: [figure(one), { type: 'blockquote', content: [figure(two, 'The pier')] }],
        pictures: [
          { standIn: one, file: picture('good') },
          { standIn: two, file: picture('bad') },
        ],
        hasWords: true,
        left: ['styles'],
        changed: [],
      }),
      clipboard({}),
    )
    expect(html()).toContain(`data-media="${'a'.repeat(64)}"`)
    expect(html()).toContain('<blockquote><p>The pier</p></blockquote>')
    expect(taken).toMatchObject({ left: ['styles'], failure: { code: 'picture-refused', name: 'bad' } })
  })

  it('is a picture when nothing else came along', async () => {
    added.length = 0
    const reading = ok({ blocks: [], pictures: [], hasWords: false, left: [], changed: [] })
    await take(reading, clipboard({ pictures: [picture('copied.png')] }))
    expect(added.map(({ name }) => name)).toEqual(['copied.png'])
    expect(editor.getText()).toBe('Before after')
  })

  it('comes as plain text where it cannot be read', async () => {
    const taken = await take(err('it takes too long to read'), clipboard({ plain: 'plain words ' }))
    expect(editor.getText()).toBe('Before plain words after')
    expect(taken?.changed).toEqual(['Pasted as plain text: it takes too long to read.'])
  })
})

describe('what is copied out of a body', () => {
  it('is known', () => {
    expect(isOurs('<meta charset="utf-8"><p data-pm-slice="1 1 []">x</p>')).toBe(true)
    expect(isOurs('<p>x</p>')).toBe(false)
    expect(isOurs('<p data-pm-slice="1 1 []" style="color:red">x</p>')).toBe(false)
  })

  it('stays as it is when it is valid, and loses what no body may hold', () => {
    const { schema } = editor
    const good = schema.nodeFromJSON({ type: 'paragraph', content: [{ type: 'text', text: 'x' }] })
    const bad = schema.nodeFromJSON({ type: 'embedCard', attrs: { url: 'javascript:alert(1)', title: '' } })
    const slice = new Slice(Fragment.from([good]), 1, 1)
    expect(checkedSlice(slice)).toBe(slice)
    expect(checkedSlice(new Slice(Fragment.from([good, bad]), 0, 0)).content.childCount).toBe(1)
    const row = schema.nodeFromJSON({
      type: 'tableRow',
      content: [{ type: 'tableCell', content: [{ type: 'paragraph' }] }],
    })
    expect(checkedSlice(new Slice(Fragment.from(row), 0, 0)).content.childCount).toBe(1)
  })
})

it('reads the pictures that data addresses hold', async () => {
  const file = fileOf('data:image/png;base64,aGVsbG8=', 'one')
  expect(file).toMatchObject({ name: 'one', type: 'image/png' })
  expect(await file?.text()).toBe('hello')
  expect(fileOf('data:image/jpeg;base64,###', 'x')).toBeNull()
  expect(fileOf('data:text/html,<b>', 'x')).toBeNull()
  expect(await fileOf({ type: 'image/png', hex: '6869' }, 'x')?.text()).toBe('hi')
})

it('says in one line what was left out', () => {
  expect(noticeOf([], [])).toBeNull()
  expect(noticeOf(['styles', '2 comments', '1 bookmark'], [])).toBe(
    'Pasted without styles, 2 comments and 1 bookmark.',
  )
})
