import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { ok, type Result } from '../../../../shared/kernel/result'
import type { Newsroom } from '../newsroom'
import type { Refusal } from '../outcome'
import type { Terminal } from '../terminal'
import type { LastExport } from '../../../../shared/contract'
import type { Done } from '../outcome'
import type { Exported, Packed, Report } from './export-files'

/** Exports the whole site into a folder. */
export async function exportSite(
  newsroom: Newsroom,
  { out: folder, asOf }: { out: string; asOf: string | null },
  asked: string | null,
  terminal: Pick<Terminal, 'say'>,
): Promise<Result<Exported, Refusal>> {
  const done = await newsroom.ask('publish.export', { folder, ...(asOf !== null && { asOf }) })
  if (!done.ok) return done
  const report = reportOf(done.value, terminal)
  const told = [...report.refused]
  if (asked !== null && !told.some(({ id }) => id === asked)) {
    const known = await newsroom.ask('article.open', { id: asked })
    if (!known.ok) return known
    if (known.value.article.public.state === 'never-exported')
      told.push({ id: asked, reason: 'It is not approved.' })
  }
  return ok({
    report: { ...report, refused: told },
    packed: await filesOfSite(folder),
  })
}

const manifestSchema = z.object({ files: z.array(z.object({ path: z.string() })) })

/** Every file that the site's manifest names, and the manifest itself. */
async function filesOfSite(folder: string): Promise<Packed[]> {
  const manifest = manifestSchema.parse(JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')))
  return ['manifest.json', ...manifest.files.map(({ path }) => path)].map((name) => ({
    name,
    path: join(folder, name),
  }))
}

/** What an export did, in the order that scripts know; what is worth knowing besides is told. */
function reportOf({ report }: LastExport, terminal: Pick<Terminal, 'say'>): Report {
  const { files, written, removed, articles, drafts, refused, warnings, ms } = report
  for (const warning of warnings) terminal.say(warning)
  const told = refused.map(({ id, reason }) => ({ id, reason }))
  return { files, written, removed, articles, drafts, refused: told, ms }
}

/** Exports the whole site as a zip file, or only what changed since an earlier export. */
export async function packSite(
  newsroom: Newsroom,
  wanted: { out: string; asOf: string | null; changed: { since: string | null } | null },
  terminal: Pick<Terminal, 'say'>,
): Promise<Result<Exported, Refusal>> {
  const { out: place, asOf, changed } = wanted
  const what = changed === null ? ('site' as const) : ('changes' as const)
  const moment = asOf === null ? {} : { asOf }
  const done = await newsroom.ask('publish.pack', { what, place, since: changed?.since ?? null, ...moment })
  return done.ok ? ok({ report: reportOf(done.value, terminal), packed: [] }) : done
}

/** More files than any site has. */
const all = 10_000_000

/** Tells what an export would change, and why; writes nothing. */
export async function dryRunSite(
  newsroom: Newsroom,
  { out: folder, asOf }: { out: string; asOf: string | null },
  terminal: Pick<Terminal, 'say'>,
): Promise<Done> {
  const looked = await newsroom.ask('publish.dry-run', {
    folder,
    limit: all,
    ...(asOf !== null && { asOf }),
  })
  if (!looked.ok) return looked
  const { counts, changes, refused, warnings } = looked.value
  for (const warning of warnings) terminal.say(warning)
  for (const { headline, reason } of refused) terminal.say(`Would be left out: “${headline}”: ${reason}`)
  const counted = Object.entries(counts).map(([name, count]) => `${count} ${name}`)
  return ok({
    json: looked.value,
    text: [
      ...changes.map(({ path, change, why }) => `${change.padEnd(8)} ${path}: ${why}`),
      `${counted.join(', ')}. Nothing was written.`,
    ].join('\n'),
  })
}
