import { randomBytes } from 'node:crypto'
import { link, open, readdir, readFile, stat, unlink } from 'node:fs/promises'
import { hostname, uptime } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import { err, ok, type Result } from '../../shared/kernel/result'
import { codeOf, reasonFor } from './faults'

const holderSchema = z.object({
  pid: z.number().int(),
  host: z.string(),
  startedAt: z.iso.datetime(),
  /** What holds it, such as `Galley window`. */
  who: z.string(),
  token: z.string(),
  /** What names this run of the machine, where the system has such a name. */
  boot: z.string().optional(),
})
type Holder = z.infer<typeof holderSchema>

/** The right to write a library, until released. */
export interface Lock {
  release(): Promise<void>
}

/** Locks of this process. A lock with its pid that is not among them is left over from an earlier process. */
const ours = new Set<string>()

/** Clocks are set in the first seconds after a start: a lock must be older than that to be from before it. */
const settlingSeconds = 10

/** A claim to take over a stale lock is held for moments; an older one was left by a kill. */
const claimLastsMs = 10_000

/**
 * Takes a library's lock file. One left by a process that is gone is taken over.
 * @returns why it cannot be had, in words such as `process 123 on host desk-2 since 14:02`
 */
export async function takeLock(path: string, who: string, now: Date): Promise<Result<Lock, string>> {
  const boot = await bootName()
  const mine: Holder = {
    pid: process.pid,
    host: hostname(),
    startedAt: now.toISOString(),
    who,
    token: randomBytes(12).toString('hex'),
    ...(boot !== null && { boot }),
  }
  try {
    for (let attempt = 0; attempt < 50; attempt += 1) {
      if (await place(path, mine)) {
        ours.add(mine.token)
        await clearOld(path)
        return ok({ release: () => release(path, mine.token) })
      }
      const holder = await readHolder(path)
      if (holder === 'gone') continue
      if (holder === 'unreadable')
        return err(`unknown, because ${path} is damaged; delete it if nobody has the library open`)
      if (!isStale(holder, mine, now)) return err(describeHolder(holder, now))
      await removeStale(path, holder, mine)
    }
    return err('several processes at once')
  } catch (failure) {
    if (codeOf(failure) === '') throw failure
    return err(reasonFor(failure))
  }
}

/** Puts a lock file in place, whole and at once; false when there is one already. */
async function place(path: string, holder: Holder): Promise<boolean> {
  const copy = `${path}.${holder.token}`
  const file = await open(copy, 'wx', 0o600)
  try {
    await file.writeFile(JSON.stringify(holder))
  } finally {
    await file.close()
  }
  try {
    await link(copy, path)
    return true
  } catch (failure) {
    if (codeOf(failure) === 'EEXIST') return false
    return await placeWithoutLinks(path, holder, failure)
  } finally {
    await unlink(copy)
  }
}

/** For file systems without hard links, such as exFAT. */
async function placeWithoutLinks(path: string, holder: Holder, failure: unknown): Promise<boolean> {
  if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK', 'EISDIR'].includes(codeOf(failure)))
    throw failure
  try {
    const file = await open(path, 'wx', 0o600)
    await file.writeFile(JSON.stringify(holder))
    await file.close()
    return true
  } catch (second) {
    if (codeOf(second) === 'EEXIST') return false
    throw second
  }
}

async function readHolder(path: string): Promise<Holder | 'gone' | 'unreadable'> {
  try {
    const parsed = holderSchema.safeParse(JSON.parse(await readFile(path, 'utf8')))
    return parsed.success ? parsed.data : 'unreadable'
  } catch (failure) {
    return codeOf(failure) === 'ENOENT' ? 'gone' : 'unreadable'
  }
}

/** Whether the process that held a lock is gone: it does not run, it was an earlier one with our number, or the machine was started since. */
function isStale(holder: Holder, mine: Holder, now: Date): boolean {
  if (holder.host !== mine.host) return false
  if (isOfEarlierBoot(holder, mine, now)) return true
  return holder.pid === mine.pid ? !ours.has(holder.token) : !isRunning(holder.pid)
}

/**
 * By the machine's own name for its run where both know it: a clock that was set forward, or a virtual machine that
 * was paused, would make a lock that is held look older than the machine's start.
 */
function isOfEarlierBoot(holder: Holder, mine: Holder, now: Date): boolean {
  if (holder.boot !== undefined && mine.boot !== undefined) return holder.boot !== mine.boot
  return Date.parse(holder.startedAt) < now.getTime() - (uptime() + settlingSeconds) * 1000
}

/** Linux names each run of the machine; null elsewhere. */
const bootName = (): Promise<string | null> =>
  readFile('/proc/sys/kernel/random/boot_id', 'utf8').then(
    (name) => name.trim(),
    () => null,
  )

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (failure) {
    return codeOf(failure) !== 'ESRCH'
  }
}

/**
 * Removes a stale lock. Only the holder of a claim beside it may, and looks again first: two that found the same
 * stale lock must not take the second one's fresh lock for it.
 */
async function removeStale(path: string, stale: Holder, mine: Holder): Promise<void> {
  const claim = `${path}.takeover`
  if (!(await place(claim, mine))) {
    await pause(20)
    if ((await ageOf(claim)) > claimLastsMs) await unlink(claim).catch(() => undefined)
    return
  }
  try {
    const present = await readHolder(path)
    if (typeof present !== 'string' && present.token === stale.token) await unlink(path)
  } finally {
    await unlink(claim)
  }
}

/** Takes away what kills left beside the lock; anything fresh may belong to somebody who is just asking. */
async function clearOld(path: string): Promise<void> {
  for (const name of await readdir(dirname(path))) {
    if (!name.startsWith(`${basename(path)}.`)) continue
    const beside = join(dirname(path), name)
    if ((await ageOf(beside)) > claimLastsMs) await unlink(beside).catch(() => undefined)
  }
}

/** Milliseconds since a file was written; 0 when it is gone. */
const ageOf = (path: string): Promise<number> =>
  stat(path).then(
    ({ mtimeMs }) => Date.now() - mtimeMs,
    () => 0,
  )

async function release(path: string, token: string): Promise<void> {
  const holder = await readHolder(path)
  if (typeof holder !== 'string' && holder.token === token) await unlink(path).catch(() => undefined)
  ours.delete(token)
}

function describeHolder({ pid, host, startedAt, who }: Holder, now: Date): string {
  const since = new Date(startedAt)
  const time = `${twoDigits(since.getHours())}:${twoDigits(since.getMinutes())}`
  const day = `${since.getFullYear()}-${twoDigits(since.getMonth() + 1)}-${twoDigits(since.getDate())}`
  const when = since.toDateString() === now.toDateString() ? time : `${day} ${time}`
  const elsewhere = host === hostname() ? '' : '; delete library.lock if that is no longer so'
  return `${who}, process ${pid} on host ${host} since ${when}${elsewhere}`
}

const twoDigits = (number: number): string => String(number).padStart(2, '0')
