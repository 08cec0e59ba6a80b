import type { Revision } from '../../shared/article/revision'
import type { InputOf, OutputOf } from '../../shared/contract'
import type { ErrorWith } from '../../shared/kernel/app-error'
import { ok, type Result } from '../../shared/kernel/result'
import type { Person } from '../../shared/workflow/people'
import { verifierOf } from './approvals'
import { historyWords } from './log-rows'
import { nameBook } from './names'
import type { ReadError, WriteError } from './ports'
import type { Room } from './room'

type Missing = ReadError | ErrorWith<'not-found'>

/** A page of kept revisions, newest first, each with what was done with the article while it was its text. */
export async function listRevisions(
  room: Room,
  _reader: Person | null,
  { id, below, limit }: InputOf<'article.revisions'>,
): Promise<Result<OutputOf<'article.revisions'>, Missing>> {
  const { articles } = room.library
  const kept = await articles.revisions(id, { below, limit })
  if (!kept.ok) return kept
  const book = nameBook(room.library)
  // A damaged log has its own place to be told of; the revisions are there without it.
  const log = await articles.log(id)
  const events = log.ok ? historyWords(log.value, book, verifierOf(room)) : []
  const rows = kept.value.rows.map(({ revision, by, at, words }) => ({
    revision,
    by: book.person(by),
    at,
    words,
    events: events.filter((event) => event.revision === revision),
  }))
  return ok({ rows, total: kept.value.total })
}

/** One kept revision, whole. */
export const openRevision = (
  room: Room,
  _reader: Person | null,
  { id, revision }: InputOf<'article.revision'>,
): Promise<Result<Revision, Missing>> => room.library.articles.revision(id, revision)

/** Notes that a person has read a revision; where nothing can be noted, nothing is, and nobody is bothered. */
export async function noteReading(
  room: Room,
  reader: Person | null,
  { id, revision }: InputOf<'article.read'>,
): Promise<Result<Record<string, never>, Missing | WriteError>> {
  if (!reader || room.library.readOnlyBecause !== null) return ok({})
  const found = await room.library.articles.find(id)
  if (!found.ok) return found
  const noted = await room.library.reading.note(reader.id, id, Math.min(revision, found.value.revision))
  return noted.ok ? ok({}) : noted
}

/** So many of the newest revisions are looked at for who kept them; beyond, all count as somebody else's. */
const mostLookedAt = 50

/** What others kept since a person last read an article. Their own revisions are no news to them. */
export async function sinceRead(
  room: Room,
  reader: Person | null,
  { id }: InputOf<'article.since-read'>,
): Promise<Result<OutputOf<'article.since-read'>, Missing>> {
  const { articles, reading } = room.library
  const read = reader ? await reading.find(reader.id, id) : null
  if (!reader || read === null) return ok({ read: null, revisions: 0, by: [] })
  const found = await articles.find(id)
  if (!found.ok) return found
  const newer = found.value.revision - read
  if (newer <= 0) return ok({ read, revisions: 0, by: [] })
  const kept = await articles.revisions(id, { below: null, limit: Math.min(newer, mostLookedAt) })
  if (!kept.ok) return kept
  const others = kept.value.rows.filter(({ by, revision }) => by !== reader.id && revision > read)
  const book = nameBook(room.library)
  return ok({
    read,
    revisions: others.length + Math.max(0, newer - mostLookedAt),
    by: [...new Set(others.map(({ by }) => book.person(by)))],
  })
}
