import { z } from 'zod'
import { idSchema } from '../kernel/ids'
import { flagNameSchema, type FlagName, type ShownState } from '../workflow/states'
import { isOverdue } from './queue-order'
import { prioritySchema, type Priority } from './remarks'

/** What waits for a desk chief by itself, and what is shown in the queue only on request. */
const waitingStates = ['submitted', 'in-review', 'reopened'] as const
export const otherQueueStates = ['on-hold', 'changes-requested', 'spiked'] as const
export const queueStateSchema = z.enum([...waitingStates, ...otherQueueStates])
export type QueueState = z.infer<typeof queueStateSchema>

export const isWaiting = (state: ShownState): boolean => waitingStates.some((one) => one === state)

/** `soon` is what is due within three hours, and what is overdue. */
const dueFilters = ['any', 'overdue', 'soon', 'set', 'none'] as const
const assigneeFilters = ['anyone', 'me', 'nobody', 'others'] as const
const soon = 3 * 60 * 60_000

/** What a person wants to see of the queue. An empty list means any. */
export const queueFilterSchema = z.strictObject({
  /** No state means whatever waits; other states are listed when they are asked for. */
  states: z.array(queueStateSchema).max(20),
  /** Category ids; '' is an article without one. */
  categories: z.array(z.string().max(1000)).max(1000),
  priorities: z.array(prioritySchema).max(10),
  assignee: z.enum(assigneeFilters),
  /** Articles with at least one of these required and not done. */
  flags: z.array(flagNameSchema).max(10),
  due: z.enum(dueFilters),
  /** Only articles that this person answers for: they submitted or began them. */
  mine: z.boolean().default(false),
  /** Only articles with an open conversation that calls on this person. */
  mentions: z.boolean().default(false),
})
export type QueueFilter = z.infer<typeof queueFilterSchema>

/** Everything that waits. */
export const wholeQueue: QueueFilter = {
  states: [],
  categories: [],
  priorities: [],
  assignee: 'anyone',
  flags: [],
  due: 'any',
  mine: false,
  mentions: false,
}

/** What a filter looks at. */
interface Filtered {
  state: ShownState
  categoryId: string | null
  priority: Priority
  due: string | null
  assignee: { id: string } | null
  flags: readonly FlagName[]
  mine: boolean
  mentionsMe: boolean
}

/**
 * Whether a filter shows an article.
 * @param asking `person` looks at the queue, by id; `now` in milliseconds since 1970
 */
export function passesFilter(
  row: Filtered,
  filter: QueueFilter,
  asking: { person: string | null; now: number },
): boolean {
  const { states, categories, priorities, assignee, flags, due } = filter
  return (
    (states.length === 0 ? isWaiting(row.state) : states.some((one) => one === row.state)) &&
    among(categories, row.categoryId ?? '') &&
    among(priorities, row.priority) &&
    isWith(row.assignee?.id ?? null, assignee, asking.person) &&
    (flags.length === 0 || flags.some((flag) => row.flags.includes(flag))) &&
    isDue(row, due, asking.now) &&
    (!filter.mine || row.mine) &&
    (!filter.mentions || row.mentionsMe)
  )
}

const among = <T>(wanted: readonly T[], value: T): boolean => wanted.length === 0 || wanted.includes(value)

function isWith(who: string | null, wanted: QueueFilter['assignee'], me: string | null): boolean {
  switch (wanted) {
    case 'anyone':
      return true
    case 'me':
      return who !== null && who === me
    case 'nobody':
      return who === null
    case 'others':
      return who !== null && who !== me
  }
}

function isDue(row: Pick<Filtered, 'due'>, wanted: QueueFilter['due'], now: number): boolean {
  switch (wanted) {
    case 'any':
      return true
    case 'overdue':
      return isOverdue(row, now)
    case 'soon':
      return isOverdue(row, now + soon)
    case 'set':
      return row.due !== null
    case 'none':
      return row.due === null
  }
}

/** A filter under a name, as a person keeps it. */
export const queueViewSchema = z.strictObject({
  id: idSchema,
  name: z.string().trim().min(1).max(100),
  filter: queueFilterSchema,
})
export type QueueView = z.infer<typeof queueViewSchema>
