import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bodySchema, type Block } from '../article/body'
import { bodyLines } from '../article/body-text'
import { readClipping, type Clipping } from './read-clipping'
import { picturesInRtf } from './rtf-pictures'

const corpus = new URL('../../../../shared/corpus/', import.meta.url)
const isThere = existsSync(corpus)

function read(html: string): Clipping {
  const clipping = readClipping(html)
  if (!clipping.ok) throw new Error(clipping.error)
  return clipping.value
}
const textOf = (blocks: Block[]): string =>
  bodyLines({ type: 'doc', content: blocks }).join(' ').replace(/\s+/g, ' ')

/** Blocks as one line of their kinds and words: `ul(li(p"One" ol(li(p"Two"))))`. */
function shape(node: unknown): string {
  const {
    type,
    content = [],
    text,
    marks = [],
    attrs,
  } = node as {
    type: string
    content?: unknown[]
    text?: string
    marks?: { type: string; attrs?: { href: string } }[]
    attrs?: { level?: number; start?: number }
  }
  if (type === 'text') {
    const around = marks.map((mark) => (mark.type === 'link' ? `<${mark.attrs?.href ?? ''}>` : mark.type[0]))
    return `${around.join('')}"${text ?? ''}"`
  }
  const names: Record<string, string> = {
    paragraph: 'p',
    bulletList: 'ul',
    orderedList: `ol${attrs?.start === undefined || attrs.start === 1 ? '' : attrs.start}`,
    listItem: 'li',
    hardBreak: 'br',
    heading: `h${attrs?.level ?? ''}`,
  }
  const name = names[type] ?? type
  return content.length === 0 ? name : `${name}(${content.map(shape).join(' ')})`
}
const shapes = (html: string): string => read(html).blocks.map(shape).join(' ')

const word = (body: string, styles = ''): string =>
  `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style><!--${styles}--></style></head><body>` +
  `<!--StartFragment-->${body}<!--EndFragment--></body></html>`
const wordItem = (level: number, marker: string, text: string, list = 'l0'): string =>
  `<p class=MsoListParagraph style='margin-left:36pt;mso-list:${list} level${level} lfo1'><![if !supportLists]>` +
  `<span><span style='mso-list:Ignore'>${marker}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;` +
  `</span></span></span><![endif]>${text}<o:p></o:p></p>`

describe('Word', () => {
  it('has its lists made real, in one another, with their kinds and numbers', () => {
    const styles =
      '@list l0:level1 {mso-level-number-format:bullet; mso-level-text:o;}\n@list l0:level2 {mso-level-text:"%2.";}'
    expect(
      shapes(
        word(
          [
            wordItem(1, '·', 'One'),
            wordItem(2, '3.', 'Inner'),
            wordItem(2, '4.', 'Next'),
            wordItem(1, 'o', 'Two'),
            '<p class=MsoNormal>Between</p>',
            wordItem(1, '7)', 'Seven', 'l9'),
          ].join('\n'),
          styles,
        ),
      ),
    ).toBe('ul(li(p("One") ol3(li(p("Inner")) li(p("Next")))) li(p("Two"))) p("Between") ol7(li(p("Seven")))')
  })

  it('keeps insertions and leaves deletions, comments and hidden text', () => {
    const { blocks, left } = read(
      word(
        `<p class=MsoNormal>We <ins cite="mailto:x">now </ins><del cite="mailto:x">never </del>sail` +
          `<span class=MsoCommentReference><a class=msocomanchor id="_anchor_1" href="#_msocom_1">[IH1]</a></span>` +
          `<span style='display:none;mso-hide:all'>secret</span><span style='mso-spacerun:yes'>   </span>on.</p>` +
          `<div style='mso-element:comment-list'><div style='mso-element:comment'>Really?</div></div>`,
      ),
    )
    expect(blocks.map(shape).join()).toBe('p("We now sail on.")')
    expect(left).toEqual(['1 comment', '1 deleted passage', '1 hidden part', 'styles'])
  })

  it('has its footnotes where their marks stand', () => {
    expect(
      shapes(
        word(
          `<p>Sea<a style='mso-footnote-id:ftn1' href="#_ftn1" name="_ftnref1">[1]</a> air</p>` +
            `<div style='mso-element:footnote-list'><div style='mso-element:footnote' id=ftn1><p>` +
            `<a href="#_ftnref1" name="_ftn1">[1]</a>Salt.</p></div></div>`,
        ),
      ),
    ).toBe('p("Sea" footnote("Salt.") " air")')
  })
})

describe('other programs', () => {
  it('Google Docs: the wrapper is not bold, styles are marks', () => {
    expect(
      shapes(
        '<b style="font-weight:normal" id="docs-internal-guid-1"><p><span style="font-weight:700">A</span>' +
          '<span style="font-style:italic">b</span><span style="vertical-align:super">c</span></p>' +
          '<ul><li><p>x</p></li><ul><li><p>y</p></li></ul><li><br></li></ul></b>',
      ),
    ).toBe('p(b"A" i"b" s"c") ul(li(p("x") ul(li(p("y")))))')
  })

  it('Slack: lists of several depths, emoji as words', () => {
    expect(
      shapes(
        '<ul class="p-rich_text_list" data-indent="0"><li>One</li></ul><ul data-indent="1"><li>In</li></ul>' +
          '<ul data-indent="0"><li>Two <img src="https://e.org/x.png" alt=":wave:"></li></ul>',
      ),
    ).toBe('ul(li(p("One") ul(li(p("In")))) li(p("Two :wave:")))')
  })

  it('Excel and Sheets: rows without their table, hidden rows left out', () => {
    expect(shapes('<tr><td>a</td><td>b</td></tr>')).toBe(
      'table(tableRow(tableCell(p("a")) tableCell(p("b"))))',
    )
    const sheet =
      '<google-sheets-html-origin><style><!--td{}--></style><table><colgroup><col></colgroup><tbody>' +
      '<tr style="display:none"><td>no</td><td>no</td></tr><tr><td style="font-weight:bold">1</td><td>2</td></tr></tbody></table>'
    expect(shapes(sheet)).toContain('1')
    expect(shapes(sheet)).not.toContain('no')
  })

  it('mail and pages: tracking goes from links, the rest of the address stays', () => {
    const { blocks, left } = read(
      '<a href="https://e.org/a?utm_source=x&id=7&fbclid=1#top">one</a> ' +
        '<a href="https://www.google.com/url?q=https://e.org/b%3Fx%3D1&sa=D">two</a> ' +
        '<a href="https://e.org/?q=1">three</a> <a href="#x">four</a> <a href="javascript:alert(1)">five</a>' +
        '<img src="https://t.example/p.gif" width="1" height="1"><img src="file:///C:/x.png">' +
        '<img src="webkit-fake-url://1/i.png"><img src="https://e.org/pier.jpg" alt="The pier">',
    )
    expect(blocks.map(shape).join(' ')).toBe(
      'p(<https://e.org/a?id=7#top>"one" " " <https://e.org/b?x=1>"two" " " <https://e.org/?q=1>"three" " four five") ' +
        'p(<https://e.org/pier.jpg>"The pier")',
    )
    expect(left).toEqual([
      'the tracking in 2 links',
      '1 unusable link',
      '1 tracking picture',
      '1 picture of another site (its link stays)',
      '2 pictures that cannot be reached',
    ])
  })

  it('pictures that came along stand in the text by a stand-in', () => {
    const { blocks, pictures } = read('<p>x</p><img alt="A pier" src="data:image/png;base64,AAAA"><p>y</p>')
    expect(pictures).toEqual([{ data: 'data:image/png;base64,AAAA', standIn: `${'0'.repeat(63)}1` }])
    expect(blocks[1]).toMatchObject({ type: 'figure', attrs: { media: `${'0'.repeat(63)}1`, alt: 'A pier' } })
  })
})

describe('pictures of Word and Safari, which lie in the RTF beside the HTML', () => {
  const rtf =
    '{\\rtf1 Text {\\*\\shppict{\\pict{\\*\\picprop\\shplid1}\\picscalex100\\pngblip\\bliptag-5{\\*\\blipuid 8f}89504e47\n0d0a}}' +
    '{\\nonshppict{\\pict\\wmetafile8 0100}}{\\*\\shppict{\\pict\\emfblip 0200}}}'

  it('are found in their order', () => {
    expect(picturesInRtf(rtf)).toEqual([{ type: 'image/png', hex: '89504e470d0a' }, null])
    const photograph = '8a'.repeat(6_000_000)
    expect(picturesInRtf(`{\\pict\\jpegblip ${photograph}}`)[0]?.hex).toHaveLength(12_000_000)
    expect(picturesInRtf('{\\pict\\jpegblip 8}')).toEqual([null])
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('{', '}', '\\pict', '\\pngblip ', '0f', ' ') }),
        (text) => void picturesInRtf(text),
      ),
    )
  })

  it('stand where the HTML names them, when there are as many', () => {
    const html = '<p>a<img src="file:///C:/1.png"></p><p>b<img src="webkit-fake-url://2/i.emf"></p>'
    const both = readClipping(html, rtf)
    expect(both.ok && both.value).toMatchObject({
      pictures: [{ data: { type: 'image/png', hex: '89504e470d0a' } }],
      left: ['1 picture that cannot be reached'],
    })
    expect(both.ok && both.value.blocks.map(({ type }) => type)).toEqual(['paragraph', 'figure', 'paragraph'])
    const one = readClipping('<img src="file:///C:/1.png">', rtf)
    expect(one.ok && one.value.pictures).toEqual([])
  })
})

describe.skipIf(!isThere)('real clipboards (skipped where ../shared/corpus is not there)', () => {
  const cases = isThere
    ? (JSON.parse(readFileSync(new URL('paste/expected.json', corpus), 'utf8')) as {
        file: string
        expected_text_lines: string[]
      }[])
    : []
  it.each(cases)('$file gives every line in order and nothing else', ({ file, expected_text_lines }) => {
    const { blocks } = read(readFileSync(new URL(`paste/${file}`, corpus), 'utf8'))
    const text = textOf(blocks)
    let at = 0
    for (const line of expected_text_lines) {
      const found = text.indexOf(line.replace(/\s+/g, ' '), at)
      expect(found, `${line} in ${text}`).toBeGreaterThanOrEqual(at)
      at = found + line.length
    }
    if (blocks.length > 0) expect(bodySchema.safeParse({ type: 'doc', content: blocks }).success).toBe(true)
    expect(JSON.stringify(blocks)).not.toMatch(
      /mso|Mso|style|<[a-z!]|file:|o:p|StartFragment|docs-internal|blob:|·|§/,
    )
  })

  it('makes nothing but valid blocks of hostile pages', () => {
    const hostile = JSON.parse(readFileSync(new URL('xss/dompurify.json', corpus), 'utf8')) as {
      payload: string
    }[]
    for (const { payload } of hostile) expectValid(payload)
  })
})

function expectValid(html: string): void {
  const clipping = readClipping(html)
  if (!clipping.ok || clipping.value.blocks.length === 0) return
  const { blocks } = clipping.value
  const checked = bodySchema.safeParse({ type: 'doc', content: blocks })
  expect(checked.success, html).toBe(true)
  for (const [address] of JSON.stringify(blocks).matchAll(/"(?:href|url)":"[^"]*"/g))
    expect(address).not.toMatch(/:"\s*(javascript|data|vbscript|file):/i)
}

const piece = fc.oneof(
  fc.constantFrom(
    ...'<ul>|<li>|</li>|</ul>|<ol start=9>|<table>|<tr>|<td>|</table>|<p>|</p>|<b>|</b>|<div>|</div>|<blockquote>|<h1>'.split(
      '|',
    ),
    ...'</h1>|<br>|<del>|<span data-footnote>|</span>|<a href="#_ftn1">|<div id=ftn1 style="mso-element:footnote">|</a>'.split(
      '|',
    ),
    '<p style="mso-list:l0 level1 lfo1">',
    '<p style="mso-list:l0 level9 lfo1"><span style="mso-list:Ignore">1.</span>',
    '<ul data-indent="3">',
    '<img src="data:image/png;base64,AA">',
    '<a href="https://e.org/?utm_a=1">',
    '<figure class="pull-quote">',
    '<aside class="fact-box">',
    '<o:p>&nbsp;</o:p>',
    '<svg><script>',
    '<!--[if x]>',
    '-->',
  ),
  fc.string({ maxLength: 8 }),
)

describe('any HTML', () => {
  it('is read without a failure and within the schema', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => expectValid(pieces.join(''))),
      { numRuns: 600 },
    )
  })
  it('keeps its words', () => {
    const words = fc.array(fc.constantFrom('tide', 'pier', 'boat', 'gull'), { minLength: 1, maxLength: 6 })
    const nest = fc.constantFrom(
      'p',
      'div',
      'ul><li',
      'ol><li',
      'blockquote',
      'b',
      'td',
      'p style="mso-list:l1 level2 lfo1"',
    )
    fc.assert(
      fc.property(fc.array(fc.tuple(nest, words), { maxLength: 12 }), (parts) => {
        const html = parts.map(([tag, said]) => `<${tag}>${said.join(' ')} `).join('')
        const said = parts.flatMap(([, all]) => all)
        const { blocks } = read(html)
        expect(textOf(blocks).split(/\s+/).filter(Boolean).sort()).toEqual([...said].sort())
      }),
    )
  })
})
