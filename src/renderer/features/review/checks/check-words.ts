import type { CheckRow } from '../../../../shared/contract'

export const outcomeNames: Record<CheckRow['outcome'], string> = {
  passed: 'Passed',
  failed: 'Failed',
  waived: 'Waived',
  open: 'Not checked',
}

/** Whether an approval waits for a check. */
export const holdsBack = ({ holds, outcome }: Pick<CheckRow, 'holds' | 'outcome'>): boolean =>
  holds && (outcome === 'failed' || outcome === 'open')

/** What needs somebody first: what holds the article back, what people check, what only advises, and what is fine. */
export function inOrderOfNeed(rows: readonly CheckRow[]): CheckRow[] {
  const need = (row: CheckRow): number => {
    if (holdsBack(row)) return 0
    if (row.kind === 'human') return 1
    return row.outcome === 'passed' ? 3 : 2
  }
  return [...rows].sort((one, other) => need(one) - need(other))
}

/** How many checks hold the article back, in words. */
export function standInWords(rows: readonly CheckRow[]): string {
  const waiting = rows.filter(holdsBack).length
  if (waiting === 0) return 'Nothing here holds an approval back.'
  return waiting === 1 ? '1 check holds the approval back.' : `${waiting} checks hold the approval back.`
}
