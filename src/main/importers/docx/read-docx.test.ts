import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Block } from '../../../shared/article/body'
import { bodyLines, walkBody } from '../../../shared/article/body-text'
import { fakeImport, importedOf } from '../fake-import'

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
