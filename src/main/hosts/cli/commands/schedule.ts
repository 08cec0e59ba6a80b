import { resolve } from 'node:path'
import { ok, type Result } from '../../../../shared/kernel/result'
import { whenSchema, type When } from '../../../../shared/schedule/schedule'
import type { ScheduleView } from '../../../../shared/contract/ways-out-requests'
import { readMoment } from '../moments'
import type { Here } from '../command-line'
import type { Newsroom } from '../newsroom'
import { refused, wrongUsage, type Done, type Refusal } from '../outcome'

/** `galley schedule`'s options, as written. */
export interface ScheduleOptions {
  as?: string
  at?: string
  every?: number
  daily?: string
  days?: string
  embargoes?: true
}

/** `galley schedule`: what it is asked to do, after what is missing for it was told. */
export async function schedule(
  { inNewsroom }: Here,
  library: string,
  action: string,
  named: string | undefined,
  options: ScheduleOptions,
): Promise<Done> {
  const { as } = options
  if (action === 'list') return inNewsroom({ library, writes: false, as }, listSchedules)
  const needs = { library, writes: true, as }
  // What is due was signed: running it takes nobody at the desk.
  if (action === 'run') return inNewsroom(needs, (newsroom) => runSchedules(newsroom, named ?? null))
  if (as === undefined) return wrongUsage('Say who does it: --as PERSON.')
  if (named === undefined) return wrongUsage(`Name it: galley schedule LIB ${action} … --as PERSON.`)
  if (action === 'remove') return inNewsroom(needs, (newsroom) => removeSchedule(newsroom, named))
  const when = readWhen(options)
  if (!when.ok) return when
  return inNewsroom(needs, (newsroom) => addSchedule(newsroom, resolve(named), when.value))
}

/** When a schedule runs, as far as it can be read without knowing the site's time zone. */
type WantedWhen = { kind: 'once'; written: string } | Exclude<When, { kind: 'once' }>

const dayNames = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']

/** Reads the one option that says when. */
function readWhen({ at, every, daily, days, embargoes }: ScheduleOptions): Result<WantedWhen, Refusal> {
  const given = [at, every, daily, embargoes].filter((one) => one !== undefined)
  if (given.length !== 1) return wrongUsage('Say when: one of --at, --every, --daily and --embargoes.')
  if (days !== undefined && daily === undefined) return wrongUsage('--days goes with --daily.')
  if (at !== undefined) return ok({ kind: 'once', written: at })
  const named = days?.toLowerCase().split(',') ?? dayNames
  const wanted =
    every !== undefined
      ? { kind: 'every', minutes: every }
      : daily !== undefined
        ? { kind: 'daily', time: daily, days: named.map((name) => dayNames.indexOf(name.trim()) + 1) }
        : { kind: 'embargoes' }
  const read = whenSchema.safeParse(wanted)
  if (!read.success || read.data.kind === 'once')
    return wrongUsage(
      '--daily takes a time such as 06:30, --days names such as mon,tue, and --every 15 minutes to a week (10080).',
    )
  return ok(read.data)
}

/** `galley schedule LIB`: what runs by itself, when next, and what came of it last. */
const listSchedules = async (newsroom: Newsroom): Promise<Done> =>
  told(await newsroom.ask('schedule.list', {}))

/** `galley schedule LIB add`: signs one. */
async function addSchedule(newsroom: Newsroom, folder: string, wanted: WantedWhen): Promise<Done> {
  const when = await whenOf(newsroom, wanted)
  if (!when.ok) return when
  const added = await newsroom.ask('schedule.add', { folder, when: when.value })
  return added.ok ? ok({ json: added.value, text: `Signed. ${lineOf(added.value)}` }) : added
}

/** `galley schedule LIB remove`: takes one off. */
async function removeSchedule(newsroom: Newsroom, written: string): Promise<Done> {
  const found = await findSchedule(newsroom, written)
  if (!found.ok) return found
  const { id, words } = found.value
  const removed = await newsroom.ask('schedule.remove', { id })
  return removed.ok ? ok({ json: { id }, text: `Taken off: ${words}.` }) : removed
}

/** `galley schedule LIB run`: what is due, or one that is named. A run that came to nothing makes the command fail. */
async function runSchedules(newsroom: Newsroom, written: string | null): Promise<Done> {
  const before = await newsroom.ask('schedule.list', {})
  if (!before.ok) return before
  const named = written === null ? ok(null) : await findSchedule(newsroom, written)
  if (!named.ok) return named
  const ran = await newsroom.ask('schedule.run', { id: named.value?.id ?? null })
  if (!ran.ok) return ran
  const earlier = new Map(before.value.map(({ id, last }) => [id, last?.at]))
  const fresh = ran.value.filter(({ id, last }) => last && last.at !== earlier.get(id))
  const failed = fresh.filter(({ last }) => last?.ok === false)
  return ok({
    json: fresh,
    text: fresh.length === 0 ? 'Nothing is due.' : fresh.map(lineOf).join('\n'),
    refused: failed.map(({ folder, last }) => `${folder}: ${last?.words}`),
  })
}

const told = (listed: Result<ScheduleView[], Refusal>): Done =>
  listed.ok
    ? ok({
        json: listed.value,
        text: listed.value.length === 0 ? 'No exports by schedule.' : listed.value.map(lineOf).join('\n'),
      })
    : listed

function lineOf({ id, words, folder, by, next, last, refusal }: ScheduleView): string {
  return [
    `${id}  ${words}, to ${folder}; signed by ${by}`,
    `  next: ${next ?? 'never'}`,
    ...(last ? [`  last: ${last.at}: ${last.words}`] : []),
    ...(refusal === '' ? [] : [`  will not run: ${refusal}`]),
  ].join('\n')
}

async function whenOf(newsroom: Newsroom, wanted: WantedWhen): Promise<Result<When, Refusal>> {
  if (wanted.kind !== 'once') return ok(wanted)
  const settings = await newsroom.ask('settings.get', {})
  if (!settings.ok) return settings
  const moment = await readMoment(wanted.written, settings.value.site.timeZone, 'start')
  return moment.ok ? ok({ kind: 'once', at: moment.value }) : wrongUsage(`--at: ${moment.error}`)
}

async function findSchedule(newsroom: Newsroom, written: string): Promise<Result<ScheduleView, Refusal>> {
  const listed = await newsroom.ask('schedule.list', {})
  if (!listed.ok) return listed
  const found = listed.value.filter(({ id }) => id.startsWith(written.toUpperCase()))
  const [only, ...others] = found
  if (!only) return refused(`There is no schedule “${written}”: galley schedule LIB lists them.`)
  return others.length === 0
    ? ok(only)
    : refused(`“${written}” may be several schedules. Give more of the id.`)
}
