import type { InputOf, LastExport } from '../../shared/contract'
import type { ScheduleView } from '../../shared/contract/ways-out-requests'
import type { ErrorWith } from '../../shared/kernel/app-error'
import { errorText } from '../../shared/kernel/explain-error'
import { err, ok, type Result } from '../../shared/kernel/result'
import { lastDue } from '../../shared/schedule/next-run'
import { seenUntil, type Schedule } from '../../shared/schedule/schedule'
import { zonedWords } from '../../shared/site/zoned-time'
import type { Person } from '../../shared/workflow/people'
import { noteInLibraryLog } from './library-log'
import type { WriteError } from './ports'
import { mayDo } from './roles'
import { moment, type Room } from './room'
import { calendarOf, changeSchedule, listSchedules, standing, whyNoSite, whyNotTrusted } from './schedule'
import type { ExportSite } from './ways-out'
import type { WaysOut } from './ways-out-ports'

type Failure = WriteError | ErrorWith<'not-allowed' | 'not-found' | 'not-signed-in'>

/** What running a schedule takes of the rest of the desk. */
export interface RunnerParts {
  ways: Pick<WaysOut, 'earlier'>
  exportSite: ExportSite
  /** Whether an export is under way, by hand or by schedule: what is due waits for it. */
  isBusy: () => boolean
}

/** How late a run may be before it says so: the desk looks every few seconds. */
const graceMs = 2 * 60_000

/** Runs what is due. It asks no one: what is signed runs whoever is signed in, or nobody. */
export function createScheduleRunner(parts: RunnerParts) {
  let running: Promise<Result<void, WriteError>> | null = null

  const runDue = (room: Room): Promise<Result<void, WriteError>> => {
    running ??= runAllDue(room, parts).finally(() => (running = null))
    return running
  }

  return {
    runDue,
    /** Runs everything that is due or, as production, one schedule at once. */
    async run(
      room: Room,
      person: Person | null,
      { id }: InputOf<'schedule.run'>,
    ): Promise<Result<ScheduleView[], Failure>> {
      if (id === null) {
        const done = await runDue(room)
        return done.ok ? listSchedules(room) : done
      }
      if (!person) return err({ code: 'not-signed-in' })
      const allowed = mayDo(person, ['production'], 'run a schedule')
      if (!allowed.ok) return allowed
      const schedule = standing(room).find((one) => one.id === id)
      if (!schedule) return err({ code: 'not-found', what: 'schedule', id })
      const done = await runOne(room, schedule, { due: moment(room), count: 1 }, parts)
      return done.ok ? listSchedules(room) : done
    },
  }
}

async function runAllDue(room: Room, parts: RunnerParts): Promise<Result<void, WriteError>> {
  const schedules = standing(room)
  if (schedules.length === 0 || room.library.readOnlyBecause !== null) return ok(undefined)
  const calendar = await calendarOf(room)
  for (const schedule of schedules) {
    const all = { ...calendar, since: schedule.at }
    const due = lastDue(schedule.when, seenUntil(schedule), moment(room), all)
    if (due === null) continue
    // It stays due, and is looked at again with the next look.
    if (parts.isBusy()) return ok(undefined)
    const done = await runOne(room, schedule, due, parts)
    if (!done.ok) return done
  }
  return ok(undefined)
}

type Due = NonNullable<ReturnType<typeof lastDue>>

/** Makes one export by schedule; what came of it is kept with the schedule and told in the record. */
async function runOne(
  room: Room,
  schedule: Schedule,
  { due, count }: Due,
  parts: RunnerParts,
): Promise<Result<void, WriteError>> {
  const began = room.now()
  const came = await exportBy(room, schedule, parts)
  const words = `${latenessOf(room, { due, count }, began)}${came.words}`
  const last = { due, at: began.toISOString(), ok: came.ok, words }
  const kept = await changeSchedule(room, schedule.id, (now) => ({ ...now, last }))
  if (!kept.ok) return kept.error.code === 'not-found' ? ok(undefined) : err(kept.error)
  const action = came.ok ? 'scheduled export' : 'scheduled export failed'
  const deed = { action, subject: schedule.folder, note: words }
  const noted = await noteInLibraryLog(room, { id: schedule.id }, deed)
  if (noted.ok) room.announce('schedule.changed', {})
  return noted
}

async function exportBy(
  room: Room,
  schedule: Schedule,
  { ways, exportSite }: RunnerParts,
): Promise<{ ok: boolean; words: string }> {
  const refusal = whyNotTrusted(room, schedule)
  if (refusal !== '') return { ok: false, words: `Nothing was exported. ${refusal}` }
  const missing = await whyNoSite(room, schedule.folder, ways)
  if (missing !== null) return { ok: false, words: `Nothing was exported: ${missing}.` }
  const signer = room.library.people.read().find(({ id }) => id === schedule.by)
  if (!signer) throw new Error('A trusted schedule has a signer')
  // In its own name: what a signer's key did not sign must not be told as signed by them.
  const itself: Person = {
    ...signer,
    id: schedule.id,
    name: `${signer.name}’s schedule`,
    passphrase: null,
    keys: [],
  }
  const done = await exportSite(room, itself, { folder: schedule.folder })
  return done.ok ? { ok: true, words: reportWords(done.value) } : { ok: false, words: errorText(done.error) }
}

function reportWords({ report: { articles, written, removed, refused } }: LastExport): string {
  const left = refused.length > 0 ? ` ${refused.length} left out.` : ''
  if (written + removed === 0) return `Nothing had changed.${left}`
  return `${articles} articles, ${written} files written, ${removed} removed.${left}`
}

/** A run that comes late says so: the machine was off or asleep, or Galley was closed. */
function latenessOf({ library }: Room, { due, count }: Due, began: Date): string {
  if (began.getTime() - Date.parse(due) <= graceMs) return ''
  const when = zonedWords(due, library.settings.read().site.timeZone)
  const missed = count > 1 ? `, and ${count - 1} before that` : ''
  return `Due ${when}${missed}, and made up for now: the computer was off or asleep, or Galley was not open with this library. `
}
