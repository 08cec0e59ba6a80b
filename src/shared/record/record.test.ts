import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { RecordRow } from '../contract'
import { csvCell, recordCsv } from './record-csv'
import { recordPage } from './record-page'

const row = (changes: Partial<RecordRow> = {}): RecordRow => ({
  sequence: 1,
  at: '2026-03-01T09:00:00.000Z',
  by: 'Edda',
  action: 'submitted',
  subject: '',
  from: 'Draft',
  to: 'Submitted',
  revision: 2,
  note: '',
  signature: 'valid',
  hash: 'a'.repeat(64),
  ...changes,
})

/** Reads one cell back as RFC 4180 says. */
const readCell = (cell: string): string =>
  cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell

describe('a record as CSV', () => {
  it('has a heading and a line for each row', () => {
    expect(recordCsv([row({ note: 'Names, please' })])).toBe(
      'Row,When (UTC),Who,What,To whom or what,From,To,Revision,Note,Signature,Hash\r\n' +
        `1,2026-03-01T09:00:00.000Z,Edda,submitted,,Draft,Submitted,2,"Names, please",Signed,${'a'.repeat(64)}\r\n`,
    )
  })

  it('holds any text, and no formula', () => {
    const hostile = fc
      .tuple(
        fc.constantFrom('', '=', '+', '-', '@', '\t', '\r', '"', ',', '\n'),
        fc.string({ unit: 'grapheme' }),
      )
      .map((parts) => parts.join(''))
    fc.assert(
      fc.property(hostile, (text) => {
        const cell = csvCell(text)
        const read = readCell(cell)
        expect(read).toBe(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text)
        expect(read).not.toMatch(/^[=+\-@\t\r]/)
        if (!cell.startsWith('"')) expect(cell).not.toMatch(/[",\r\n]/)
      }),
    )
  })
})

describe('a record as a page', () => {
  it('shows every word as text and needs nothing else', () => {
    const page = recordPage([row({ note: '<script>alert(1)</script>', by: '"Edda" & Co' })], {
      title: 'Record of “<b>”',
      library: 'The Test Herald',
      madeAt: '2026-03-02T09:00:00.000Z',
    })
    expect(page).not.toMatch(/<script|<b>|src=|href=|@import|url\(/)
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
    expect(page).toContain('Edda&quot; &amp; Co')
  })
})
