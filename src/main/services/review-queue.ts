import type { IndexEntry } from '../../shared/article/index-entry'
import type { OutputOf } from '../../shared/contract'
import { ok, type Result } from '../../shared/kernel/result'
import type { Person } from '../../shared/workflow/people'
import { nameBook } from './names'
import type { Room } from './room'

type Queue = OutputOf<'review.queue'>

const waiting: readonly string[] = ['submitted', 'in-review', 'reopened']

/** What waits for the desk, longest first: since when, by whom and with what note. */
export async function reviewQueue(room: Room, _reader: Person | null): Promise<Result<Queue, never>> {
  const book = nameBook(room.library)
  const entries = (await room.library.articles.entries()).filter(({ state }) => waiting.includes(state))
  const rows = await Promise.all(
    entries.map(async (entry) => ({ ...book.summary(entry), ...(await arrival(room, entry, book.person)) })),
  )
  return ok(rows.sort((a, b) => (a.since === b.since ? (a.id < b.id ? -1 : 1) : a.since < b.since ? -1 : 1)))
}

/** A reopened article has waited since somebody changed it, not since it was approved. */
async function arrival(
  room: Room,
  { id, state, since, by, note, updatedAt }: IndexEntry,
  nameOf: (person: string) => string,
): Promise<Pick<Queue[number], 'since' | 'by' | 'note'>> {
  if (state !== 'reopened') return { since, by: nameOf(by), note }
  const found = await room.library.articles.find(id)
  return { since: updatedAt, by: found.ok ? nameOf(found.value.updatedBy) : '', note: '' }
}
