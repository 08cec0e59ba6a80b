import { createHash } from 'node:crypto'
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { makeGeneratedLibrary } from '../../bench/export/generated-library'
import { verifyExport } from '../../src/main/export'
import { stagingName } from '../../src/main/export/site-path'
import { galleyJson, passphrase } from '../command-line'
import { endHost, root } from '../host-process'
import { mustSucceed, people } from '../small-library'

/** Where an export was: it had written nothing or was done, was preparing files, or had begun to put them in place. */
type Stage = 'at rest' | 'preparing' | 'placing'

/** What came of killing exports. */
export interface ExportKillReport {
  kills: number
  /** How far the exports were when they were killed. */
  found: Record<Stage, number>
  /** Exports that were run to their end in between. */
  finished: number
  /** What must never be, a sentence each. */
  broken: string[]
}

/** SHA-256 of each file of a site by its path. */
type Site = ReadonlyMap<string, string>

/** Two libraries that differ in every page, and what their sites are when they are whole. */
interface Versions {
  libraries: readonly string[]
  sites: readonly Site[]
  /** How long an export takes from its start to its end, in milliseconds. */
  lasts: number
}

const finishEvery = 5
const journalName = 'journal.json'

/**
 * Exports two versions of a newspaper to one folder, now this one, now that, and kills each export with SIGKILL at a
 * random moment. After each kill every file must be as one of the versions has it, and `verify-export` must find a
 * whole site or say that an export is pending; what is run to its end must be whole.
 * @param tell hears of each kill
 */
export async function killExports(
  kills: number,
  tell: (report: ExportKillReport) => void,
): Promise<ExportKillReport> {
  const folder = await mkdtemp(join(tmpdir(), 'galley-export-kills-'))
  const report: ExportKillReport = {
    kills: 0,
    found: { 'at rest': 0, preparing: 0, placing: 0 },
    finished: 0,
    broken: [],
  }
  const site = join(folder, 'site')
  const versions = await makeVersions(folder)
  await exportWhole(versions.libraries[0] ?? '', site)
  while (report.kills < kills) {
    // What stands there whole would not be written again.
    const version = isSame(await filesOf(site), versions.sites[0]) ? 1 : 0
    const library = versions.libraries[version] ?? ''
    await killOneExport(library, site, versions.lasts)
    report.kills += 1
    await lookAt(site, versions, report)
    if (report.kills % finishEvery === 0) {
      await exportWhole(library, site)
      report.finished += 1
      if (!isSame(await filesOf(site), versions.sites[version]))
        report.broken.push(`After kill ${report.kills} the next export did not make its site whole.`)
    }
    tell(report)
  }
  if (report.broken.length === 0) await rm(folder, { recursive: true, force: true })
  return report
}

async function makeVersions(folder: string): Promise<Versions> {
  const [one, other] = [join(folder, 'one'), join(folder, 'other')]
  await makeGeneratedLibrary(one, 100)
  // From here on neither version changes any more by being exported.
  await exportWhole(one, join(folder, 'first'))
  await cp(one, other, { recursive: true })
  await mustSucceed(['site', other, 'name=Another Herald', '--as', people.admin])
  const libraries = [one, other]
  const sites: Site[] = []
  let lasts = 0
  for (const [index, library] of libraries.entries()) {
    const began = performance.now()
    await exportWhole(library, join(folder, `whole-${index}`))
    lasts = performance.now() - began
    sites.push(await filesOf(join(folder, `whole-${index}`)))
  }
  return { libraries, sites, lasts }
}

const exportWhole = (library: string, site: string): Promise<unknown> =>
  galleyJson(['export', library, site, '--as', people.production])

/** A third of the kills come at any moment of an export's life, a third while it prepares files, a third while it puts them in place. */
async function killOneExport(library: string, site: string, lasts: number): Promise<void> {
  const cli = join(root, 'out/main/cli.js')
  const run = spawn(process.execPath, [cli, 'export', library, site, '--as', people.production], {
    env: { ...process.env, GALLEY_PASSPHRASE: passphrase },
    stdio: 'ignore',
  })
  const staging = join(site, stagingName)
  const [begins, within] = pickFrom([
    [null, lasts],
    [staging, 0.4 * lasts],
    [join(staging, journalName), 0.1 * lasts],
  ] as const)
  if (begins !== null) {
    const there = (): boolean => existsSync(begins) || run.exitCode !== null
    while (!there()) await pause(1)
  }
  await pause(Math.random() * within)
  await endHost(run, 'SIGKILL')
}

const pickFrom = <T>(ways: readonly [T, ...T[]]): T =>
  ways[Math.floor(Math.random() * ways.length)] ?? ways[0]

async function lookAt(site: string, { sites }: Versions, report: ExportKillReport): Promise<void> {
  const staged = existsSync(join(site, stagingName))
  const committed = existsSync(join(site, stagingName, journalName))
  const files = await filesOf(site)
  const isWhole = sites.some((version) => isSame(files, version))
  report.found[committed ? 'placing' : staged ? 'preparing' : 'at rest'] += 1

  const say = (words: string): void => void report.broken.push(`After kill ${report.kills}: ${words}`)
  for (const [path, hash] of files)
    if (!sites.some((version) => version.get(path) === hash)) say(`${path} is of neither version.`)
  const { ok, problems } = verifyExport(site)
  if (ok && !isWhole) say('verify-export finds nothing wrong with a site that is not whole.')
  if (!ok && !committed) say(`verify-export says ${problems.join(' ')}`)
  if (!ok && !/interrupted/.test(problems[0] ?? ''))
    say('verify-export does not say that an export is pending.')
}

async function filesOf(site: string): Promise<Site> {
  const entries = await readdir(site, { recursive: true, withFileTypes: true })
  const files = new Map<string, string>()
  for (const entry of entries) {
    const path = relative(site, join(entry.parentPath, entry.name))
    if (!entry.isFile() || path.startsWith(stagingName)) continue
    files.set(
      path,
      createHash('sha256')
        .update(await readFile(join(site, path)))
        .digest('hex'),
    )
  }
  return files
}

const isSame = (files: Site, version: Site | undefined): boolean =>
  files.size === version?.size && [...files].every(([path, hash]) => version.get(path) === hash)
