import { Editor, getSchema } from '@tiptap/core'
import { Node } from '@tiptap/pm/model'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bodySchema, type Body } from '../../../../shared/article/body'
import { bodyLines } from '../../../../shared/article/body-text'
import { arbitraryBody } from '../../../../shared/article/arbitraries'
import { bodyExtensions } from './extensions'

const schema = getSchema(bodyExtensions)
const names = (record: Record<string, unknown>): string[] => Object.keys(record).sort()

/** What `shared/article/body.ts` allows, by node and mark. */
const nodes: Record<string, string[]> = {
  blockquote: [],
  bulletList: [],
  doc: [],
  embedCard: ['title', 'url'],
  factBox: ['title'],
  figure: ['alt', 'caption', 'credit', 'decorative', 'media', 'width'],
  footnote: [],
  gallery: [],
  hardBreak: [],
  heading: ['level'],
  horizontalRule: [],
  listItem: [],
  orderedList: ['start', 'type'],
  paragraph: [],
  pullQuote: ['attribution'],
  relatedArticle: ['article'],
  table: [],
  tableCell: ['colspan', 'colwidth', 'rowspan'],
  tableHeader: ['colspan', 'colwidth', 'rowspan'],
  tableRow: [],
  text: [],
}
const marks = { bold: [], italic: [], link: ['href'], strike: [], subscript: [], superscript: [] }

const openEditor = (content: unknown): Editor =>
  new Editor({ extensions: bodyExtensions, content: content as object, injectCSS: false })
const pasted = (html: string): unknown => {
  const editor = openEditor({ type: 'doc', content: [{ type: 'paragraph' }] })
  editor.view.pasteHTML(html)
  const json = editor.getJSON()
  editor.destroy()
  return json
}

/** A body with every default written out and marks in the editor's order: two spellings of one document become one. */
const normal = (body: unknown): unknown => Node.fromJSON(schema, body).toJSON()

describe('the editor’s schema', { timeout: 60_000 }, () => {
  it('has the nodes, marks and attributes of the body schema and no others', () => {
    expect(
      Object.fromEntries(names(schema.nodes).map((n) => [n, names(schema.nodes[n]!.spec.attrs ?? {})])),
    ).toEqual(nodes)
    expect(
      Object.fromEntries(names(schema.marks).map((n) => [n, names(schema.marks[n]!.spec.attrs ?? {})])),
    ).toEqual(marks)
  })

  it('keeps any valid body as it is', () => {
    const editor = openEditor(null)
    fc.assert(
      fc.property(arbitraryBody, (body) => {
        editor.commands.setContent(body as object, { errorOnInvalidContent: true })
        const given = editor.getJSON()
        expect(bodySchema.safeParse(given).success).toBe(true)
        expect(given).toEqual(normal(body))
        expect(bodyLines(given as Body)).toEqual(bodyLines(body))
      }),
      { numRuns: 60 },
    )
    editor.destroy()
  })

  it('gives a body that can be kept whatever is pasted', () => {
    const hostile = [
      '<h1>One</h1><h5>Two</h5><ol type="A" start="-4"><li>x</li></ol>',
      '<a href="javascript:alert(1)">here</a> <a href="https://example.org" target="_blank" rel="x">there</a>',
      '<table><tr><td colspan="900" style="text-align:right" data-colwidth="x">c</td></tr></table>',
      '<figure data-media="nonsense"></figure><img src="x" onerror="alert(1)"><script>alert(1)</script>',
      '<div data-url="javascript:1"></div><div data-article="no"></div><u>u</u><code>c</code><pre>p</pre>',
    ]
    for (const html of hostile) {
      const body = pasted(html)
      expect(bodySchema.safeParse(body)).toMatchObject({ success: true })
      expect(JSON.stringify(body)).not.toContain('javascript')
    }
    expect(JSON.stringify(pasted(hostile[1]!))).toContain(
      '{"type":"link","attrs":{"href":"https://example.org"}}',
    )
    expect(JSON.stringify(pasted(hostile[1]!))).toContain('here')
  })
})
