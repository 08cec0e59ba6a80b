import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { galley, passphrase } from '../command-line'
import { endHost, serve, startHost } from '../host-process'
import { makeSmallLibrary, people } from '../small-library'
import { DeskClient } from './desk-client'
import { Promises } from './promises'
import { writeWithoutEnd } from './writing-without-end'

/** What came of killing. */
export interface KillReport {
  kills: number
  /** Revisions, drafts and moves that the desk acknowledged before it was killed. */
  saves: number
  /** Acknowledged saves that were not there afterwards, a sentence each. */
  lost: string[]
  /** What `galley verify` found, a sentence each. */
  damaged: string[]
}

/** Kills on one copy of the library: what was acknowledged grows, and all of it is looked for after every kill. */
const killsPerCopy = 10
/** Longest work, and longest time to start, before a kill: in milliseconds. */
const longestLife = 800

/**
 * Serves a copy of a library, writes in it as fast as it answers and kills the host with SIGKILL at a random moment,
 * again and again; every fifth time the next host is killed once more while it starts and tidies up.
 * @param tell hears of each kill
 */
export async function killAgainAndAgain(
  kills: number,
  tell: (report: KillReport) => void,
): Promise<KillReport> {
  const folder = await mkdtemp(join(tmpdir(), 'galley-kills-'))
  const report: KillReport = { kills: 0, saves: 0, lost: [], damaged: [] }
  try {
    const original = join(folder, 'original')
    await makeSmallLibrary(original)
    for (let copy = 0; report.kills < kills; copy += 1) {
      const library = join(folder, `copy-${copy}`)
      await cp(original, library, { recursive: true })
      await killOnOneCopy(
        library,
        join(folder, 'home'),
        Math.min(kills, report.kills + killsPerCopy),
        report,
        tell,
      )
      if (report.lost.length === 0 && report.damaged.length === 0) await rm(library, { recursive: true })
    }
  } finally {
    if (report.lost.length === 0 && report.damaged.length === 0)
      await rm(folder, { recursive: true, force: true })
  }
  return report
}

async function killOnOneCopy(
  library: string,
  home: string,
  until: number,
  report: KillReport,
  tell: (report: KillReport) => void,
): Promise<void> {
  const promises = new Promises()
  const before = report.saves
  while (report.kills < until) {
    if (report.kills % 5 === 4) {
      await killWhileStarting(library, home)
      report.kills += 1
    }
    if (report.kills < until) {
      const { host, desk } = await openAndLook(library, home, promises, report)
      const work = writeWithoutEnd(desk, promises)
      await pause(Math.random() * longestLife)
      await endHost(host, 'SIGKILL')
      await work
      report.kills += 1
    }
    report.saves = before + promises.saves
    tell(report)
  }
  const { host } = await openAndLook(library, home, promises, report)
  await endHost(host, 'SIGTERM')
}

/** Opens the library as it was left, and notes what is lost or damaged. */
async function openAndLook(library: string, home: string, promises: Promises, report: KillReport) {
  const { host, url } = await serve(library, home)
  const desk = await DeskClient.enter(url)
  await desk.signIn(people.chief, passphrase)
  report.lost.push(...(await promises.broken(desk)))
  const { code, stderr } = await galley(['verify', library])
  if (code !== 0) report.damaged.push(stderr.trim())
  return { host, desk }
}

async function killWhileStarting(library: string, home: string): Promise<void> {
  const host = startHost(library, home)
  await pause(Math.random() * longestLife)
  await endHost(host, 'SIGKILL')
}
