import type { Block, TableCell } from '../article/body'
import { attributes, markup, type Html } from './html'

type TableBlock = Extract<Block, { type: 'table' }>

/** A table that scrolls sideways by itself where it is too wide. `renderCell` gives a cell's content. */
export function renderTable(table: TableBlock, renderCell: (content: readonly Block[]) => Html): Html {
  const rows = table.content.map((row, index) => {
    const cells = row.content.map((cell) => renderTableCell(cell, index === 0, renderCell))
    return markup`<tr>${cells}</tr>`
  })
  const frame = attributes({ class: 'table', role: 'region', 'aria-label': 'Table', tabindex: 0 })
  return markup`<div${frame}><table><tbody>${rows}</tbody></table></div>`
}

function renderTableCell(
  cell: TableCell,
  inFirstRow: boolean,
  renderCell: (content: readonly Block[]) => Html,
): Html {
  const spans = attributes({ colspan: span(cell.attrs?.colspan), rowspan: span(cell.attrs?.rowspan) })
  const content = renderCell(cell.content)
  return cell.type === 'tableHeader'
    ? markup`<th scope="${inFirstRow ? 'col' : 'row'}"${spans}>${content}</th>`
    : markup`<td${spans}>${content}</td>`
}

const span = (cells: number | undefined): number | null => (cells !== undefined && cells > 1 ? cells : null)
