import type { IndexEntry } from '../../shared/article/index-entry'
import type { InputOf, OutputOf, QueueRow } from '../../shared/contract'
import { ok, type Result } from '../../shared/kernel/result'
import { isWaiting } from '../../shared/review/queue-filter'
import { byUrgency } from '../../shared/review/queue-order'
import type { Person } from '../../shared/workflow/people'
import { nameBook, type NameBook } from './names'
import { moment, type Room } from './room'

/** What waits for the desk, most urgent first, as a person sees it. It is made of the index alone. */
export async function reviewQueue(
  room: Room,
  reader: Person | null,
  { also = [] }: InputOf<'review.queue'>,
): Promise<Result<OutputOf<'review.queue'>, never>> {
  const at = moment(room)
  const looked = reader ? await room.library.deskViews.looked(reader.id) : null
  const asking = { book: nameBook(room.library), me: reader?.id ?? null, looked }
  const entries = await room.library.articles.entries()
  const rows = entries
    .filter(({ state }) => isWaiting(state) || also.some((one) => one === state))
    .map((entry) => queueRow(entry, asking))
    .sort(byUrgency)
  return ok({ rows, at, looked })
}

/** How many articles ask for somebody, and how many ask for this person. */
export async function queueCounts(
  room: Room,
  reader: Person | null,
): Promise<Result<OutputOf<'queue.counts'>, never>> {
  const entries = await room.library.articles.entries()
  const waiting = entries.filter(({ state }) => isWaiting(state))
  const counted = { waiting: waiting.length, taken: 0, changesRequested: 0, mentions: 0 }
  if (!reader) return ok(counted)
  return ok({
    ...counted,
    taken: waiting.filter(({ assignee }) => assignee === reader.id).length,
    changesRequested: entries.filter((one) => one.state === 'changes-requested' && one.editor === reader.id)
      .length,
    mentions: entries.filter((one) => one.state !== 'spiked' && one.mentioned.includes(reader.id)).length,
  })
}

interface Asking {
  book: NameBook
  /** Who looks, by id. */
  me: string | null
  looked: string | null
}

function queueRow(entry: IndexEntry, { book, me, looked }: Asking): QueueRow {
  const { assignee } = entry
  return {
    ...book.summary(entry),
    categoryId: entry.category,
    priority: entry.priority,
    due: entry.due,
    flags: entry.openFlags,
    assignee: assignee === null ? null : { id: assignee, name: book.person(assignee) },
    since: entry.since,
    by: book.person(entry.by),
    note: entry.note,
    comments: entry.openThreads,
    blocking: entry.blockingThreads,
    mentionsMe: me !== null && entry.mentioned.includes(me),
    mine: me !== null && entry.editor === me,
    news: me === null || looked === null ? null : newsFor(me, looked, entry),
  }
}

/** What is new of an article for a person who looked at a moment; what they did themselves is no news to them. */
function newsFor(me: string, looked: string, entry: IndexEntry): QueueRow['news'] {
  if (entry.since > looked && entry.by !== me) return 'arrived'
  return entry.updatedAt > looked && entry.updatedBy !== me ? 'changed' : null
}
