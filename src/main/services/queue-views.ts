import type { InputOf } from '../../shared/contract'
import type { ErrorWith } from '../../shared/kernel/app-error'
import { err, ok, type Result } from '../../shared/kernel/result'
import type { QueueView } from '../../shared/review/queue-filter'
import type { Person } from '../../shared/workflow/people'
import type { ReadError, WriteError } from './ports'
import type { Room } from './room'

/** So many filters a person keeps at most: more are no help to anybody. */
const mostViews = 50

/** Notes until when a person has seen the queue; where nothing can be noted, nothing is, and nobody is bothered. */
export async function noteLook(
  room: Room,
  reader: Person | null,
  { at }: InputOf<'queue.looked'>,
): Promise<Result<Record<string, never>, WriteError>> {
  if (!reader || room.library.readOnlyBecause !== null) return ok({})
  const noted = await room.library.deskViews.noteLook(reader.id, at)
  return noted.ok ? ok({}) : noted
}

/** A person's own filters of the queue, by name. */
export async function listViews(room: Room, reader: Person | null): Promise<Result<QueueView[], ReadError>> {
  return ok(reader ? await room.library.deskViews.views(reader.id) : [])
}

/** Keeps a filter under a name. One of that name, whatever its case, takes the new filter. */
export function saveView(
  room: Room,
  person: Person,
  { name, filter }: InputOf<'queue-view.save'>,
): Promise<Result<QueueView[], WriteError | ErrorWith<'queue-refused'>>> {
  return room.library.deskViews.changeViews(person.id, (views) => {
    const same = views.find((one) => one.name.toLowerCase() === name.toLowerCase())
    if (!same && views.length >= mostViews)
      return err({ code: 'queue-refused', reason: `You keep ${mostViews} views already: remove one first.` })
    const saved = { id: same?.id ?? room.newId(), name, filter }
    return ok(inOrder([...views.filter((one) => one !== same), saved]))
  })
}

/** Forgets a filter; one that is gone already is no matter. */
export function removeView(
  room: Room,
  person: Person,
  { id }: InputOf<'queue-view.remove'>,
): Promise<Result<QueueView[], WriteError>> {
  return room.library.deskViews.changeViews(person.id, (views) => ok(views.filter((one) => one.id !== id)))
}

const { compare } = new Intl.Collator('en', { sensitivity: 'base', numeric: true })
const inOrder = (views: readonly QueueView[]): QueueView[] =>
  views.toSorted((a, b) => compare(a.name, b.name) || (a.id < b.id ? -1 : 1))
