import { describe, expect, it } from 'vitest'
import { bodyLines } from '../../shared/article/body-text'
import { fakeImport, keptHash } from './fake-import'

const read = async (html: string, neighbours: Record<string, string> = {}) => {
  const result = await fakeImport('page.html', html, neighbours)
  if (!result.ok) throw new Error(result.error.code)
  return result.value
}
const blocks = async (html: string): Promise<unknown[]> => (await read(`<h1>H</h1>${html}`)).body.content
const p = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] })

describe('an HTML page', () => {
  it('describes itself', async () => {
    const article = await read(`<!doctype html><html lang="de" dir="ltr"><head>
      <title>Die Möwen | Zeitung</title>
      <meta name="description" content="Über Vögel">
      <meta name="author" content="Ann Lee"><meta name="author" content="Bo Chen">
      <meta property="article:published_time" content="2022-08-30T09:00:00+02:00">
      <meta name="keywords" content="Vögel, Hafen">
      </head><body><nav>Start</nav><article><h1>Die <em>Möwen</em></h1><p>Text.</p></article></body></html>`)
    expect(article).toMatchObject({
      headline: 'Die Möwen',
      standfirst: 'Über Vögel',
      authors: ['Ann Lee', 'Bo Chen'],
      tags: ['Vögel', 'Hafen'],
      lang: 'de',
      dir: 'ltr',
      publishTime: { kind: 'at', at: '2022-08-30T07:00:00.000Z' },
    })
    expect(article.body.content).toEqual([p('Text.')])
    expect(article.warnings).toEqual(['One word around the page’s article was left out.'])
  })

  it('uses the title where it has no heading of the first level', async () => {
    expect((await read('<title>T &amp; U</title><p>x')).headline).toBe('T & U')
  })

  it('maps headings to the second and third level', async () => {
    const levels = (await blocks('<h1>a</h1><h2>b</h2><h3>c</h3><h4>d</h4><h6>e</h6>')) as {
      attrs: { level: number }
    }[]
    expect(levels.map(({ attrs }) => attrs.level)).toEqual([2, 2, 3, 3, 3])
  })

  it('reads white space as browsers do, and breaks where they are written', async () => {
    expect(await blocks('<p>  a\n  <b> b </b>\n c<br>d</p> loose <div>e<p>f</div>')).toEqual([
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: 'a ' },
          { type: 'text', text: 'b ', marks: [{ type: 'bold' }] },
          { type: 'text', text: 'c' },
          { type: 'hardBreak' },
          { type: 'text', text: 'd' },
        ],
      },
      p('loose'),
      p('e'),
      p('f'),
    ])
    expect(await blocks('a<br><br>b<br> <br/><br>c')).toEqual([p('a'), p('b'), p('c')])
  })

  it('reads nested lists, also where they stand beside their item', async () => {
    expect(
      await blocks('<ul><li>a<ul><li>b</ul><li></li></ul><ol start="7"><li>c</li><ol><li>d</li></ol></ol>'),
    ).toEqual([
      {
        type: 'bulletList',
        content: [
          {
            type: 'listItem',
            content: [p('a'), { type: 'bulletList', content: [{ type: 'listItem', content: [p('b')] }] }],
          },
        ],
      },
      {
        type: 'orderedList',
        attrs: { start: 7, type: null },
        content: [
          {
            type: 'listItem',
            content: [
              p('c'),
              {
                type: 'orderedList',
                attrs: { start: 1, type: null },
                content: [{ type: 'listItem', content: [p('d')] }],
              },
            ],
          },
        ],
      },
    ])
  })

  it('reads tables with spans and captions, and unwraps a table of one cell', async () => {
    expect(
      await blocks('<table><caption>Tides</caption><tr><th colspan=2>a<td rowspan=999><tr></tr></table>'),
    ).toEqual([
      p('Tides'),
      {
        type: 'table',
        content: [
          {
            type: 'tableRow',
            content: [
              { type: 'tableHeader', attrs: { colspan: 2, rowspan: 1, colwidth: null }, content: [p('a')] },
              {
                type: 'tableCell',
                attrs: { colspan: 1, rowspan: 100, colwidth: null },
                content: [{ type: 'paragraph' }],
              },
            ],
          },
        ],
      },
    ])
    expect(await blocks('<table><tr><td><p>a<p>b</table>')).toEqual([p('a'), p('b')])
  })

  it('takes pictures that it holds or that stand beside it, and links to those elsewhere', async () => {
    const inside = `data:image/png;base64,${Buffer.from('inside').toString('base64')}`
    const article = await read(
      `<h1>H</h1><figure><img src="${inside}" alt="Quay"><figcaption>The <b>quay</b></figcaption></figure>
       <p>before <img src="b.png" alt=""> after</p><img src="https://example.com/far.jpg" alt="Far">
       <img src="/etc/passwd"><img src="javascript:alert(1)" onerror="alert(1)">`,
      { 'b.png': 'beside' },
    )
    const figure = (media: string, words: object) => ({
      type: 'figure',
      attrs: { media, alt: '', decorative: false, caption: '', credit: '', width: 'text', ...words },
    })
    expect(article.body.content).toEqual([
      figure(keptHash('inside'), { alt: 'Quay', caption: 'The quay' }),
      p('before'),
      figure(keptHash('beside'), { decorative: true }),
      p('after'),
      {
        type: 'paragraph',
        content: [
          {
            type: 'text',
            text: 'Far',
            marks: [{ type: 'link', attrs: { href: 'https://example.com/far.jpg' } }],
          },
        ],
      },
    ])
    expect(article.warnings).toHaveLength(4)
  })

  it('names what it left out', async () => {
    const article = await read(
      `<h1>H</h1><style>p{}</style><p onclick="x()">a<script>alert(1)</script><!-- note --></p>
       <svg><text>drawn</text></svg><a href="java\nscript:x()">b</a><p hidden>unseen</p>`,
    )
    expect(bodyLines(article.body)).toEqual(['a', 'b'])
    expect(article.warnings).toEqual([
      'Left out: 1 style sheet, 1 script, 1 comment, 1 drawing (SVG), 1 hidden part, event handlers (onclick).',
      'The link to “java script:x()” is not one a page may hold: it was left out, its words stay.',
    ])
  })

  it('makes cards of players from elsewhere', async () => {
    expect(
      await blocks('<iframe src="//example.com/v" title="A film"></iframe><iframe srcdoc="<p>x"></iframe>'),
    ).toEqual([{ type: 'embedCard', attrs: { url: 'https://example.com/v', title: 'A film' } }])
  })

  it('reads the marks that word processors write as styles', async () => {
    expect(
      await blocks(
        '<b style="font-weight:normal"><span style="font-weight:700;font-style:italic">a</span>b</b>',
      ),
    ).toEqual([
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: 'a', marks: [{ type: 'bold' }, { type: 'italic' }] },
          { type: 'text', text: 'b' },
        ],
      },
    ])
  })

  it('keeps the words of elements that nest without end', async () => {
    for (const name of [
      'div',
      'blockquote',
      'ul><li',
      'b',
      'table><tr><td',
      'figure',
      'section class="fact-box"',
    ]) {
      const article = await read(`<h1>H</h1>${`<${name}>`.repeat(2000)}in<p>most`)
      expect(bodyLines(article.body).join(' ').split(/\s+/)).toEqual(['in', 'most'])
    }
  })
})
