import { z } from 'zod'
import { summarySchema } from '../article/article'
import { idSchema, momentSchema } from '../kernel/ids'
import { otherQueueStates, queueFilterSchema, queueViewSchema } from '../review/queue-filter'
import { prioritySchema } from '../review/remarks'
import { flagNameSchema } from '../workflow/states'
import { reading, writing, type Request } from './request'
import { articleViewSchema } from './shapes'

const byId = z.strictObject({ id: idSchema })
const note = z.string().max(20_000)
const count = z.number().int()
const claiming = [...writing, 'not-found', 'not-allowed', 'queue-refused'] as const

/** An article of the review queue, as one person sees it. */
const queueRowSchema = summarySchema.extend({
  categoryId: z.string().nullable(),
  priority: prioritySchema,
  due: momentSchema.nullable(),
  /** What is required before an approval and not done. */
  flags: z.array(flagNameSchema),
  /** Who has taken its review, by id and by name. */
  assignee: z.strictObject({ id: idSchema, name: z.string() }).nullable(),
  /** Since when it has been waiting, who brought it here, and what they said. */
  since: momentSchema,
  by: z.string(),
  note: z.string(),
  /** Conversations that are not resolved, and those among them that hold it back. */
  comments: count,
  blocking: count,
  /** Whether an open conversation calls on this person, and whether they are who answers for the text. */
  mentionsMe: z.boolean(),
  mine: z.boolean(),
  /** What others did since this person last looked: it came to its state, or its text was changed. */
  news: z.enum(['arrived', 'changed']).nullable(),
})
export type QueueRow = z.infer<typeof queueRowSchema>

/** What became of one article of several that were to make a move. */
const movedSchema = z.strictObject({
  id: idSchema,
  headline: z.string(),
  /** Why it was left as it is, in words; null where it was moved. */
  refused: z.string().nullable(),
})
export type Moved = z.infer<typeof movedSchema>

/** What waits for the desk, who takes it, and how each person looks at it. */
export const queueRequests = {
  /** What is submitted, in review or reopened, and other states on request: most urgent first (`byUrgency`). */
  'review.queue': {
    input: z.strictObject({ also: z.array(z.enum(otherQueueStates)).max(10).optional() }),
    output: z.strictObject({
      rows: z.array(queueRowSchema),
      /** The moment this is the queue of, and when this person looked at it before; null when they never did. */
      at: momentSchema,
      looked: momentSchema.nullable(),
    }),
    errors: reading,
  },
  /** How many articles ask for somebody: what waits, what of it this person took; and what comes back to them. */
  'queue.counts': {
    input: z.strictObject({}),
    output: z.strictObject({ waiting: count, taken: count, changesRequested: count, mentions: count }),
    errors: reading,
  },
  /** Takes a review that nobody has; with `from`, the one that this person has. */
  'queue.claim': {
    input: byId.extend({ from: idSchema.optional() }),
    output: articleViewSchema,
    errors: claiming,
  },
  /** Gives a review to another person who may review, with a note for them. */
  'queue.hand-over': {
    input: byId.extend({ to: idSchema, note }),
    output: articleViewSchema,
    errors: claiming,
  },
  /** Gives a review back to the desk. */
  'queue.give-back': { input: byId, output: articleViewSchema, errors: claiming },
  /** Sets how urgent an article is and when it has to be out; what is left out stays. */
  'queue.plan': {
    input: byId.extend({ priority: prioritySchema.optional(), due: momentSchema.nullable().optional() }),
    output: articleViewSchema,
    errors: claiming,
  },
  /** One move of several articles. Those that are refused do not stop the others. */
  'queue.move': {
    input: z.strictObject({
      ids: z.array(idSchema).min(1).max(1000),
      /** Approving is not among them: what is approved has been read. */
      move: z.enum(['start-review', 'request-changes', 'hold', 'resume', 'spike', 'restore']),
      note,
    }),
    output: z.array(movedSchema),
    errors: writing,
  },
  /** Notes until when this person has seen the queue. A library that can only be read notes nothing. */
  'queue.looked': {
    input: z.strictObject({ at: momentSchema }),
    output: z.strictObject({}),
    errors: [...reading, 'read-only', 'disk-write-failed'],
  },
  /** This person's filters, by name. */
  'queue-view.list': { input: z.strictObject({}), output: z.array(queueViewSchema), errors: reading },
  /** Keeps a filter under a name; one of that name takes the new filter. */
  'queue-view.save': {
    input: z.strictObject({ name: queueViewSchema.shape.name, filter: queueFilterSchema }),
    output: z.array(queueViewSchema),
    errors: [...writing, 'queue-refused'],
  },
  'queue-view.remove': { input: byId, output: z.array(queueViewSchema), errors: writing },
} as const satisfies Record<string, Request>
