import type { RecordRow } from '../contract'
import { finished, markup } from '../render/html'
import { recordColumns } from './record-table'

const style = `
body { margin: 2rem; font: 0.875rem/1.5 system-ui, sans-serif; color: #1a1a1a; background: #fff; }
table { width: 100%; border-collapse: collapse; }
th, td { padding: 0.25rem 0.5rem; border: 1px solid #bbb; text-align: start; vertical-align: top; overflow-wrap: anywhere; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
td { white-space: pre-line; }
@page { size: landscape; margin: 1cm; }
`

/** A record as one page for printing: it needs no other file, and no script. */
export function recordPage(
  rows: readonly RecordRow[],
  { title, library, madeAt }: { title: string; library: string; madeAt: string },
): string {
  return markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${title}</title>
<style>${finished(style)}</style>
</head>
<body>
<h1 dir="auto">${title}</h1>
<p>${library}. ${rows.length} rows, as of ${madeAt}. Each row’s hash covers all rows before it.</p>
<table>
<thead><tr>${recordColumns.map((column) => markup`<th scope="col">${column.title}</th>`)}</tr></thead>
<tbody>
${rows.map((row) => markup`<tr>${recordColumns.map(({ of }) => markup`<td dir="auto">${of(row)}</td>`)}</tr>\n`)}</tbody>
</table>
</body>
</html>
`.text
}
