import { z } from 'zod'
import { summarySchema } from '../article/article'
import { contentSchema } from '../article/content'
import { keepReasonSchema } from '../article/revision'
import { idSchema, momentSchema } from '../kernel/ids'
import { surroundingsSchema } from '../render/page-model'
import { correctionFormSchema } from '../workflow/correction'
import { moveNameSchema } from '../workflow/moves'
import { workingStateSchema } from '../workflow/states'
import { reading, writing, type Request } from './request'
import { articleViewSchema, historyRowSchema, openedArticleSchema } from './shapes'

const byId = z.strictObject({ id: idSchema })
const shownStateSchema = z.union([workingStateSchema, z.literal('reopened')])
const facet = z.record(z.string(), z.number().int())
const typed = z.strictObject({ id: idSchema, basedOn: z.number().int().min(1), content: contentSchema })

export const articleRequests = {
  'article.list': {
    input: z.strictObject({
      search: z.string().max(10_000),
      /** Empty means any. Categories and authors by their names, as summaries carry them. */
      states: z.array(shownStateSchema),
      categories: z.array(z.string()),
      authors: z.array(z.string()),
      sort: z.enum(['updated', 'headline', 'state', 'category', 'words']),
      descending: z.boolean(),
      offset: z.number().int().min(0),
      limit: z.number().int().min(1).max(1000),
    }),
    output: z.strictObject({
      rows: z.array(summarySchema),
      /** How many match, and how many there are in all. */
      total: z.number().int(),
      all: z.number().int(),
      /** How many articles each filter would show. */
      states: facet,
      categories: facet,
      authors: facet,
    }),
    errors: reading,
  },
  /** Of the library’s first type and with nothing in it, unless something else is asked for. */
  'article.create': {
    input: z.strictObject({ template: idSchema.optional(), type: z.string().max(100).optional() }),
    output: openedArticleSchema,
    errors: [...writing, 'not-allowed', 'not-found'],
  },
  'article.open': { input: byId, output: openedArticleSchema, errors: [...reading, 'not-found'] },
  /** Keeps a new revision. Content that equals what is kept makes none. */
  'article.keep': {
    input: typed.extend({ because: keepReasonSchema.optional() }),
    output: articleViewSchema,
    errors: [...writing, 'not-found', 'revision-conflict', 'edit-refused'],
  },
  'article.move': {
    input: z.strictObject({
      id: idSchema,
      move: moveNameSchema,
      note: z.string().max(20_000),
      /** Of `correct`: what its notice is made of. Without it, the note is the notice. */
      correction: correctionFormSchema.optional(),
      /** The revision that was looked at: where another one is kept now, the move is refused. */
      seen: z.number().int().min(1).optional(),
    }),
    output: articleViewSchema,
    errors: [...writing, 'not-found', 'move-refused'],
  },
  'article.flag': {
    input: z.strictObject({
      id: idSchema,
      flag: z.enum(['legal', 'factCheck', 'pictures']),
      value: z.enum(['not-needed', 'required', 'done']),
    }),
    output: articleViewSchema,
    errors: [...writing, 'not-found', 'not-allowed'],
  },
  'article.history': { input: byId, output: z.array(historyRowSchema), errors: [...reading, 'not-found'] },
  /** Unsaved typing, written through to the disk. */
  'draft.write': {
    input: typed,
    output: z.strictObject({ at: momentSchema }),
    errors: [...writing, 'not-found'],
  },
  'draft.discard': { input: byId, output: z.strictObject({}), errors: writing },
  /** This person's unsaved drafts that differ from what is kept. */
  'draft.mine': {
    input: z.strictObject({}),
    output: z.array(z.strictObject({ article: idSchema, headline: z.string(), at: momentSchema })),
    errors: reading,
  },
  /** What a page shows beside its article; unknown references are left out. */
  'preview.surroundings': {
    input: z.strictObject({
      authors: z.array(idSchema),
      pictures: z.array(z.string()),
      related: z.array(idSchema),
    }),
    output: surroundingsSchema,
    errors: reading,
  },
} as const satisfies Record<string, Request>
