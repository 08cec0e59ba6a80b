import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Block } from '../../../shared/article/body'
import { bodyLines, walkBody } from '../../../shared/article/body-text'
import { fakeImport, importedOf, keptHash } from '../fake-import'
import { linkTo, makeDocx, paragraph, picture } from './testing/make-docx'

const corpus = '../shared/corpus/docx'

interface Expected {
  file: string
  paragraphs: string[]
  counts: Record<string, number>
}

/** What a body holds of some kinds of node. */
function countsOf(content: Block[]): Record<string, number> {
  const counts: Record<string, number> = {}
  const count = (name: string): void => void (counts[name] = (counts[name] ?? 0) + 1)
  walkBody({ type: 'doc', content }, (node) => {
    count(node.type)
    if ('marks' in node) for (const mark of node.marks ?? []) count(mark.type)
  })
  return counts
}

describe.skipIf(!existsSync(corpus))('real Word files (skipped where ../shared/corpus is absent)', () => {
  const cases = existsSync(corpus)
    ? (JSON.parse(readFileSync(`${corpus}/expected.json`, 'utf8')) as Expected[])
    : []
  it.each(cases)('keeps every paragraph of $file in order', async ({ file, paragraphs, counts }) => {
    const article = importedOf(await fakeImport(file, readFileSync(`${corpus}/${file}`)))
    // A text box is written twice in its file, for old programs and new ones; it is one text.
    const expected = paragraphs.filter((text, index) => text !== paragraphs[index - 1])
    expect(bodyLines(article.body).filter((line) => line !== '')).toEqual(expected)
    const found = countsOf(article.body.content)
    expect(found['table'] ?? 0).toBe(counts['tbl'])
    expect(found['tableRow'] ?? 0).toBe(counts['tr'])
    expect((found['tableCell'] ?? 0) + (found['tableHeader'] ?? 0)).toBe(counts['tc'])
    expect(found['footnote'] ?? 0).toBe(
      (counts['footnoteReference'] ?? 0) + (counts['endnoteReference'] ?? 0),
    )
    if (file === 'simple-list.docx') expect(found).toMatchObject({ bulletList: 1, listItem: 2 })
    if (file === 'footnote-hyperlink.docx') expect(found).toMatchObject({ link: 1 })
    if (file.startsWith('tiny-picture')) expect(found).toMatchObject({ figure: 1 })
  })

  it('says what it left out', async () => {
    const warningsOf = async (file: string): Promise<string> =>
      importedOf(await fakeImport(file, readFileSync(`${corpus}/${file}`))).warnings.join(' ')
    expect(await warningsOf('comments.docx')).toContain('Comments were left out.')
    expect(await warningsOf('external-picture.docx')).toContain('only linked')
  })
})

const styles = {
  Title: 'Title',
  Subtitle: 'Subtitle',
  Heading1: 'heading 1',
  Heading2: 'heading 2',
  Caption: 'caption',
  IntenseQuote: 'Intense Quote',
}

describe('a Word file', () => {
  it('has its headline, standfirst, byline, captions and credits by their styles and words', async () => {
    const file = await makeDocx({
      styles,
      body: [
        paragraph('The quay at dawn', 'Title'),
        paragraph('A walk along the water', 'Subtitle'),
        paragraph('By Ann Lee and Bo Chen, Harbour Correspondent'),
        paragraph('It was early.'),
        paragraph('Ships', 'Heading1'),
        paragraph('Small ones', 'Heading2'),
        picture('embed', 'rPic', 'Gulls'),
        paragraph('Gulls on the quay. Photo: Cy Day', 'Caption'),
        paragraph('Nobody sleeps here', 'IntenseQuote'),
      ].join(''),
      links: linkTo('rPic', 'image', 'media/gulls.png'),
      parts: { 'word/media/gulls.png': 'gulls' },
    })
    const article = importedOf(await fakeImport('dawn.docx', file))
    expect(article).toMatchObject({
      headline: 'The quay at dawn',
      standfirst: 'A walk along the water',
      authors: ['Ann Lee', 'Bo Chen'],
      warnings: ['In the byline, these were not taken for names: Harbour Correspondent.'],
    })
    expect(article.body.content).toMatchObject([
      { type: 'paragraph', content: [{ text: 'It was early.' }] },
      { type: 'heading', attrs: { level: 2 } },
      { type: 'heading', attrs: { level: 3 } },
      {
        type: 'figure',
        attrs: { media: keptHash('gulls'), alt: 'Gulls', caption: 'Gulls on the quay.', credit: 'Cy Day' },
      },
      { type: 'pullQuote', content: [{ text: 'Nobody sleeps here' }] },
    ])
  })

  it('takes a heading above everything as its headline, and no other', async () => {
    const above = await makeDocx({ styles, body: paragraph('One', 'Heading1') + paragraph('Text') })
    expect(importedOf(await fakeImport('a.docx', above))).toMatchObject({ headline: 'One' })
    const below = await makeDocx({ styles, body: paragraph('Text') + paragraph('One', 'Heading1') })
    const article = importedOf(await fakeImport('b.docx', below))
    expect([article.headline, ...bodyLines(article.body)]).toEqual(['b', 'Text', 'One'])
  })

  it('uses its properties where the text says nothing, unless a program wrote them', async () => {
    const core = (title: string, creator: string): Record<string, string> => ({
      'docProps/core.xml': `<cp:coreProperties xmlns:cp="c" xmlns:dc="d"><dc:title>${title}</dc:title><dc:creator>${creator}</dc:creator></cp:coreProperties>`,
    })
    const read = async (title: string, creator: string) =>
      importedOf(
        await fakeImport('c.docx', await makeDocx({ body: paragraph('x'), parts: core(title, creator) })),
      )
    expect(await read('Fog &amp; foghorns', 'Ann Lee')).toMatchObject({
      headline: 'Fog & foghorns',
      authors: ['Ann Lee'],
    })
    expect(await read('Microsoft Word - Document1', 'Microsoft Office User')).toMatchObject({
      headline: 'c',
      authors: [],
    })
  })

  it('loses no word to fields, embedded directions and ruby, and drops what was deleted', async () => {
    const run = (text: string): string => `<w:r><w:t>${text}</w:t></w:r>`
    const body = `<w:p>${run('a')}<w:fldSimple w:instr="DATE">${run('b')}</w:fldSimple><w:bdo w:val="rtl">${run('c')}</w:bdo><w:r><w:ruby><w:rubyPr/><w:rt>${run('reading')}</w:rt><w:rubyBase>${run('d')}</w:rubyBase></w:ruby></w:r><w:ins w:id="1">${run('e')}</w:ins><w:del w:id="2"><w:r><w:delText>gone</w:delText></w:r></w:del></w:p>`
    const article = importedOf(await fakeImport('d.docx', await makeDocx({ body })))
    expect(bodyLines(article.body)).toEqual(['abcde'])
    expect(article.warnings.join()).toContain('Tracked deletions were left out')
  })

  it('holds any naughty string', async () => {
    const strings = existsSync('../shared/corpus/strings')
      ? (JSON.parse(readFileSync('../shared/corpus/strings/blns.json', 'utf8')) as string[])
      : ['<b>&amp;', 'ｚ̸̢ 田中', '\u202ertl']
    const plain = (text: string): string => text.replace(/[\s\u0085]+/gu, ' ').trim()
    const legal = strings
      // No XML can hold these.
      .map((text) => text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu, ''))
      .filter((text) => plain(text) !== '')
    const escape = (text: string): string =>
      text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
    const file = await makeDocx({ body: legal.map((text) => paragraph(`${escape(text)}|`)).join('') })
    const lines = bodyLines(importedOf(await fakeImport('naughty.docx', file)).body)
    expect(lines.map(plain)).toEqual(legal.map((text) => plain(`${text}|`)))
  })
})
