import { describe, expect, it } from 'vitest'
import { bodyLines } from '../../shared/article/body-text'
import { fakeImport, keptHash } from './fake-import'

const lines = async (name: string, text: string): Promise<string[]> => {
  const read = await fakeImport(name, text)
  if (!read.ok) throw new Error(read.error.code)
  return [read.value.headline, ...bodyLines(read.value.body)]
}
const body = async (name: string, text: string): Promise<unknown[]> => {
  const read = await fakeImport(name, text)
  if (!read.ok) throw new Error(read.error.code)
  return read.value.body.content
}
const warnings = async (name: string, text: string): Promise<string[]> => {
  const read = await fakeImport(name, text)
  return read.ok ? read.value.warnings : []
}

describe('plain text', () => {
  it('takes the first line as the headline and parts paragraphs at blank lines', async () => {
    expect(await lines('a.txt', '\ufeff\nA headline\r\n\r\nOne.\r\n\r\n\r\nTwo.\r\n')).toEqual([
      'A headline',
      'One.',
      'Two.',
    ])
  })

  it('joins lines that were wrapped to a width', async () => {
    const wrapped =
      'The council met on Tuesday to hear what the harbour needs and\nwhat it costs. It heard both, and went home without deciding\nanything at all.'
    expect(await lines('a.txt', `Wrapped\n\n${wrapped}`)).toEqual(['Wrapped', wrapped.replaceAll('\n', ' ')])
  })

  it('keeps the lines of a poem', async () => {
    expect(await lines('a.txt', 'Poem\n\nRoses are red\nViolets are blue')).toEqual([
      'Poem',
      'Roses are red\nViolets are blue',
    ])
  })

  it('puts no space between wrapped Japanese lines', async () => {
    const line = '港'.repeat(60)
    expect(await lines('a.txt', `見出し\n\n${line}\n${line}`)).toEqual(['見出し', line + line])
  })
})

describe('what cannot be read', () => {
  const reason = async (name: string, bytes: Uint8Array): Promise<string> => {
    const read = await fakeImport(name, bytes)
    return read.ok ? 'read' : read.error.code === 'import-failed' ? read.error.reason : read.error.code
  }
  it.each([
    ['a.txt', [], 'it is empty'],
    ['a.txt', [0x20, 0x0a], 'it is empty'],
    ['a.md', [0x48, 0xe9, 0x6c], 'save it as UTF-8'],
    ['a.txt', [0x41, 0x00, 0x42], 'not text'],
    ['a.html', [0x25, 0x50, 0x44, 0x46, 0x2d], 'PDF'],
    ['a.docx', [0x50, 0x4b, 0x03, 0x04], 'damaged or cut short'],
    ['a.doc', [0xd0, 0xcf], 'open it in Word and save it as .docx'],
    ['noending', [0x41], 'Galley imports .docx'],
  ])('says why %s is refused', async (name, bytes, words) => {
    expect(await reason(name, Uint8Array.from(bytes))).toContain(words)
  })

  it('refuses more than 20 MB', async () => {
    expect(await reason('a.txt', new Uint8Array(20 * 1024 * 1024 + 1).fill(65))).toContain(
      'larger than 20 MB',
    )
  })

  it('refuses files that would grow without measure', async () => {
    const reopened = Array.from({ length: 1000 }, (_, index) => `<p><b class=${index}>x`).join('')
    expect(await reason('a.html', Buffer.from(reopened))).toContain('never closed')
    const levels = [...'bcdefgh'].map(
      (name, index) => `${name}: &${name} [*${'abcdefg'[index]}, *${'abcdefg'[index]}]`,
    )
    expect(await reason('a.md', Buffer.from(`---\na: &a [x, x]\n${levels.join('\n')}\n---\nx`))).toContain(
      'repeats',
    )
  })

  it('reads UTF-16 with a byte order mark', async () => {
    const text = Buffer.from('\ufeffZeitung\n\nÜber Möwen', 'utf16le')
    expect(await fakeImport('a.txt', text)).toMatchObject({ ok: true, value: { headline: 'Zeitung' } })
  })

  it('reads the encoding that an HTML file names', async () => {
    const page = Buffer.from('<meta charset="windows-1252"><h1>Caf\xe9</h1><p>Na\xefve.</p>', 'latin1')
    expect(await fakeImport('a.html', page)).toMatchObject({ ok: true, value: { headline: 'Café' } })
  })
})

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
    expect(await lines('a.md', '---\nJust a rule above\n\n---\n\nand below')).toContain('and below')
  })

  it('takes the first heading as the headline, once', async () => {
    expect(await lines('a.md', '# One *two*\n\nText.\n\n## Sub')).toEqual(['One two', 'Text.', 'Sub'])
    expect(await lines('a.md', '---\nheadline: One\n---\n# One\n\nText.')).toEqual(['One', 'Text.'])
    expect(await lines('a.md', '---\nheadline: Other\n---\n# One\n\nText.')).toEqual([
      'Other',
      'One',
      'Text.',
    ])
    expect(await lines('my-file.md', 'Text.')).toEqual(['my-file', 'Text.'])
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
    expect(await lines('a.md', '# H\n\nText.\n\n[^a]: Lost words.')).toEqual(['H', 'Text.', 'Lost words.'])
  })

  it('keeps tags as text, but for those that only shape words', async () => {
    expect(
      await lines('a.md', '# H\n\nH<sub>2</sub>O<br>and <script>alert(1)</script> <!-- secret --> end'),
    ).toEqual(['H', 'H2O\nand <script>alert(1)</script>  end'])
    expect(await lines('a.md', '# H\n\n<!-- never closed\n\nstays')).toEqual([
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
      expect((await lines('a.md', `# H\n\n${text}`)).join(' ')).toContain('end')
    }
  })
})

const p = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] })
const cell = (type: string, text: string) => ({
  type,
  attrs: { colspan: 1, rowspan: 1, colwidth: null },
  content: [p(text)],
})
