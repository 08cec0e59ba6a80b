import { describe, expect, it } from 'vitest'
import { bodySchema, emptyBody, maximumDepth } from './body'
import { bodyLines, countPictures } from './body-text'

const doc = (...content: unknown[]): unknown => ({ type: 'doc', content })
const text = (value: string, ...marks: unknown[]): unknown => ({
  type: 'text',
  text: value,
  ...(marks.length > 0 && { marks }),
})
const paragraph = (...content: unknown[]): unknown => ({ type: 'paragraph', content })
const media = 'a'.repeat(64)
const figure = {
  type: 'figure',
  attrs: { media, alt: 'A boat', decorative: false, caption: 'Boat', credit: 'Us', width: 'text' },
}
const accepts = (body: unknown): boolean => bodySchema.safeParse(body).success

const whole = doc(
  paragraph(
    text('Bold', { type: 'bold' }),
    { type: 'hardBreak' },
    { type: 'footnote', content: [text('A note')] },
  ),
  { type: 'heading', attrs: { level: 2 }, content: [text('Head')] },
  { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph(text('one'))] }] },
  {
    type: 'orderedList',
    attrs: { start: 3, type: null },
    content: [{ type: 'listItem', content: [paragraph(text('two'))] }],
  },
  { type: 'blockquote', content: [paragraph(text('quoted'))] },
  { type: 'pullQuote', attrs: { attribution: 'Somebody' }, content: [text('pulled')] },
  figure,
  { type: 'gallery', content: [figure, figure] },
  {
    type: 'table',
    content: [
      {
        type: 'tableRow',
        content: [
          {
            type: 'tableHeader',
            attrs: { colspan: 1, rowspan: 1, colwidth: null },
            content: [paragraph(text('cell'))],
          },
        ],
      },
    ],
  },
  { type: 'factBox', attrs: { title: 'Facts' }, content: [paragraph(text('fact'))] },
  { type: 'embedCard', attrs: { url: 'https://example.org/v', title: 'A film' } },
  { type: 'relatedArticle', attrs: { article: '01ARZ3NDEKTSV4RRFFQ69G5FAV' } },
  { type: 'horizontalRule' },
)

describe('the body document', () => {
  it('takes every block and mark the house knows', () => {
    expect(accepts(whole)).toBe(true)
    expect(accepts(emptyBody())).toBe(true)
    for (const type of ['bold', 'italic', 'strike', 'subscript', 'superscript'])
      expect(accepts(doc(paragraph(text('x', { type }))))).toBe(true)
    expect(accepts(doc(paragraph(text('x', { type: 'link', attrs: { href: 'https://example.org' } }))))).toBe(
      true,
    )
  })

  it.each([
    ['an unknown block', doc({ type: 'script', content: [text('x')] })],
    ['an unknown mark', doc(paragraph(text('x', { type: 'underline' })))],
    ['a script address', doc(paragraph(text('x', { type: 'link', attrs: { href: 'javascript:alert(1)' } })))],
    ['an extra attribute', doc({ type: 'paragraph', attrs: { onclick: 'x' } })],
    [
      'an extra link attribute',
      doc(paragraph(text('x', { type: 'link', attrs: { href: '/', target: '_blank' } }))),
    ],
    ['a heading of level 1', doc({ type: 'heading', attrs: { level: 1 } })],
    [
      'a card without a web address',
      doc({ type: 'embedCard', attrs: { url: 'data:text/html,x', title: '' } }),
    ],
    ['a picture that is no hash', doc({ ...figure, attrs: { ...figure.attrs, media: '../../etc/passwd' } })],
    ['text outside a block', doc(text('x'))],
    ['an empty text', doc(paragraph(text('')))],
    ['an empty document', doc()],
    ['a block in a paragraph', doc(paragraph(paragraph()))],
    ['nothing', null],
  ])('refuses %s', (_, body) => expect(accepts(body)).toBe(false))

  it('refuses endless nesting without falling over', () => {
    let node: unknown = paragraph(text('deep'))
    for (let level = 0; level < 5000; level += 1) node = { type: 'blockquote', content: [node] }
    expect(accepts(doc(node))).toBe(false)
    let fits: unknown = paragraph(text('deep'))
    for (let level = 0; level < maximumDepth - 3; level += 1) fits = { type: 'blockquote', content: [fits] }
    expect(accepts(doc(fits))).toBe(true)
  })

  it('gives its words in reading order, without captions and notes', () => {
    const body = bodySchema.parse(whole)
    expect(bodyLines(body)).toEqual([
      'Bold\n',
      'Head',
      'one',
      'two',
      'quoted',
      'pulled',
      'Somebody',
      'cell',
      'Facts',
      'fact',
      'A film',
    ])
    expect(countPictures(body)).toBe(3)
  })
})
