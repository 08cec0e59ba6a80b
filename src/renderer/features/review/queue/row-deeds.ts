import type { QueueRow } from '../../../../shared/contract'
import { moves } from '../../../../shared/workflow/moves'
import { keysOf } from '../../../commands/use-commands'
import type { MenuItem } from '../../../ui'
import type { BulkMove, useQueueDeeds } from './queue-deeds-store'

const offered: readonly BulkMove[] = ['start-review', 'request-changes', 'hold', 'resume', 'restore', 'spike']
const commandOf = {
  'start-review': 'review.start',
  hold: 'review.hold',
  restore: 'review.restore',
  spike: 'review.spike',
} as const
const hasKeys = (move: BulkMove): move is keyof typeof commandOf => move in commandOf

/**
 * What a desk chief may do with an article of the queue, as its menu. What its state forbids is left out.
 * @param me the person who looks, by id
 */
export function rowDeeds(row: QueueRow, me: string, deeds: ReturnType<typeof useQueueDeeds>): MenuItem[] {
  const ids = [row.id]
  const reviewable = row.state !== 'spiked' && row.state !== 'changes-requested'
  const taking: MenuItem[] = reviewable
    ? [
        row.assignee?.id === me
          ? {
              label: 'Give the review back',
              keys: keysOf('review.give-back'),
              choose: () => void deeds.giveBack(ids),
            }
          : {
              label: row.assignee ? `Take the review from ${row.assignee.name}` : 'Take the review',
              keys: keysOf('review.claim'),
              choose: () => void deeds.claim(ids),
            },
        {
          label: 'Hand the review over…',
          keys: keysOf('review.hand-over'),
          choose: () => (deeds.asking = { kind: 'hand-over', ids }),
        },
      ]
    : []
  const moving: MenuItem[] = offered
    .filter((move) => moves[move].from.includes(row.state))
    .map((move) => ({
      label: moves[move].noteFor === undefined ? moves[move].title : `${moves[move].title}…`,
      keys: hasKeys(move) ? keysOf(commandOf[move]) : undefined,
      danger: move === 'spike',
      choose: () => deeds.begin(ids, move),
    }))
  return [
    ...taking,
    ...moving.map((item, place) => (place === 0 ? { ...item, parted: taking.length > 0 } : item)),
  ]
}
