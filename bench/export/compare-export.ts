import { execFile } from 'node:child_process'
import { mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { cpus, tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { promisify } from 'node:util'
import { runnerImport } from 'vite'
import { ensureBuilt } from '../../bin/build.mjs'
import { galleyJson, passphrase } from '../../e2e/command-line'
import { root } from '../../e2e/host-process'
import { people } from '../../e2e/small-library'
import { inColumns, median } from '../figures'
import { makeGeneratedLibrary } from './generated-library'
import type * as warmDesk from './warm-desk'

type WarmDesk = typeof warmDesk

const usual = [100, 1000, 10_000]
const run = promisify(execFile)

interface Cost {
  /** Milliseconds that the export itself took, as it tells. */
  ms: number
  written: number
  /** Milliseconds of processor time and MB at the most, of the whole command. */
  cpu: number
  rss: number
}

/**
 * Prints what exporting generated libraries costs beside a floor that writes the same bytes to as many files in the same
 * place: the first publication, which also notes in every article that readers have it; a site made from nothing for
 * articles that readers have; both again without a change; and one changed article, by a command and at an open desk.
 */
export async function compareExport(options: readonly string[]): Promise<void> {
  const sizes = options.length > 0 ? options.map(Number) : usual
  await ensureBuilt()
  for (const articles of sizes) {
    const folder = await mkdtemp(join(process.env['GALLEY_BENCH'] ?? tmpdir(), 'galley-export-'))
    try {
      process.stdout.write(`\n${await measure(folder, articles)}\n`)
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  }
}

async function measure(folder: string, articles: number): Promise<string> {
  const [library, site, home] = ['library', 'site', 'home'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ]
  await makeGeneratedLibrary(library, articles)
  // The first command after so many articles were brought in rebuilds the index.
  const [first] = await galleyJson<{ id: string }[]>(['list', library, '--limit', '1'])
  const id = first?.id ?? ''
  const published = await exported(library, site, home)
  const floors = [writeSameBytes(site, join(folder, 'floor'))]
  // Another home remembers nothing of the first publication.
  const built = await exported(library, join(folder, 'built'), join(folder, 'other-home'))
  floors.push(writeSameBytes(site, join(folder, 'floor')))
  const again = await exported(library, site, home)
  await changeOne(library, id)
  const changed = await exported(library, site, home)
  // The desk's sources hold what only Vite can load.
  const { module: desk } = await runnerImport<WarmDesk>(join(import.meta.dirname, 'warm-desk.ts'), {
    configFile: false,
    root,
    logLevel: 'error',
  })
  const warm = await desk.measureWarm(home, { library, site, id })
  const floor = median(floors.map(({ ms }) => ms))
  const row = (name: string, ms: number, { written, cpu, rss }: Partial<Cost> = {}): string[] => [
    name,
    ms.toFixed(0),
    `${(ms / floor).toFixed(2)}×`,
    (articles / (ms / 1000)).toFixed(0),
    written?.toFixed(0) ?? '',
    cpu?.toFixed(0) ?? '',
    rss?.toFixed(0) ?? '',
  ]
  return inColumns([
    [
      `${articles.toLocaleString('en')} articles, ${cpus().length} cores`,
      'ms',
      '÷ floor',
      'pages/s',
      'files written',
      'CPU ms',
      'MB at most',
    ],
    row('floor: the same bytes', floor, { written: floors[0]?.files ?? 0 }),
    row('everything, into an empty folder', built.ms, built),
    row('first publication, records written', published.ms, published),
    row('nothing changed', again.ms, again),
    row('one article changed', changed.ms, changed),
    row('nothing changed, desk open', warm.nothing),
    row('one article changed, desk open', warm.oneArticle),
  ])
}

async function changeOne(library: string, id: string): Promise<void> {
  await galleyJson(['set', library, id, 'standfirst=Another one', '--as', people.editor])
  await galleyJson(['move', library, 'submit', id, '--as', people.editor])
  await galleyJson(['move', library, 'start-review', id, '--as', people.chief])
  await galleyJson(['move', library, 'approve', id, '--as', people.chief])
}

async function exported(library: string, site: string, home: string): Promise<Cost> {
  const { stdout, stderr } = await run(
    process.execPath,
    [
      ...['--require', join(import.meta.dirname, 'report-usage.cjs'), join(root, 'out/main/cli.js')],
      ...['export', library, site, '--as', people.production, '--json'],
    ],
    { env: { ...process.env, GALLEY_PASSPHRASE: passphrase, GALLEY_HOME: home }, maxBuffer: 1e8 },
  )
  const usage = /usage (\{.*\})/.exec(stderr)?.[1] ?? '{}'
  return {
    ...(JSON.parse(stdout) as Pick<Cost, 'ms' | 'written'>),
    ...(JSON.parse(usage) as Pick<Cost, 'cpu' | 'rss'>),
  }
}

/** Writes as many files of the same sizes as a folder holds, one after the other. */
function writeSameBytes(from: string, to: string): { ms: number; files: number } {
  const files = readdirSync(from, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ path: join(to, relative(from, path)), bytes: Buffer.alloc(statSync(path).size, 32) }))
  rmSync(to, { recursive: true, force: true })
  const began = performance.now()
  for (const { path, bytes } of files) {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, bytes)
  }
  return { ms: performance.now() - began, files: files.length }
}
