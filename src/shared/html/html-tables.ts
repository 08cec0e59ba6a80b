import type { Block, TableCell, TableRow } from '../article/body'
import { attribute, isElement, type HtmlElement, type HtmlNode } from './html-tree'

/**
 * A table as blocks: its caption as a paragraph, then its rows. A table of a single cell is only a frame, so what
 * stands in it follows alone.
 */
export function tableBlocks(table: HtmlElement, inner: (nodes: readonly HtmlNode[]) => Block[]): Block[] {
  const before: Block[] = []
  const content: TableRow[] = []
  const readPart = (part: HtmlElement): void => {
    for (const child of part.childNodes) {
      if (!isElement(child)) continue
      if (child.tagName === 'caption') before.push(...inner(child.childNodes))
      else if (['thead', 'tbody', 'tfoot'].includes(child.tagName)) readPart(child)
      else if (child.tagName === 'tr') {
        const cells = child.childNodes.filter(isElement).filter(isCell)
        if (cells.length > 0)
          content.push({ type: 'tableRow', content: cells.map((cell) => cellOf(cell, inner)) })
      }
    }
  }
  readPart(table)
  const [first] = content
  if (!first) return before
  if (content.length === 1 && first.content.length === 1)
    return [...before, ...(first.content[0]?.content ?? [])]
  return [...before, { type: 'table', content }]
}

const isCell = ({ tagName }: HtmlElement): boolean => tagName === 'td' || tagName === 'th'

function cellOf(cell: HtmlElement, inner: (nodes: readonly HtmlNode[]) => Block[]): TableCell {
  const content = inner(cell.childNodes)
  return {
    type: cell.tagName === 'th' ? 'tableHeader' : 'tableCell',
    attrs: { colspan: spanOf(cell, 'colspan'), rowspan: spanOf(cell, 'rowspan'), colwidth: null },
    content: content.length > 0 ? content : [{ type: 'paragraph' }],
  }
}

function spanOf(cell: HtmlElement, name: 'colspan' | 'rowspan'): number {
  const written = attribute(cell, name)
  return /^\d{1,3}$/.test(written) ? Math.min(Math.max(Number(written), 1), 100) : 1
}
