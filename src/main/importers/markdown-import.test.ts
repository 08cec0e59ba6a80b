import { describe, expect, it } from 'vitest'
import { fakeImport, keptHash, linesOf } from './fake-import'

const body = async (name: string, text: string): Promise<unknown[]> => {
  const read = await fakeImport(name, text)
  if (!read.ok) throw new Error(read.error.code)
  return read.value.body.content
}
const warnings = async (name: string, text: string): Promise<string[]> => {
  const read = await fakeImport(name, text)
  return read.ok ? read.value.warnings : []
}

describe('Markdown', () => {
  it('reads its front matter', async () => {
    const text = [
      '---',
      'headline: "2022: a year"',
      'standfirst: What happened',
      'author: Ann Lee, Bo Chen',
      'category: Top Stories',
      'tags: [harbour, 1999]',
      'date: 2022-08-30',
      'slug: a-year',
      'lang: pt-BR',
      'readTime: 5',
      'thumbnail: pictures/quay.png',
      'thumbnailAlt: A quay',
      'caption: The quay',
      'credit: Ann Lee',
      'layout: post',
      '---',
      'Words.',
    ].join('\n')
    const read = await fakeImport('a.md', text, { 'pictures/quay.png': 'quay' })
    expect(read).toMatchObject({
      ok: true,
      value: {
        headline: '2022: a year',
        standfirst: 'What happened',
        authors: ['Ann Lee', 'Bo Chen'],
        categories: ['Top Stories'],
        tags: ['harbour', '1999'],
        publishTime: { kind: 'at', at: '2022-08-30T11:00:00.000Z' },
        slug: 'a-year',
        lang: 'pt-BR',
        readTime: 5,
        thumbnail: { media: keptHash('quay'), alt: 'A quay', caption: 'The quay', credit: 'Ann Lee' },
        warnings: ['Front matter that Galley has no field for: layout.'],
      },
    })
  })

  it('does not part a listed name at its comma', async () => {
    const read = await fakeImport('a.md', '---\nauthors: ["King, Jr.", Ann]\n---\n# H\n\nx')
    expect(read).toMatchObject({ ok: true, value: { authors: ['King, Jr.', 'Ann'], headline: 'H' } })
  })

  it('says where front matter is broken, and leaves alone what is none', async () => {
    expect(await fakeImport('a.md', '---\nheadline: "open\n---\n')).toMatchObject({
      ok: false,
      error: { code: 'import-failed' },
    })
    expect(await linesOf('a.md', '---\nJust a rule above\n\n---\n\nand below')).toContain('and below')
  })

  it('takes the first heading as the headline, once', async () => {
    expect(await linesOf('a.md', '# One *two*\n\nText.\n\n## Sub')).toEqual(['One two', 'Text.', 'Sub'])
    expect(await linesOf('a.md', '---\nheadline: One\n---\n# One\n\nText.')).toEqual(['One', 'Text.'])
    expect(await linesOf('a.md', '---\nheadline: Other\n---\n# One\n\nText.')).toEqual([
      'Other',
      'One',
      'Text.',
    ])
    expect(await linesOf('my-file.md', 'Text.')).toEqual(['my-file', 'Text.'])
  })

  it('reads marks, links, lists, quotes, tables and code', async () => {
    const text = [
      '# H',
      'a **b** *c* ~~d~~ [e](https://example.com/x) `f`',
      '',
      '3. one',
      '4. two',
      '   - deep',
      '',
      '> said',
      '',
      '| A | B |',
      '|---|---|',
      '| 1 | 2 |',
      '',
      '---',
      '',
      '```js',
      'let x',
      'let y',
      '```',
    ].join('\n')
    expect(await body('a.md', text)).toEqual([
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: 'a ' },
          { type: 'text', text: 'b', marks: [{ type: 'bold' }] },
          { type: 'text', text: ' ' },
          { type: 'text', text: 'c', marks: [{ type: 'italic' }] },
          { type: 'text', text: ' ' },
          { type: 'text', text: 'd', marks: [{ type: 'strike' }] },
          { type: 'text', text: ' ' },
          { type: 'text', text: 'e', marks: [{ type: 'link', attrs: { href: 'https://example.com/x' } }] },
          { type: 'text', text: ' f' },
        ],
      },
      {
        type: 'orderedList',
        attrs: { start: 3, type: null },
        content: [
          { type: 'listItem', content: [p('one')] },
          {
            type: 'listItem',
            content: [
              p('two'),
              { type: 'bulletList', content: [{ type: 'listItem', content: [p('deep')] }] },
            ],
          },
        ],
      },
      { type: 'blockquote', content: [p('said')] },
      {
        type: 'table',
        content: [
          { type: 'tableRow', content: [cell('tableHeader', 'A'), cell('tableHeader', 'B')] },
          { type: 'tableRow', content: [cell('tableCell', '1'), cell('tableCell', '2')] },
        ],
      },
      { type: 'horizontalRule' },
      {
        type: 'paragraph',
        content: [{ type: 'text', text: 'let x' }, { type: 'hardBreak' }, { type: 'text', text: 'let y' }],
      },
    ])
  })

  it('reads footnotes, pull quotes and fact boxes', async () => {
    const text =
      '# H\n\nText[^a].\n\n[^a]: A *note*.\n\n::: pull-quote Ann Lee\nWe stayed.\n:::\n\n::: fact-box In numbers\n- 12 boats\n:::\n'
    expect(await body('a.md', text)).toEqual([
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: 'Text' },
          {
            type: 'footnote',
            content: [
              { type: 'text', text: 'A ' },
              { type: 'text', text: 'note', marks: [{ type: 'italic' }] },
              { type: 'text', text: '.' },
            ],
          },
          { type: 'text', text: '.' },
        ],
      },
      {
        type: 'pullQuote',
        attrs: { attribution: 'Ann Lee' },
        content: [{ type: 'text', text: 'We stayed.' }],
      },
      {
        type: 'factBox',
        attrs: { title: 'In numbers' },
        content: [{ type: 'bulletList', content: [{ type: 'listItem', content: [p('12 boats')] }] }],
      },
    ])
  })

  it('keeps the words of a note that nothing refers to', async () => {
    expect(await linesOf('a.md', '# H\n\nText.\n\n[^a]: Lost words.')).toEqual(['H', 'Text.', 'Lost words.'])
  })

  it('keeps tags as text, but for those that only shape words', async () => {
    expect(
      await linesOf('a.md', '# H\n\nH<sub>2</sub>O<br>and <script>alert(1)</script> <!-- secret --> end'),
    ).toEqual(['H', 'H2O\nand <script>alert(1)</script>  end'])
    expect(await linesOf('a.md', '# H\n\n<!-- never closed\n\nstays')).toEqual([
      'H',
      '<!-- never closed',
      'stays',
    ])
  })

  it('drops unsafe links and keeps their words', async () => {
    expect(await body('a.md', '# H\n\n[go](javascript:alert(1))')).toEqual([p('go')])
    expect((await warnings('a.md', '# H\n\n[go](javascript:alert(1))')).join()).toContain(
      'javascript:alert(1)',
    )
  })

  it('takes pictures from beside the file and from nowhere else', async () => {
    const text =
      '# H\n\n![Boats](pictures/a%20b.png "At dawn")\n\n![x](../secret.png)\n\n![y](https://example.com/y.png)\n\n![z](gone.png)'
    const read = await fakeImport('a.md', text, { 'pictures/a b.png': 'boats', '../secret.png': 'secret' })
    if (!read.ok) throw new Error(read.error.code)
    expect(read.value.body.content).toEqual([
      {
        type: 'figure',
        attrs: {
          media: keptHash('boats'),
          alt: 'Boats',
          decorative: false,
          caption: 'At dawn',
          credit: '',
          width: 'text',
        },
      },
      {
        type: 'paragraph',
        content: [
          {
            type: 'text',
            text: 'y',
            marks: [{ type: 'link', attrs: { href: 'https://example.com/y.png' } }],
          },
        ],
      },
    ])
    expect(read.value.warnings).toHaveLength(3)
  })

  it('keeps every word of text that nests without end', async () => {
    for (const text of [`${'>'.repeat(3000)} end`, `${'- '.repeat(3000)}end`, `${'1. > '.repeat(900)}end`]) {
      expect((await linesOf('a.md', `# H\n\n${text}`)).join(' ')).toContain('end')
    }
  })
})

const p = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] })
const cell = (type: string, text: string) => ({
  type,
  attrs: { colspan: 1, rowspan: 1, colwidth: null },
  content: [p(text)],
})
