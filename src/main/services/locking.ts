import type { LockView, OutputOf } from '../../shared/contract'
import type { ErrorWith } from '../../shared/kernel/app-error'
import { err, ok, type Result } from '../../shared/kernel/result'
import { lockRefusal, mayTakeOver } from '../../shared/workflow/edit-lock'
import type { Person } from '../../shared/workflow/people'
import type { Holder } from './edit-locks'
import { keepArticle } from './keeping'
import { takeOverRow } from './log-rows'
import { nameBook, printedNames } from './names'
import type { ReadError } from './ports'
import { moment, type Room } from './room'
import { signedEntry } from './signing-keys'
import { viewArticle } from './view'

interface ById {
  id: string
}
type NotEditable = ReadError | ErrorWith<'not-found' | 'edit-refused'>

/** Takes an article’s edit lock for a window where it is free and this person may edit. */
export async function takeLock(
  room: Room,
  person: Person,
  { id }: ById,
  window: Holder,
): Promise<Result<LockView, NotEditable>> {
  const revision = await editableRevision(room, person, id)
  if (!revision.ok) return revision
  room.locks.take(id, window, person.id)
  return ok(lockView(room, person, id, window))
}

/** Who edits an article now, as a window sees it. */
export async function showLock(
  room: Room,
  reader: Person | null,
  { id }: ById,
  window: Holder,
): Promise<Result<LockView, never>> {
  return ok(lockView(room, reader, id, window))
}

/** Gives a window’s lock back. */
export async function releaseLock(
  room: Room,
  _person: Person,
  { id }: ById,
  window: Holder,
): Promise<Result<Record<string, never>, never>> {
  room.locks.release(id, window)
  return ok({})
}

/**
 * Takes the lock from another window. That window keeps what was typed there; where it does not answer, the unsaved
 * text that its person has on the disk is kept in their name. What cannot be kept stays in their draft.
 */
export async function breakLock(
  room: Room,
  person: Person,
  { id }: ById,
  window: Holder,
): Promise<Result<OutputOf<'lock.break'>, NotEditable | ErrorWith<'not-allowed'>>> {
  const before = await editableRevision(room, person, id)
  if (!before.ok) return before
  const held = room.locks.of(id)
  if (held && !mayTakeOver(person, held.person)) {
    const reason = `${nameBook(room.library).person(held.person)} is editing it, and only desk chiefs and admins take over.`
    return err({ code: 'not-allowed', action: 'take over this article', reason })
  }
  const now = await room.locks.takeOver(id, window, person.id, person.name)
  if (held && held.holder !== window) await keepLeftText(room, held.person, id)
  // Where two asked, the log names the one who has it.
  if (held && held.person !== person.id && now.holder === window) await noteTakeOver(room, person, id)
  const after = await room.library.articles.find(id)
  const kept = after.ok && after.value.revision > before.value ? after.value.revision : null
  return ok({ ...lockView(room, person, id, window), kept })
}

/** Why a window may not keep an article’s text now: another one holds its lock. Null when it may. */
export function refusalOfLock(room: Room, id: string, window: Holder): ErrorWith<'edit-refused'> | null {
  const held = room.locks.of(id)
  if (!held || held.holder === window) return null
  const name = nameBook(room.library).person(held.person)
  return { code: 'edit-refused', reason: lockRefusal(name), heldBy: name }
}

/** The kept revision of an article that this person may edit. */
async function editableRevision(
  room: Room,
  person: Person,
  id: string,
): Promise<Result<number, NotEditable>> {
  const found = await room.library.articles.find(id)
  if (!found.ok) return found
  const { editRefusal } = viewArticle(room, person, found.value)
  return editRefusal === null ? ok(found.value.revision) : err({ code: 'edit-refused', reason: editRefusal })
}

/** Keeps a person’s unsaved text of an article as theirs; a conflict, or a refusal, leaves it in their draft. */
async function keepLeftText(room: Room, personId: string, id: string): Promise<void> {
  const person = room.library.people.read().find((one) => one.id === personId)
  const draft = await room.library.drafts.find(id, personId)
  if (person && draft) await keepArticle(room, person, { id, basedOn: draft.basedOn, content: draft.content })
}

/** Notes in the article's log that somebody took its editing over. The take-over itself stands without it. */
async function noteTakeOver(room: Room, person: Person, id: string): Promise<void> {
  const now = moment(room)
  await room.library.articles.change(id, (article) => {
    const authorNames = printedNames(room.library.authors.read(), article.content.authors)
    return ok({ article, ...signedEntry(room, takeOverRow(article, person.id, now, authorNames)) })
  })
}

function lockView(room: Room, reader: Person | null, id: string, window: Holder): LockView {
  const held = room.locks.of(id)
  if (!held) return { holder: null, mayTakeOver: false }
  const isHere = held.holder === window
  const at = isHere ? 'here' : held.person === reader?.id ? 'own-window' : 'elsewhere'
  return {
    holder: { name: nameBook(room.library).person(held.person), since: held.since, at },
    mayTakeOver: !isHere && reader !== null && mayTakeOver(reader, held.person),
  }
}
