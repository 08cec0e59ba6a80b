import { mkdir, readdir, rename, rm, rmdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import { monotonicFactory } from 'ulid'
import type { AppError } from '../../shared/kernel/app-error'
import { err, type Result } from '../../shared/kernel/result'
import { importers } from '../importers'
import { openMediaStore } from '../media'
import { createPassphrases } from '../platform/passphrases'
import { createRulesInTime } from '../platform/rules-in-time'
import { createSigningKeys } from '../platform/signing-keys'
import { openWrongTries } from '../platform/wrong-tries'
import type { Clock } from '../services/ports'
import { openRoom, type Room } from '../services/room'
import { createLibrary, openLibrary } from '../storage'
import { codeOf, failureOf } from '../storage/faults'
import { actOut } from './act-out'
import { hireEveryone } from './hire'
import { samplePassphrase, sampleSettings } from './newsroom'
import { storyClock, type StoryClock } from './story-clock'

/** When the newspaper began: before the first story. */
const openedHoursAgo = 150

/**
 * Makes the sample library as its people would have: they are hired, they bring in texts, review and change them,
 * each at their own time over the last days, through the same services as everybody else. It is made beside the
 * folder and moved there when it is whole, so that a half-made one is never opened.
 */
export async function makeSample(path: string, now: Clock): Promise<Result<void, AppError>> {
  const workplace = `${path}.new-${process.pid}`
  try {
    if (!(await isFree(path))) return err({ code: 'folder-not-empty', path })
    await mkdir(dirname(path), { recursive: true })
    await rm(workplace, { recursive: true, force: true })
    const filled = await fill(workplace, storyClock(now()))
    if (filled.ok) await moveTo(path, workplace)
    return filled
  } catch (failure) {
    return failureOf(failure, path)
  } finally {
    await rm(workplace, { recursive: true, force: true })
  }
}

async function fill(folder: string, clock: StoryClock): Promise<Result<void, AppError>> {
  const ulid = monotonicFactory()
  const newId = (): string => ulid(clock.now().getTime())
  clock.setHoursAgo(openedHoursAgo)
  const settings = sampleSettings()
  const sample = { passphrase: samplePassphrase }
  const created = await createLibrary(folder, {
    ...{ name: settings.site.name, now: clock.now, newId },
    ...{ sample, settings },
  })
  if (!created.ok) return created
  const opened = await openLibrary(folder, { now: clock.now, who: 'Galley', openMedia: openMediaStore })
  if (!opened.ok) return opened
  try {
    const announce = (): void => undefined
    const signing = createSigningKeys()
    const tools = {
      now: clock.now,
      newId,
      passphrases: createPassphrases(),
      signing,
      importers,
      rulesInTime: createRulesInTime(),
      // Nobody tries a passphrase while it is made.
      wrongTries: openWrongTries(folder),
      announce,
    }
    return await work(openRoom(opened.value, tools), clock)
  } finally {
    await opened.value.close()
  }
}

async function work(room: Room, clock: StoryClock): Promise<Result<void, AppError>> {
  const staff = await hireEveryone(room)
  return staff.ok ? actOut(room, clock, staff.value) : staff
}

async function isFree(path: string): Promise<boolean> {
  try {
    return (await readdir(path)).length === 0
  } catch (failure) {
    if (codeOf(failure) === 'ENOENT') return true
    if (codeOf(failure) === 'ENOTDIR') return false
    throw failure
  }
}

async function moveTo(path: string, workplace: string): Promise<void> {
  // Windows renames no folder over another, not even over an empty one.
  await rmdir(path).catch((failure: unknown) => {
    if (codeOf(failure) !== 'ENOENT') throw failure
  })
  await rename(workplace, path)
}
