import type { HistoryRow } from '../../../shared/contract'
import { moves, type MoveName } from '../../../shared/workflow/moves'

const isMove = (action: string): action is MoveName => action in moves

/** What a row of the log says happened, to be read after the person's name: `approved it`. */
export function historyWords({ action }: Pick<HistoryRow, 'action'>): string {
  return `${isMove(action) ? moves[action].done : action} it`
}
