import { beforeEach, describe, expect, it } from 'vitest'
import { err, ok } from '../../shared/kernel/result'
import type { When } from '../../shared/schedule/schedule'
import { createPublishing } from './publishing'
import { readRecord } from './record'
import { addSchedule, listSchedules, putScheduleBack, removeSchedule } from './schedule'
import { createScheduleRunner } from './schedule-runner'
import { approvedArticle, openNewsroom, refusalOf, valueOf, type Newsroom } from './testing/newsroom'
import { writerToNowhere } from './testing/writer-to-nowhere'
import type { WaysOut } from './ways-out-ports'

let newsroom: Newsroom
/** Whether the site's folder is where it was. */
let disk: 'connected' | 'away'
let busy: boolean
const ways: Pick<WaysOut, 'earlier'> = {
  earlier: async () => ok(disk === 'away' ? null : { articles: [], files: [], unfinished: false }),
}
let runner: ReturnType<typeof createScheduleRunner>

beforeEach(async () => {
  newsroom = await openNewsroom()
  disk = 'connected'
  busy = false
  const { exportSite } = createPublishing(writerToNowhere)
  runner = createScheduleRunner({ ways, exportSite, isBusy: () => busy })
})

const morning: When = { kind: 'daily', time: '06:30', days: [1, 2, 3, 4, 5, 6, 7] }
const sign = async (when: When = morning) =>
  valueOf(await addSchedule(newsroom.room, newsroom.production, ways, { folder: '/site', when }))
const at = (moment: string): void => void (newsroom.clock.now = new Date(moment))
async function runAt(moment: string) {
  at(moment)
  valueOf(await runner.runDue(newsroom.room))
  const [only] = valueOf(await listSchedules(newsroom.room))
  return only?.last ?? null
}
const record = async () => valueOf(await readRecord(newsroom.room, null, { id: null }))

describe('a schedule', () => {
  it('is signed once by production, and each of its runs stands in the record under it', async () => {
    await sign()
    const { id } = (await approvedArticle(newsroom)).article
    expect(await runAt('2026-03-01T10:00:00Z')).toBeNull()
    expect(await runAt('2026-03-02T06:31:00Z')).toMatchObject({
      due: '2026-03-02T06:30:00.000Z',
      ok: true,
      words: expect.stringMatching(/^1 articles, \d+ files written/),
    })
    const rows = await record()
    expect(rows.at(-1)).toMatchObject({ by: 'Pia’s schedule', action: 'exported the site', subject: '/site' })
    expect(rows.find(({ action }) => action === 'signed the schedule')).toMatchObject({
      by: 'Pia',
      signature: 'valid',
    })
    const told = valueOf(await readRecord(newsroom.room, null, { id }))
    expect(told.at(-1)?.by).toBe('Pia’s schedule')
    const count = rows.length
    await runAt('2026-03-02T06:32:00Z')
    expect(await record()).toHaveLength(count)
  })

  it('makes up once for what was missed, and says so', async () => {
    await sign()
    const last = await runAt('2026-03-04T09:00:00Z')
    expect(last?.due).toBe('2026-03-04T06:30:00.000Z')
    expect(last?.words).toMatch(
      /^Due 4 March 2026, 06:30 .*, and 2 before that, and made up for now: the computer was off/,
    )
  })

  it('runs when an embargo passes, and once when it is for one moment', async () => {
    await sign({ kind: 'embargoes' })
    expect(await runAt('2026-03-02T06:31:00Z')).toBeNull()
    const once = await sign({ kind: 'once', at: '2026-03-03T12:00:00.000Z' })
    await runAt('2026-03-03T12:00:10Z')
    const listed = valueOf(await listSchedules(newsroom.room)).find(({ id }) => id === once.id)
    expect(listed).toMatchObject({ next: null, last: { ok: true } })
  })

  it('waits for an export that is under way', async () => {
    await sign()
    busy = true
    expect(await runAt('2026-03-02T06:31:00Z')).toBeNull()
    busy = false
    expect(await runAt('2026-03-02T06:31:30Z')).toMatchObject({ ok: true })
  })

  it('is taken off and put back without being signed again', async () => {
    const { id } = await sign()
    valueOf(await removeSchedule(newsroom.room, newsroom.production, { id }))
    expect(valueOf(await listSchedules(newsroom.room))).toEqual([])
    expect(await runAt('2026-03-02T06:31:00Z')).toBeNull()
    valueOf(await putScheduleBack(newsroom.room, newsroom.production, { id }))
    expect(valueOf(await listSchedules(newsroom.room))).toMatchObject([{ refusal: '' }])
  })
})

describe('a schedule does nothing, and says why,', () => {
  const failed = async (): Promise<string> => {
    const last = await runAt('2026-03-02T06:31:00Z')
    expect(last?.ok).toBe(false)
    const [row] = (await record()).slice(-1)
    expect(row).toMatchObject({ action: 'could not export the site', note: last?.words })
    return last?.words ?? ''
  }

  it('when its signature is wrong', async () => {
    await sign()
    const { schedules } = newsroom.room.library
    await schedules.change((all) =>
      ok({ next: all.map((one) => ({ ...one, folder: '/elsewhere' })), value: null }),
    )
    expect(await failed()).toMatch(/signature does not fit what it says/)
  })

  it('when whoever signed it is disabled, does other work, or has another key', async () => {
    await sign()
    const { people } = newsroom.room.library
    const change = (what: object) =>
      people.change((all) =>
        ok({
          next: all.map((one) => (one.id === newsroom.production.id ? { ...one, ...what } : one)),
          value: null,
        }),
      )
    await change({ disabled: true })
    expect(await failed()).toMatch(/Pia, who signed it, is disabled here/)
    await change({ disabled: false, role: 'editor' })
    const words = async () => valueOf(await listSchedules(newsroom.room))[0]?.refusal
    expect(await words()).toMatch(/not in production any more/)
    await change({ role: 'production', keys: [] })
    expect(await words()).toMatch(/has another key since/)
  })

  it('when the site is not where it was', async () => {
    await sign()
    disk = 'away'
    expect(await failed()).toMatch(/is its disk connected/)
  })
})

describe('nobody signs a schedule', () => {
  it('but production, for a folder that holds the site, for a moment to come', async () => {
    const { room, chief, production } = newsroom
    const wanted = { folder: '/site', when: morning }
    expect(refusalOf(await addSchedule(room, chief, ways, wanted))).toContain('not-allowed')
    const past: When = { kind: 'once', at: '2026-01-01T00:00:00.000Z' }
    expect(refusalOf(await addSchedule(room, production, ways, { folder: '/site', when: past }))).toMatch(
      /passed/,
    )
    disk = 'away'
    expect(refusalOf(await addSchedule(room, production, ways, wanted))).toMatch(
      /first export is made by hand/,
    )
    const foreign = {
      earlier: async () =>
        err({ code: 'export-failed' as const, path: '/site', reason: 'what is there is of another library' }),
    }
    expect(refusalOf(await addSchedule(room, production, foreign, wanted))).toMatch(/another library/)
    room.keys.forget(production.id)
    disk = 'connected'
    expect(refusalOf(await addSchedule(room, production, ways, wanted))).toMatch(/sign in anew/)
  })
})
