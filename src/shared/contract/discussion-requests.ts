import { z } from 'zod'
import { idSchema } from '../kernel/ids'
import { anchorSchema } from '../review/anchor'
import { writing, type Request } from './request'
import { articleViewSchema } from './shapes'

const words = z.string().max(20_000)
const said = z.string().trim().min(1, 'says nothing').max(20_000)
const mentions = z.array(idSchema).max(50)
const inThread = z.strictObject({ id: idSchema, thread: idSchema })
const remarking = [...writing, 'not-found', 'remark-refused'] as const

/** What the newsroom says about an article: conversations and suggested changes. No request here changes the text but an accepted suggestion. */
export const discussionRequests = {
  /** Begins a conversation. The anchor is looked up in what is kept, and found again by its words where those moved. */
  'thread.add': {
    input: z.strictObject({
      id: idSchema,
      anchor: anchorSchema,
      text: said,
      mentions,
      blocking: z.boolean(),
    }),
    output: articleViewSchema,
    errors: remarking,
  },
  'thread.reply': {
    input: inThread.extend({ text: said, mentions }),
    output: articleViewSchema,
    errors: remarking,
  },
  /** A blocking one is resolved by who began it, or by a desk chief. */
  'thread.resolve': {
    input: inThread.extend({ resolved: z.boolean() }),
    output: articleViewSchema,
    errors: [...remarking, 'not-allowed'],
  },
  'thread.block': {
    input: inThread.extend({ blocking: z.boolean() }),
    output: articleViewSchema,
    errors: [...remarking, 'not-allowed'],
  },
  /** One’s own comment, with other words; a thread without comments is gone. */
  'comment.change': {
    input: inThread.extend({ comment: idSchema, text: said, mentions }),
    output: articleViewSchema,
    errors: [...remarking, 'not-allowed'],
  },
  'comment.remove': {
    input: inThread.extend({ comment: idSchema }),
    output: articleViewSchema,
    errors: [...remarking, 'not-allowed'],
  },
  /** Proposes that the anchor’s words become `text`. */
  'suggestion.add': {
    input: z.strictObject({ id: idSchema, anchor: anchorSchema, text: words, note: words }),
    output: articleViewSchema,
    errors: remarking,
  },
  /** By who may edit the article. Accepted ones change the text as one revision in their name. */
  'suggestion.answer': {
    input: z.strictObject({
      id: idSchema,
      suggestions: z.array(idSchema).min(1).max(2000),
      kind: z.enum(['accepted', 'refused']),
    }),
    output: z.strictObject({
      view: articleViewSchema,
      /** Those that could not be answered, and why. */
      left: z.array(z.strictObject({ suggestion: idSchema, reason: z.string() })),
    }),
    errors: [...remarking, 'edit-refused'],
  },
  /** An answered one whose words stand as they were is offered again. By who may edit the article. */
  'suggestion.reopen': {
    input: z.strictObject({ id: idSchema, suggestion: idSchema }),
    output: articleViewSchema,
    errors: [...remarking, 'edit-refused'],
  },
  /** One’s own, as long as nobody answered it. */
  'suggestion.withdraw': {
    input: z.strictObject({ id: idSchema, suggestion: idSchema }),
    output: articleViewSchema,
    errors: [...remarking, 'not-allowed'],
  },
} as const satisfies Record<string, Request>
