import type { InputOf } from '../../shared/contract'
import type { ScheduleView } from '../../shared/contract/ways-out-requests'
import type { ErrorWith } from '../../shared/kernel/app-error'
import { err, ok, type Result } from '../../shared/kernel/result'
import { nextRun, type Calendar } from '../../shared/schedule/next-run'
import { orderHash, seenUntil, type Schedule } from '../../shared/schedule/schedule'
import { whenWords } from '../../shared/schedule/schedule-words'
import { hasRole, type Person } from '../../shared/workflow/people'
import { presentKey } from '../../shared/workflow/person-keys'
import { noteInLibraryLog } from './library-log'
import { nameBook } from './names'
import type { WriteError } from './ports'
import { mayDo } from './roles'
import { moment, type Room } from './room'
import type { WaysOut } from './ways-out-ports'

type Missing = ErrorWith<'not-found'>
type NotAllowed = ErrorWith<'not-allowed'>

/** Every schedule that stands, in the order they were signed. */
export async function listSchedules(room: Room): Promise<Result<ScheduleView[], never>> {
  const calendar = await calendarOf(room)
  return ok(standing(room).map((schedule) => viewOf(room, schedule, calendar)))
}

/** Schedules that were not taken off. */
export const standing = ({ library }: Pick<Room, 'library'>): Schedule[] =>
  library.schedules.read().filter(({ removed }) => removed === null)

/** Signs a schedule. Its folder has to hold an export of this library, so that none goes to an unplugged disk. */
export async function addSchedule(
  room: Room,
  person: Person,
  ways: Pick<WaysOut, 'earlier'>,
  { folder, when }: InputOf<'schedule.add'>,
): Promise<Result<ScheduleView, WriteError | NotAllowed | ErrorWith<'invalid-input' | 'export-failed'>>> {
  const allowed = mayDo(person, ['production'], 'sign a schedule')
  if (!allowed.ok) return allowed
  const sign = room.keys.signerOf(person.id)
  if (!sign)
    return err({
      code: 'not-allowed',
      action: 'sign a schedule',
      reason: 'your key is not open: sign in anew.',
    })
  const at = moment(room)
  if (when.kind === 'once' && when.at <= at)
    return err({ code: 'invalid-input', issues: ['That moment has passed'] })
  const missing = await whyNoSite(room, folder, ways)
  if (missing !== null) return err({ code: 'export-failed', path: folder, reason: missing })
  const order = { id: room.newId(), library: room.library.id, folder, when, by: person.id, at }
  const schedule: Schedule = { ...order, signed: sign(orderHash(order)), last: null, removed: null }
  const kept = await room.library.schedules.change<null, never>((all) =>
    ok({ next: [...all, schedule], value: null }),
  )
  if (!kept.ok) return kept
  const noted = await noteInLibraryLog(room, person, {
    action: 'add schedule',
    subject: subjectOf(room, schedule),
  })
  if (!noted.ok) return noted
  room.announce('schedule.changed', {})
  return ok(viewOf(room, schedule, await calendarOf(room)))
}

/** Takes a schedule off. It stays known, since the record tells of what it did. */
export const removeSchedule = (
  room: Room,
  person: Person,
  { id }: InputOf<'schedule.remove'>,
): Promise<Result<Record<string, never>, WriteError | NotAllowed | Missing>> =>
  setRemoved(room, person, id, { by: person.id, at: moment(room) })

/** Puts one back as it was signed. What was due meanwhile is made up for. */
export const putScheduleBack = (
  room: Room,
  person: Person,
  { id }: InputOf<'schedule.put-back'>,
): Promise<Result<Record<string, never>, WriteError | NotAllowed | Missing>> =>
  setRemoved(room, person, id, null)

async function setRemoved(
  room: Room,
  person: Person,
  id: string,
  removed: Schedule['removed'],
): Promise<Result<Record<string, never>, WriteError | NotAllowed | Missing>> {
  const allowed = mayDo(person, ['production'], removed ? 'take off a schedule' : 'put back a schedule')
  if (!allowed.ok) return allowed
  const changed = await changeSchedule(room, id, (schedule) => ({ ...schedule, removed }))
  if (!changed.ok) return changed
  const deed = {
    action: removed ? 'remove schedule' : 'add schedule',
    subject: subjectOf(room, changed.value),
  }
  const noted = await noteInLibraryLog(room, person, deed)
  if (!noted.ok) return noted
  room.announce('schedule.changed', {})
  return ok({})
}

/** Stores a change of one schedule. */
export const changeSchedule = (
  { library }: Pick<Room, 'library'>,
  id: string,
  change: (schedule: Schedule) => Schedule,
): Promise<Result<Schedule, WriteError | Missing>> =>
  library.schedules.change<Schedule, Missing>((all) => {
    const found = all.find((one) => one.id === id)
    if (!found) return err({ code: 'not-found', what: 'schedule', id })
    const next = change(found)
    return ok({ next: all.map((one) => (one.id === id ? next : one)), value: next })
  })

const subjectOf = ({ library }: Pick<Room, 'library'>, { when, folder }: Schedule): string =>
  `${whenWords(when, library.settings.read().site.timeZone)}, to ${folder}`

/** What the moments of schedules depend on now. */
export async function calendarOf({ library }: Pick<Room, 'library'>): Promise<Omit<Calendar, 'since'>> {
  const embargoes: string[] = []
  for (const { id, state } of await library.articles.entries()) {
    if (state !== 'approved') continue
    const found = await library.articles.find(id)
    const embargo = found.ok ? found.value.content.embargo : null
    if (embargo) embargoes.push(embargo)
  }
  return { timeZone: library.settings.read().site.timeZone, embargoes }
}

/** Why a schedule may not run, in a sentence; '' when its signature holds and whoever signed it may export. */
export function whyNotTrusted(
  { library, signing }: Pick<Room, 'library' | 'signing'>,
  schedule: Schedule,
): string {
  const person = library.people.read().find(({ id }) => id === schedule.by)
  if (!person) return 'Whoever signed it is not known here. Somebody in production signs a new one.'
  const anew = 'Somebody in production signs a new one.'
  if (person.disabled) return `${person.name}, who signed it, is disabled here. ${anew}`
  if (!hasRole(person, ['production']))
    return `${person.name}, who signed it, is not in production any more. ${anew}`
  if (schedule.library !== library.id) return `It was signed for another library. ${anew}`
  const key = presentKey(person)
  if (key?.id !== schedule.signed.key) return `${person.name} has another key since it was signed. ${anew}`
  if (!signing.hasSigned(key, orderHash(schedule), schedule.signed))
    return `Its signature does not fit what it says: schedules.json was changed by something other than Galley. ${anew}`
  return ''
}

/** Why a folder is no place for a schedule, in words without a full stop; null when this library's site is there. */
export async function whyNoSite(
  { library }: Pick<Room, 'library'>,
  folder: string,
  ways: Pick<WaysOut, 'earlier'>,
): Promise<string | null> {
  const found = await ways.earlier(folder, library)
  if (!found.ok) return found.error.reason
  return found.value
    ? null
    : 'no export of this library is there; is its disk connected? A first export is made by hand'
}

function viewOf(room: Room, schedule: Schedule, calendar: Omit<Calendar, 'since'>): ScheduleView {
  const { id, folder, when, at, last } = schedule
  const after = seenUntil(schedule)
  return {
    ...{ id, folder, when, at, last },
    by: nameBook(room.library).person(schedule.by),
    words: whenWords(when, calendar.timeZone),
    next: nextRun(when, after, { ...calendar, since: at }),
    refusal: whyNotTrusted(room, schedule),
  }
}
