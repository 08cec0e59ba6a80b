import type { HistoryRow } from '../../../shared/contract'

/** What a row of the history says happened, to follow the person's name: `approved it`, `set Legal to “Done”`. */
export function historyWords({ action, to }: Pick<HistoryRow, 'action' | 'to'>): string {
  const flag = /^set (.+) of$/.exec(action)?.[1]
  return flag === undefined ? `${action} it` : `set ${flag} to “${to}”`
}
