import type { InputOf, LastExport } from '../../shared/contract'
import type { DryRun } from '../../shared/contract/ways-out-requests'
import type { ErrorWith } from '../../shared/kernel/app-error'
import { err, ok, type Result } from '../../shared/kernel/result'
import { mayShowSetting } from '../../shared/site/setting-names'
import type { Person } from '../../shared/workflow/people'
import { siteFolder, type Packing } from './publishing'
import type { WriteError } from './ports'
import type { ExportError, SiteFile } from './publishing-ports'
import type { Room } from './room'
import { concernsExport, siteFiles } from './site-files'
import { fromScratch } from './site-run'
import { viewpointOf } from './viewpoint'
import type { WaysOut } from './ways-out-ports'
import { createReasons } from './why-changed'

type Refused = WriteError | ExportError | ErrorWith<'not-allowed'>

/** Exports the site, or packs it. */
export type ExportSite = (
  room: Room,
  person: Person,
  input: { folder: string; asOf?: string },
  packing?: Packing,
) => Promise<Result<LastExport, Refused>>

/** What the desk asks of the ways out besides the site's own folder. */
export function createWayOutServices(ways: WaysOut, exportSite: ExportSite) {
  let looking: AbortController | null = null
  return {
    ways,
    async dryRun(room: Room, _reader: Person | null, input: InputOf<'publish.dry-run'>) {
      looking?.abort()
      const mine = (looking = new AbortController())
      return dryRun(room, ways, input, mine.signal)
    },
    pack: (room: Room, person: Person, input: InputOf<'publish.pack'>) =>
      pack(room, person, ways, exportSite, input),
    /** Stops the dry run that is under way, if any. */
    cancel: () => looking?.abort(),
  }
}

/** What an export into a folder would change there, and why; neither library nor folder are written to. */
async function dryRun(
  room: Room,
  ways: WaysOut,
  { folder, asOf, limit }: InputOf<'publish.dry-run'>,
  signal: AbortSignal,
): Promise<Result<DryRun, ExportError>> {
  const { library, announce } = room
  const before = await ways.earlier(folder, library)
  if (!before.ok) return before
  const entries = await library.articles.entries()
  const viewpoint = await viewpointOf(room, undefined, asOf)
  const tell = (done: number, total: number): void => {
    if (done % 25 === 0 || done === total)
      announce('export.progress', { done, total, stage: 'Comparing articles' })
  }
  const { files, findings } = siteFiles(viewpoint, entries, tell, fromScratch)
  const shownOn = new Map<string, string>()
  const compared = await ways.compare(
    { folder, library, files: noting(files, shownOn), pictures: library.media, signal },
    before.value,
  )
  if (!compared.ok) return compared
  const { changes, unchanged, warnings } = compared.value
  const why = createReasons({
    before: before.value?.articles ?? null,
    after: findings.listed,
    headlines: new Map(entries.map(({ id, headline }) => [id, headline])),
    shownOn,
    besides: await changedBesides(room),
  })
  const count = (kind: string): number => changes.filter(({ change }) => change === kind).length
  const sorted = changes.sort((a, b) => (a.path < b.path ? -1 : 1))
  return ok({
    folder,
    counts: {
      new: count('new'),
      changed: count('changed'),
      removed: count('removed'),
      restored: count('restored'),
      unchanged,
    },
    changes: sorted.slice(0, limit).map((change) => ({ ...change, why: why(change) })),
    refused: findings.refused,
    drafts: entries.filter((entry) => !concernsExport(entry)).length,
    warnings: [
      ...(before.value?.unfinished
        ? ['An export there was interrupted. The next one completes it first; this list counts from there.']
        : []),
      ...findings.warnings,
      ...warnings,
    ],
  })
}

/** Takes down after which page each picture comes. */
async function* noting(
  files: AsyncIterable<SiteFile>,
  shownOn: Map<string, string>,
): AsyncGenerator<SiteFile> {
  let page = ''
  for await (const file of files) {
    if ('text' in file && file.path.endsWith('.html')) page = file.path
    shownOn.set(file.path, page)
    yield file
  }
}

/** What was changed since the last export besides articles, as far as a file may show it; each a sentence. */
async function changedBesides({ library }: Pick<Room, 'library'>): Promise<(path: string) => string[]> {
  const last = await library.receipts.last()
  const log = await library.log.rows()
  if (!last || !log.ok) return () => []
  const since = log.value.filter(({ at }) => at > last.at)
  const subjectsOf = (wanted: string): string[] => [
    ...new Set(since.flatMap(({ action, subject }) => (action === wanted ? subject : []))),
  ]
  const settings = [...new Set(subjectsOf('change settings').flatMap((names) => names.split(', ')))]
  const authors = [
    ...subjectsOf('change author').map((name) => `The author profile of ${name} changed.`),
    ...subjectsOf('add author').map((name) => `The author ${name} was added.`),
  ]
  return (path) => {
    const shown = settings.filter((name) => mayShowSetting(name, path))
    const told = shown.length === 0 ? [] : [`The settings changed: ${shown.join(', ')}.`]
    return path.startsWith('assets/') ? told : [...told, ...authors]
  }
}

/** Exports the whole site as a zip file, or what changed since an earlier export. Readers have it from then on. */
async function pack(
  room: Room,
  person: Person,
  ways: WaysOut,
  exportSite: ExportSite,
  { what, place, since, asOf }: InputOf<'publish.pack'>,
): Promise<Result<LastExport, Refused>> {
  const { library } = room
  const site = siteFolder(await library.receipts.last())
  const input = { folder: place, ...(asOf !== undefined && { asOf }) }
  const packed = { as: what, site }
  if (what === 'site') return exportSite(room, person, input, { packer: ways.wholeSite, packed })
  const from = since ?? site
  if (from === null) return nothingBefore(place, 'nothing was exported from this library yet')
  const before = await ways.earlier(from, library)
  if (!before.ok) return before
  if (!before.value) return nothingBefore(place, `there is no export in ${from} to compare with`)
  return exportSite(room, person, input, { packer: ways.changesSince(before.value), packed })
}

const nothingBefore = (path: string, reason: string): Result<never, ErrorWith<'export-failed'>> =>
  err({ code: 'export-failed', path, reason })
