import type { Block, Inline } from '../../shared/article/body'
import { nothingRead, type ArticleAsRead } from './article-as-read'
import { fitHeadline } from '../../shared/html/fit-headline'
import type { Warnings } from '../../shared/html/warnings'

/** Text whose lines are no longer than this may have been wrapped by hand or by a mail program. */
const widestWrapped = 130
const narrowestWrapped = 55
const eastAsian = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u

/**
 * Plain text: the first line is the headline, blank lines part paragraphs. A line break inside a paragraph is joined
 * where the text was evidently wrapped to a width, and otherwise kept, as in a poem or an address.
 */
export function readTxt(text: string, warnings: Warnings): ArticleAsRead {
  const [first = '', ...lines] = text.trim().split(/\r\n|[\n\r\u0085\u2028\u2029]/)
  const { headline, rest } = fitHeadline(first, warnings)
  const width = wrapWidth(lines)
  const content: Block[] = rest === '' ? [] : [paragraph([rest], null)]
  let together: string[] = []
  for (const line of [...lines, '']) {
    if (line.trim() !== '') together.push(line.trim())
    else if (together.length > 0) {
      content.push(paragraph(together, width))
      together = []
    }
  }
  return { ...nothingRead(), headline, blocks: content }
}

/** The width that lines were wrapped to, or null where they were not. */
function wrapWidth(lines: readonly string[]): number | null {
  const longest = lines.reduce((width, line) => Math.max(width, line.trim().length), 0)
  return longest >= narrowestWrapped && longest <= widestWrapped ? longest : null
}

function paragraph(lines: readonly string[], width: number | null): Block {
  const content: Inline[] = []
  let text = ''
  lines.forEach((line, index) => {
    const before = lines[index - 1]
    if (before === undefined) text = line
    else if (isWrapped(before, line, width)) text += joint(before, line) + line
    else {
      content.push({ type: 'text', text }, { type: 'hardBreak' })
      text = line
    }
  })
  return { type: 'paragraph', content: [...content, { type: 'text', text }] }
}

/** Whether a line ended because the next one's first word would not have fitted. */
const isWrapped = (line: string, next: string, width: number | null): boolean =>
  width !== null && line.length + 1 + (/^\S+/.exec(next)?.[0].length ?? 0) > width

/** Chinese and Japanese put no space between words, so a wrapped line needs none either. */
const joint = (line: string, next: string): string =>
  eastAsian.test([...line].at(-1) ?? '') && eastAsian.test([...next][0] ?? '') ? '' : ' '
