import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { DryRun, ScheduleView } from '../../../shared/contract/ways-out-requests'
import { useCommandNewsroom } from './testing/command-newsroom'

const at = useCommandNewsroom()
const site = (): string => join(at.folder, 'site')

/** A library with an approved article, and with its site exported once. */
async function exportedOnce(): Promise<void> {
  await at.staff()
  await approved('first.txt', 'A quiet day\n\nNothing happened.')
  await at.run('export', at.library, site(), '--as', 'Ada')
}

async function approved(name: string, text: string): Promise<void> {
  const id = await at.imported(name, text)
  await at.run('set', at.library, id, 'author=Ed', 'category=news', '--as', 'Ed')
  await at.run('move', at.library, 'submit', id, '--as', 'Ed')
  await at.run('move', at.library, 'start-review', id, '--as', 'Cleo')
  await at.run('move', at.library, 'approve', id, '--as', 'Cleo')
}

describe('galley export', () => {
  it(
    'foretells, packs what changed, and packs the site, by one command each',
    { timeout: 60_000 },
    async () => {
      await exportedOnce()
      await approved('second.txt', 'A loud day\n\nMuch happened.')
      const before = await readdir(site(), { recursive: true })
      const foretold = await at.json<DryRun>('export', at.library, site(), '--dry-run', '--as', 'Ada')
      expect(foretold.exitCode).toBe(0)
      expect(foretold.json.changes.map(({ path }) => path)).toContain('news/a-loud-day/index.html')
      expect(await readdir(site(), { recursive: true })).toEqual(before)
      const told = await at.run('export', at.library, site(), '--dry-run', '--as', 'Ada')
      expect(told.out).toMatch(
        /new +news\/a-loud-day\/index\.html: “A loud day” goes out for the first time\./,
      )
      expect(told.out).toMatch(/Nothing was written\.\n$/)

      const update = join(at.folder, 'update')
      const changed = await at.run('export', at.library, update, '--changed', '--as', 'Ada')
      expect([changed.exitCode, changed.err]).toEqual([0, expect.any(String)])
      expect(await readFile(join(update, 'removed.txt'), 'utf8')).toBe('')
      const zip = join(at.folder, 'all.zip')
      expect((await at.run('export', at.library, zip, '--as', 'Ada')).exitCode).toBe(0)
      expect((await readFile(zip)).subarray(0, 2).toString()).toBe('PK')
      const since = ['--changed', '--since', zip, '--as', 'Ada']
      const nothing = await at.json<{ written: number }>(
        'export',
        at.library,
        join(at.folder, 'two'),
        ...since,
      )
      expect(nothing.json.written).toBe(0)
    },
  )

  it('takes no options together that mean different things', async () => {
    const refused = async (...options: string[]) =>
      (await at.run('export', at.library, site(), '--as', 'Ada', ...options)).exitCode
    expect(await refused('--since', 'x')).toBe(2)
    expect(await refused('--dry-run', '--changed')).toBe(2)
    expect(await refused('--dry-run', '--form', 'md')).toBe(2)
    expect(await refused('--changed', '--zip', 'x.zip')).toBe(2)
  })
})

describe('galley schedule', () => {
  it('signs, lists, runs without anybody and takes off', { timeout: 60_000 }, async () => {
    await exportedOnce()
    const none = await at.run('schedule', at.library)
    expect(none.out).toBe('No exports by schedule.\n')
    const added = await at.json<ScheduleView>(
      ...['schedule', at.library, 'add', site(), '--daily', '06:30', '--days', 'mon,fri', '--as', 'Ada'],
    )
    expect(added.json).toMatchObject({ by: 'Ada', words: 'Monday and Friday at 06:30 (UTC)', refusal: '' })
    expect((await at.run('schedule', at.library, 'run')).out).toBe('Nothing is due.\n')
    const ran = await at.json<ScheduleView[]>('schedule', at.library, 'run', added.json.id, '--as', 'Ada')
    expect(ran.json[0]?.last).toMatchObject({ ok: true, words: 'Nothing had changed.' })
    expect((await at.run('record', at.library)).out).toContain('Ada’s schedule')
    expect((await at.run('verify', at.library)).exitCode).toBe(0)
    const gone = await at.run('schedule', at.library, 'remove', added.json.id, '--as', 'Ada')
    expect(gone.out).toMatch(/^Taken off/)
    expect((await at.json<ScheduleView[]>('schedule', at.library)).json).toEqual([])
  })

  it('says what is missing', async () => {
    const code = async (...argv: string[]) => (await at.run('schedule', at.library, ...argv)).exitCode
    expect(await code('add', site(), '--daily', '06:30')).toBe(2)
    expect(await code('add', site(), '--as', 'Ada')).toBe(2)
    expect(await code('add', site(), '--every', '5', '--as', 'Ada')).toBe(2)
    expect(await code('add', site(), '--daily', '25:00', '--as', 'Ada')).toBe(2)
    expect(await code('add', site(), '--daily', '06:30', '--days', 'someday', '--as', 'Ada')).toBe(2)
  })
})
