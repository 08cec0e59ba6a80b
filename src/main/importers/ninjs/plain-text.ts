import type { Block } from '../../../shared/article/body'
import { oneLine } from '../../../shared/html/fit-headline'
import { textOf } from '../../../shared/html/html-tree'
import { parsePiece } from '../../../shared/html/parse-html'
import type { NinjsText } from './ninjs-fields'

/** A text as one line without tags. */
export function plainOf(text: Pick<NinjsText, 'value' | 'isHtml'> | undefined): string {
  if (!text) return ''
  if (!text.isHtml) return oneLine(text.value)
  const parsed = parsePiece(text.value)
  return oneLine(parsed.ok ? textOf(parsed.value) : text.value)
}

/** Plain text as paragraphs: parted by blank lines where there are any, and else by line breaks. */
export function paragraphsOf(text: string): Block[] {
  const parts = /\n[ \t]*\r?\n/.test(text) ? text.split(/\r?\n[ \t]*\r?\n/) : text.split(/\r?\n/)
  return parts
    .map(oneLine)
    .filter(Boolean)
    .map((line) => ({ type: 'paragraph', content: [{ type: 'text', text: line }] }))
}
