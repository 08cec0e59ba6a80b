import type { LastExport, OutputOf } from '../../shared/contract'
import type { ErrorWith } from '../../shared/kernel/app-error'
import { err, ok, type Result } from '../../shared/kernel/result'
import type { Person } from '../../shared/workflow/people'
import { exportArticle } from './article-export'
import { settledOnce } from './examine'
import { remember, rememberedOf } from './export-memory'
import { noteMissedExports } from './missed-exports'
import { nameBook } from './names'
import type { WriteError } from './ports'
import { previewLists } from './preview-lists'
import {
  noMemory,
  type ExportError,
  type ExportMemory,
  type SiteWriter,
  type SiteWritten,
} from './publishing-ports'
import { saveRecord } from './record'
import { mayDo } from './roles'
import type { Room } from './room'
import { siteFileAt, surroundingsFor } from './site-pages'
import { concernsExport, siteFiles } from './site-files'
import { fromScratch, type SiteFindings } from './site-run'
import { standingOf } from './standing'
import { storeExport, type Stored } from './store-export'
import { viewpointOf, type Viewpoint } from './viewpoint'
import type { SitePacker } from './ways-out-ports'

/** An export that goes elsewhere than into the site's folder. */
export interface Packing {
  packer: SitePacker
  packed: NonNullable<LastExport['packed']>
}

interface Wanted {
  folder: string
  asOf?: string
  packed?: LastExport['packed']
  signal: AbortSignal
}

/** What the desk asks of publishing. One export runs at a time. */
export function createPublishing(writer: SiteWriter, memory: ExportMemory = noMemory) {
  let running: AbortController | null = null

  const exportSite = async (
    room: Room,
    person: Person,
    input: { folder: string; asOf?: string },
    packing?: Packing,
  ): Promise<Result<LastExport, WriteError | ExportError | ErrorWith<'not-allowed'>>> => {
    const allowed = mayDo(person, ['production'], 'export the site')
    if (!allowed.ok) return allowed
    if (running)
      return err({ code: 'export-failed', path: input.folder, reason: 'another export is still under way' })
    running = new AbortController()
    try {
      // What is packed is made anew: what is remembered is of the site's own folder.
      const means = packing ? { writer: packing.packer, memory: noMemory } : { writer, memory }
      const wanted = { ...input, packed: packing?.packed, signal: running.signal }
      return await runExport(room, person, means, wanted)
    } finally {
      running = null
    }
  }

  return {
    ready,
    exportSite,
    isBusy: () => running !== null,
    exportArticle: (room: Room, person: Person, input: Parameters<typeof exportArticle>[3]) =>
      exportArticle(room, person, writer, input),
    saveRecord: (room: Room, _reader: Person | null, input: Parameters<typeof saveRecord>[2]) =>
      saveRecord(room, writer, input),
    /** Stops the export that is under way, if any; what was not committed is undone. */
    cancel: () => running?.abort(),
    surroundings: surroundingsFor,
    previewLists: (room: Room, _reader: Person | null, input: Parameters<typeof previewLists>[2]) =>
      previewLists(room, memory, input),
    sitePage: siteFileAt,
  }
}

/** What the next export would write, what it would refuse and why, and what the last one did. */
async function ready(room: Room, _reader: Person | null): Promise<Result<OutputOf<'publish.ready'>, never>> {
  const { library } = room
  const viewpoint = await viewpointOf(room)
  const entries = await library.articles.entries()
  const book = nameBook(library)
  const last = await library.receipts.last()
  const found: Pick<OutputOf<'publish.ready'>, 'ready' | 'live' | 'refused' | 'toWithdraw'> = {
    ready: [],
    live: [],
    refused: [],
    toWithdraw: [],
  }
  for (const entry of entries.filter(concernsExport)) {
    const article = await library.articles.find(entry.id)
    if (!article.ok) continue
    const standing = await standingOf(article.value, viewpoint)
    if (standing.kind === 'ready') (standing.after ? found.ready : found.live).push(book.summary(entry))
    else {
      const { id, headline } = entry
      if (standing.kind !== 'withdrawn') found.refused.push({ id, headline, reason: standing.reason })
      else if (last === null || standing.notice.at > last.at)
        found.toWithdraw.push({ id, headline, reason: standing.notice.reason })
    }
  }
  return ok({ ...found, drafts: draftsIn(entries), last, folder: siteFolder(last) ?? `${library.path}-site` })
}

/** Where the site stands, as far as the last export tells. */
export const siteFolder = (last: LastExport | null): string | null =>
  last?.packed ? last.packed.site : (last?.folder ?? null)

const draftsIn = (entries: Parameters<typeof siteFiles>[1]): number =>
  entries.filter((entry) => !concernsExport(entry)).length

async function runExport(
  room: Room,
  person: Person,
  { writer, memory }: { writer: SitePacker & Pick<SiteWriter, 'holds'>; memory: ExportMemory },
  { folder, asOf, packed, signal }: Wanted,
): Promise<Result<LastExport, WriteError | ExportError>> {
  const { library, announce } = room
  const began = room.now().getTime()
  const placed = await writer.lastArticles({ folder, library })
  if (!placed.ok) return placed
  const before = await viewpointOf(room, person, asOf)
  const known = rememberedOf(before, memory)
  const doubtful = placed.value.filter(({ id, seal }) => known.settled.get(id)?.outline.listed.seal !== seal)
  for (const { id } of doubtful) known.settled.delete(id)
  const noted = await noteMissedExports(room, person, doubtful)
  if (!noted.ok) return noted
  const entries = await library.articles.entries()
  const viewpoint = doubtful.length === 0 ? before : await viewpointOf(room, person, asOf)
  const tell = (stage: string) => (done: number, total: number) => {
    if (done % 25 === 0 || done === total) announce('export.progress', { done, total, stage })
  }
  const { files, findings } = siteFiles(viewpoint, entries, tell('Preparing articles'), {
    ...known,
    holds: writer.holds?.({ folder, library }) ?? fromScratch.holds,
  })
  const written = await writer.writeSite({
    folder,
    library,
    files,
    articles: () => findings.listed,
    pictures: library.media,
    signal,
    onPlacing: tell('Placing files'),
  })
  if (!written.ok) return written
  const stored = await storeMoves(room, findings, viewpoint)
  if (!stored.ok) return stored
  remember(findings.settled, known, memory)
  const report = {
    ...counted(written.value, findings),
    drafts: draftsIn(entries),
    ms: room.now().getTime() - began,
  }
  const at = { at: viewpoint.now, by: person.name, folder: written.value.folder }
  const done: LastExport = { ...at, ...(packed && { packed }), report }
  const isNews = report.written + report.removed + stored.value.length > 0
  if (!isNews) return ok(done)
  const log = await library.log.rows()
  const receipt = await library.receipts.write(
    {
      ...done,
      asOf: viewpoint.asOf,
      person: person.id,
      public: findings.listed,
      exported: stored.value,
      libraryLog: log.ok ? (log.value.at(-1)?.hash ?? '') : '',
    },
    room.keys.signerOf(person.id),
  )
  return receipt.ok ? ok(done) : receipt
}

function counted(
  { files, written, removed, warnings }: SiteWritten,
  findings: SiteFindings,
): Omit<LastExport['report'], 'drafts' | 'ms'> {
  return {
    files,
    written,
    removed,
    articles: findings.listed.length,
    refused: findings.refused,
    warnings: [...findings.warnings, ...warnings],
  }
}

/** How many articles are noted at once: each waits for the disk several times, and the disk takes many together. */
const together = 16

/** Notes in each article that readers have it now; the files are there already. Gives what a receipt says of them. */
async function storeMoves(
  room: Room,
  { moves, settled }: SiteFindings,
  viewpoint: Viewpoint,
): Promise<Result<Stored[], WriteError>> {
  const all = [...moves.values()]
  const told: (Stored | null)[] = []
  let failed: WriteError | null = null
  let next = 0
  const noteOn = async (): Promise<void> => {
    while (next < all.length && failed === null) {
      const at = next
      next += 1
      const move = all[at]
      if (!move) continue
      const stored = await storeExport(room, move, async (article, stamp) => {
        const now = await settledOnce(article, stamp, viewpoint)
        if (now) settled.set(article.id, now)
      })
      if (stored.ok) told[at] = stored.value
      // Somebody took it away meanwhile: there is nothing left to note it in.
      else if (stored.error.code !== 'not-found') failed = stored.error
    }
  }
  await Promise.all(Array.from({ length: together }, noteOn))
  return failed === null ? ok(told.flatMap((one) => one ?? [])) : err(failed)
}
