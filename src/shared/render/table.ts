import type { Block, TableCell } from '../article/body'
import { walkBody } from '../article/body-text'
import { attributes, markup, type Html } from './html'

type TableBlock = Extract<Block, { type: 'table' }>

/** A table that scrolls sideways by itself where it is too wide. `name` is what it is called by who cannot see it; `renderCell` gives a cell's content. */
export function renderTable(
  table: TableBlock,
  name: string,
  renderCell: (content: readonly Block[]) => Html,
): Html {
  const rows = table.content.map((row, index) => {
    const cells = row.content.map((cell) => renderTableCell(cell, index === 0, renderCell))
    return markup`<tr>${cells}</tr>`
  })
  const frame = attributes({ class: 'table', role: 'group', 'aria-label': name, tabindex: 0 })
  return markup`<div${frame}><table><tbody>${rows}</tbody></table></div>`
}

/** Whether a header cell may hold this; a cell of more is a plain one (HTML, 4.9.10: no headings or sections). */
function fitsInHeader(content: readonly Block[]): boolean {
  let fits = true
  for (const block of content)
    walkBody(block, ({ type }) => {
      if (sections.has(type)) fits = false
    })
  return fits
}
const sections = new Set<string>(['heading', 'blockquote', 'pullQuote', 'factBox'])

function renderTableCell(
  cell: TableCell,
  inFirstRow: boolean,
  renderCell: (content: readonly Block[]) => Html,
): Html {
  const spans = attributes({ colspan: span(cell.attrs?.colspan), rowspan: span(cell.attrs?.rowspan) })
  const content = renderCell(cell.content)
  return cell.type === 'tableHeader' && fitsInHeader(cell.content)
    ? markup`<th scope="${inFirstRow ? 'col' : 'row'}"${spans}>${content}</th>`
    : markup`<td${spans}>${content}</td>`
}

const span = (cells: number | undefined): number | null => (cells !== undefined && cells > 1 ? cells : null)
