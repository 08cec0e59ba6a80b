import { spawnSync } from 'node:child_process'
import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises'
import { hostname, tmpdir, uptime } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { takeLock } from './lock'
import { valueOf } from './testing/newsroom'

const place = async (): Promise<string> => join(await mkdtemp(join(tmpdir(), 'galley-lock-')), 'library.lock')
const now = new Date()
const deadPid = (): number => spawnSync(process.execPath, ['--version']).pid

async function left(path: string, by: object): Promise<void> {
  const holder = {
    pid: process.pid,
    host: hostname(),
    startedAt: now.toISOString(),
    who: 'Galley',
    token: 'x',
  }
  await writeFile(path, JSON.stringify({ ...holder, ...by }))
}

describe('the lock of a library', () => {
  it('is had by one, and says to a second who has it', async () => {
    const path = await place()
    const lock = valueOf(await takeLock(path, 'Galley window', now))
    expect(await takeLock(path, 'galley set', now)).toEqual({
      ok: false,
      error: expect.stringMatching(
        new RegExp(`^Galley window, process ${process.pid} on host ${hostname()} since \\d\\d:\\d\\d$`),
      ),
    })
    await lock.release()
    expect((await takeLock(path, 'galley set', now)).ok).toBe(true)
  })

  it('is had by exactly one of many that ask at once, also when a stale one lies there', async () => {
    for (const stale of [false, true]) {
      const path = await place()
      if (stale) await left(path, { pid: deadPid() })
      const taken = await Promise.all(Array.from({ length: 12 }, () => takeLock(path, 'Galley', now)))
      expect(taken.filter(({ ok }) => ok)).toHaveLength(1)
      expect(await readdir(join(path, '..'))).toEqual(['library.lock'])
    }
  })

  it.each([
    ['a process that is gone', () => ({ pid: deadPid() })],
    ['an earlier process with our own number', () => ({ pid: process.pid, token: 'not ours' })],
    [
      'before the machine was started',
      () => ({ pid: 1, startedAt: new Date(now.getTime() - (uptime() + 3600) * 1000).toISOString() }),
    ],
  ])('is taken over from %s', async (_who, by) => {
    const path = await place()
    await left(path, by())
    expect((await takeLock(path, 'Galley', now)).ok).toBe(true)
  })

  it.runIf(process.platform === 'linux')(
    'is not taken from a running process because the clock was set forward',
    async () => {
      const path = await place()
      const before = new Date(now.getTime() - (uptime() + 3600) * 1000)
      const lock = valueOf(await takeLock(path, 'Galley window', before))
      expect((await takeLock(path, 'galley set', now)).ok).toBe(false)
      await lock.release()
      await left(path, { pid: 1, boot: 'an earlier one' })
      expect((await takeLock(path, 'galley set', now)).ok).toBe(true)
    },
  )

  it('is left to a process on another host and to one that cannot be read', async () => {
    const path = await place()
    await left(path, { host: 'elsewhere', pid: deadPid() })
    expect(await takeLock(path, 'Galley', now)).toMatchObject({
      error: expect.stringContaining('host elsewhere'),
    })
    await writeFile(path, '')
    expect(await takeLock(path, 'Galley', now)).toMatchObject({ error: expect.stringContaining('damaged') })
    expect(await readFile(path, 'utf8')).toBe('')
  })

  it('releases only what is still its own', async () => {
    const path = await place()
    const lock = valueOf(await takeLock(path, 'Galley', now))
    await left(path, { token: 'another' })
    await lock.release()
    expect(await readdir(join(path, '..'))).toEqual(['library.lock'])
  })
})
