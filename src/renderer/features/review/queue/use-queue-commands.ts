import { commands, type CommandId } from '../../../../shared/commands/catalogue'
import { useCommand } from '../../../commands/use-commands'
import { useSession } from '../../../stores/session-store'
import { useReviewedArticle } from '../reviewed-article-store'
import { useQueueDeeds } from './queue-deeds-store'
import { useReviewQueue } from './queue-store'

type QueueCommand = Extract<CommandId, `review.${string}`>

/** Answers the commands of the review queue: for what is chosen, else for the row gone to, else for the open article. */
export function useQueueCommands(): void {
  const queue = useReviewQueue()
  const deeds = useQueueDeeds()
  const reviewed = useReviewedArticle()
  const session = useSession()

  const targets = (): readonly string[] => {
    if (queue.chosen.length > 0) return queue.chosen
    const one = queue.active ?? reviewed.openId
    return one === null ? [] : [one]
  }
  const refusal = (): string => {
    if (!session.hasAnyRole('chief')) return 'Reviewing is for desk chiefs'
    return targets().length === 0 ? 'Choose an article of the queue first' : ''
  }
  const answers: Partial<Record<QueueCommand, (ids: readonly string[]) => void>> = {
    'review.start': (ids) => deeds.begin(ids, 'start-review'),
    'review.claim': (ids) => void deeds.claim(ids),
    'review.hand-over': (ids) => (deeds.asking = { kind: 'hand-over', ids }),
    'review.give-back': (ids) => void deeds.giveBack(ids),
    'review.hold': (ids) => deeds.begin(ids, 'hold'),
    'review.spike': (ids) => deeds.begin(ids, 'spike'),
    'review.restore': (ids) => deeds.begin(ids, 'restore'),
  }
  for (const id of Object.keys(commands) as CommandId[]) {
    const answer = answers[id as QueueCommand]
    if (!answer) continue
    useCommand(
      id,
      () => {
        if (refusal() !== '') return false
        answer(targets())
        return true
      },
      refusal,
    )
  }
}
