import type { ErrorWith } from '../../shared/kernel/app-error'
import { ok, type Result } from '../../shared/kernel/result'
import type { Person } from '../../shared/workflow/people'
import { saysTheSame } from './keep-decision'
import type { Typed } from './keeping'
import type { ReadError, WriteError } from './ports'
import { moment, type Room } from './room'

/** Writes this person's unsaved text through to the disk. */
export async function writeDraft(
  room: Room,
  person: Person,
  { id, basedOn, content }: Typed,
): Promise<Result<{ at: string }, WriteError | ReadError | ErrorWith<'not-found'>>> {
  const found = await room.library.articles.find(id)
  if (!found.ok) return found
  const at = moment(room)
  const written = await room.library.drafts.write({ article: id, person: person.id, basedOn, at, content })
  return written.ok ? ok({ at }) : written
}

/** Forgets this person’s unsaved text of an article, for good. */
export async function discardDraft(
  room: Room,
  person: Person,
  { id }: { id: string },
): Promise<Result<Record<string, never>, WriteError>> {
  const discarded = await room.library.drafts.discard(id, person.id)
  return discarded.ok ? ok({}) : discarded
}

/** This person's unsaved drafts that differ from what is kept, newest first. */
export async function listDrafts(
  room: Room,
  person: Person,
): Promise<Result<{ article: string; headline: string; at: string }[], never>> {
  const mine: { article: string; headline: string; at: string }[] = []
  for (const draft of await room.library.drafts.ofPerson(person.id)) {
    const found = await room.library.articles.find(draft.article)
    // Unsaved text of an article that cannot be read is worth showing all the more.
    const gone = !found.ok && found.error.code === 'not-found'
    const same = found.ok && saysTheSame(draft.content, found.value)
    const kept = found.ok ? found.value.content.headline : ''
    if (!gone && !same)
      mine.push({ article: draft.article, headline: draft.content.headline || kept, at: draft.at })
  }
  return ok(mine.sort((a, b) => (a.at < b.at ? 1 : -1)))
}
