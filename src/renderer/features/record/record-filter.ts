import type { RecordRow } from '../../../shared/contract'
import { signatureWords } from '../../../shared/record/record-table'
import type { Choice } from '../../ui'

/** What is wanted of a record; '' wants everything. */
export interface RecordFilter {
  words: string
  /** A name, a deed and a day as the rows tell them. */
  by: string
  action: string
  day: string
}

export const everything: RecordFilter = { words: '', by: '', action: '', day: '' }

/** A row with the day it happened on, as people read it. */
type DayedRow = RecordRow & { day: string }

/** The rows that are wanted, newest first. */
export function filterRecord<Row extends DayedRow>(rows: readonly Row[], wanted: RecordFilter): Row[] {
  const words = wanted.words.trim().toLowerCase()
  const isOne = (value: string, one: string): boolean => one === '' || value === one
  return rows
    .filter(
      (row) =>
        isOne(row.by, wanted.by) &&
        isOne(row.action, wanted.action) &&
        isOne(row.day, wanted.day) &&
        wordsOf(row).some((text) => text.toLowerCase().includes(words)),
    )
    .toReversed()
}

const wordsOf = (row: RecordRow): string[] => [
  ...[row.by, row.action, row.subject, row.from, row.to, row.note],
  signatureWords[row.signature],
]

/** What can be chosen among in a record: everything, then each value of its rows once, in the order given. */
export const choicesAmong = (all: string, values: readonly string[]): Choice<string>[] => [
  { value: '', label: all },
  ...[...new Set(values)].map((value) => ({ value, label: value })),
]
