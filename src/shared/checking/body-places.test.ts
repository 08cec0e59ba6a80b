import fc from 'fast-check'
import { expect, it } from 'vitest'
import { arbitraryBody } from '../article/arbitraries'
import type { Body } from '../article/body'
import { bodyLines } from '../article/body-text'
import { bodyTexts } from './body-places'

const body: Body = {
  type: 'doc',
  content: [
    { type: 'horizontalRule' },
    {
      type: 'paragraph',
      content: [
        { type: 'text', text: 'One' },
        { type: 'footnote', content: [{ type: 'text', text: 'Note' }] },
        { type: 'hardBreak' },
        { type: 'text', text: 'two' },
      ],
    },
    {
      type: 'bulletList',
      content: [
        {
          type: 'listItem',
          content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Item' }] }],
        },
      ],
    },
  ],
}

it('places running text where the editor has its first letter', () => {
  // rule 0, paragraph 1, One 2–5, note 5 with its text 6–10, break 11, two 12–15; list 16, item 17, paragraph 18.
  expect(bodyTexts(body).map(({ text, at }) => [text.replaceAll('\ufffc', '*'), at])).toEqual([
    ['One******\ntwo', 2],
    ['Note', 6],
    ['Item', 19],
  ])
})

it('finds every line of a body, whatever stands in it', () => {
  fc.assert(
    fc.property(arbitraryBody, (any) => {
      const texts = bodyTexts(any).map(({ text }) => text.replaceAll('\ufffc', ''))
      for (const line of bodyLines(any))
        if (line !== '') expect(texts).toContain(line.replaceAll('\ufffc', ''))
    }),
  )
})
