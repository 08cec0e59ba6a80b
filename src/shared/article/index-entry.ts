import { z } from 'zod'
import { idSchema, momentSchema } from '../kernel/ids'
import { prioritySchema } from '../review/remarks'
import { isWholeAgain, shownState } from '../workflow/decide'
import {
  flagNameSchema,
  openFlags,
  publicStateSchema,
  workingStateSchema,
  type ShownState,
} from '../workflow/states'
import type { Article, Summary } from './article'
import { bodyMedia } from './body-text'
import { deskNotes } from './content'

/**
 * What the library's index holds of an article: enough for lists and filters, with references still as ids. What
 * earlier versions did not know has a default, and is made anew from the article when the library is opened.
 */
export const indexEntrySchema = z.strictObject({
  id: idSchema,
  headline: z.string(),
  standfirst: z.string(),
  slug: z.string(),
  category: z.string().nullable(),
  authors: z.array(idSchema),
  tags: z.array(z.string()),
  /** The id of its article type, or ''. */
  type: z.string().default(''),
  state: z.union([workingStateSchema, z.literal('reopened')]),
  wholeAgain: z.boolean().default(false),
  publicState: publicStateSchema,
  revision: z.number().int(),
  words: z.number().int(),
  readTime: z.number().int(),
  updatedAt: momentSchema,
  /** Who kept its text last, and who answers for it: whoever submitted it, else who began it. */
  updatedBy: idSchema.nullable().default(null),
  editor: idSchema.nullable().default(null),
  priority: prioritySchema.default('normal'),
  due: momentSchema.nullable().default(null),
  assignee: idSchema.nullable().default(null),
  /** What is required before an approval and not done. */
  openFlags: z.array(flagNameSchema).default([]),
  /** Conversations that are not resolved, those among them that hold it back, and whom they call on. */
  openThreads: z.number().int().default(0),
  blockingThreads: z.number().int().default(0),
  mentioned: z.array(idSchema).default([]),
  /** When and by whom it came to the state people see, with what note. */
  since: momentSchema,
  by: idSchema,
  note: z.string(),
  /** Content hashes of the pictures it uses. */
  media: z.array(z.string()),
  /** Whether an approval ever sealed it, and the path readers know, if any. */
  wasApproved: z.boolean(),
  path: z.string().nullable(),
  /** Paths it had before, which still lead to it. */
  formerPaths: z.array(z.string()),
})
export type IndexEntry = z.infer<typeof indexEntrySchema>

/** The index entry of an article; `authorNames` are printed names in byline order, as the seal needs them. */
export function indexEntry(article: Article, authorNames: readonly string[]): IndexEntry {
  const { content, derived, review } = article
  const state = shownState(article, authorNames)
  const threads = review.threads.filter(({ resolved }) => resolved === null)
  return {
    id: article.id,
    headline: content.headline,
    standfirst: content.standfirst,
    slug: content.slug.text,
    category: content.category,
    authors: content.authors,
    tags: content.tags,
    type: deskNotes(content).type,
    state,
    wholeAgain: isWholeAgain(article, state),
    publicState: article.public.state,
    revision: article.revision,
    words: derived.words,
    readTime: content.readTime?.minutes ?? derived.minutes,
    updatedAt: article.updatedAt,
    updatedBy: article.updatedBy,
    editor: review.submittedBy ?? article.createdBy,
    priority: review.priority,
    due: review.due,
    assignee: review.assignee,
    openFlags: openFlags(review.flags),
    openThreads: threads.length,
    blockingThreads: threads.filter(({ blocking }) => blocking).length,
    mentioned: [...new Set(threads.flatMap(({ comments }) => comments.flatMap(({ mentions }) => mentions)))],
    ...arrivalOf(article, state),
    media: [
      ...new Set([...(content.thumbnail ? [content.thumbnail.media] : []), ...bodyMedia(content.body)]),
    ],
    wasApproved: review.seal !== null,
    path: article.public.exported?.path ?? null,
    formerPaths: article.public.formerPaths,
  }
}

/** A reopened article waits since somebody changed or corrected it, not since it was approved. */
function arrivalOf(
  { review, updatedAt, updatedBy, public: { corrections } }: Article,
  state: ShownState,
): Pick<IndexEntry, 'since' | 'by' | 'note'> {
  const { since, by, note } = review
  const moved = { since, by, note }
  if (state !== 'reopened') return moved
  const kept = { since: updatedAt, by: updatedBy, note: '' }
  const corrected = corrections.map((one) => ({ since: one.at, by: one.by, note: one.text }))
  // Where none of these came after the approval, an author was renamed: that is told of no article.
  return [kept, ...corrected].reduce((last, one) => (one.since > last.since ? one : last), moved)
}

/** A summary from an index entry and the names its ids stand for. */
export function summaryFrom(
  entry: IndexEntry,
  names: { category: (id: string) => string; author: (id: string) => string },
): Summary {
  return {
    id: entry.id,
    headline: entry.headline,
    slug: entry.slug,
    category: entry.category === null ? '' : names.category(entry.category),
    authors: entry.authors.map(names.author),
    state: entry.state,
    wholeAgain: entry.wholeAgain,
    publicState: entry.publicState,
    revision: entry.revision,
    words: entry.words,
    readTime: entry.readTime,
    updatedAt: entry.updatedAt,
  }
}
