import type { LibraryEntry } from '../../shared/workflow/log'
import type { Person } from '../../shared/workflow/people'
import type { Result } from '../../shared/kernel/result'
import type { LibraryNote, WriteError } from './ports'
import { moment, type Room } from './room'

/** What was done to whom or what; left out is empty. `note` is in the words of whoever did it, or says more. */
export interface Deed extends Pick<LibraryEntry, 'action'> {
  subject?: string
  from?: string
  to?: string
  note?: string
}

/**
 * The note that a change of people or settings takes along, so that the row and the change are stored together:
 * `room.library.people.change((people) => ok({ next, value, note: libraryNote(room, asker, {…}) }))`.
 */
export function libraryNote(
  room: Pick<Room, 'now' | 'keys'>,
  { id }: Pick<Person, 'id'>,
  { action, subject = '', from = '', to = '', note = '' }: Deed,
): LibraryNote {
  return {
    entry: { at: moment(room), by: id, action, subject, from, to, note },
    sign: room.keys.signerOf(id),
  }
}

/** Notes in the library's log what was stored elsewhere: the house style, an author, a template. */
export function noteInLibraryLog(
  room: Pick<Room, 'now' | 'keys' | 'library'>,
  person: Pick<Person, 'id'>,
  deed: Deed,
): Promise<Result<void, WriteError>> {
  return room.library.log.add(libraryNote(room, person, deed))
}
