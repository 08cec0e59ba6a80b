import { resolve } from 'node:path'
import { ok, type Result } from '../../../../shared/kernel/result'
import { findArticle } from '../find-article'
import { readMoment } from '../moments'
import type { Newsroom } from '../newsroom'
import { orFailed, refused, wrongUsage, type Done, type Outcome, type Refusal } from '../outcome'
import type { Terminal } from '../terminal'
import { exportFiles, type Report } from './export-files'
import { dryRunSite, exportSite, packSite } from './export-site'

/** `galley export`’s options, as written. */
export interface ExportOptions {
  as: string
  article?: string
  form?: 'site' | 'page' | 'fragment' | 'md' | 'ninjs'
  zip?: string
  asOf?: string
  dryRun?: true
  changed?: true
  since?: string
}

/** What `galley export` is asked for. */
export interface WantedExport {
  out: string
  form: NonNullable<ExportOptions['form']>
  /** As a person wrote it; null means everything that is ready. */
  article: string | null
  zip: string | null
  /** The moment it is made for, as a person wrote it; null means now. */
  asOf: string | null
  /** Only tells what would change. */
  dryRun: boolean
  /** Only what changed: since the export that is named, or else since the last one. Null means everything. */
  changed: { since: string | null } | null
}

/** Checks what can be checked before a library, and with it the site’s time zone, is known. */
export async function readExport(
  out: string,
  options: ExportOptions,
): Promise<Result<WantedExport, Refusal>> {
  const { article = null, form = 'site', zip = null, asOf = null } = options
  const moment = await readAsOf(asOf, 'UTC')
  if (!moment.ok) return moment
  const { dryRun = false, changed = false, since } = options
  if (since !== undefined && !changed) return wrongUsage('--since goes with --changed.')
  if ((dryRun || changed) && (form !== 'site' || article !== null))
    return wrongUsage('--dry-run and --changed are of the whole site: leave out --form and --article.')
  if (dryRun && changed) return wrongUsage('Choose one of --dry-run and --changed.')
  if (zip !== null && (dryRun || changed || (form === 'site' && isZip(out))))
    return wrongUsage('Leave out --zip: name the zip file in place of the folder.')
  const only = changed ? { since: since === undefined ? null : resolve(since) } : null
  return ok({ out, form, article, zip: zip && resolve(zip), asOf, dryRun, changed: only })
}

async function readAsOf(asOf: string | null, timeZone: string): Promise<Result<string | null, Refusal>> {
  if (asOf === null) return ok(null)
  const moment = await readMoment(asOf, timeZone, 'start')
  return moment.ok ? moment : wrongUsage(`--as-of: ${moment.error}`)
}

const isZip = (out: string): boolean => out.toLowerCase().endsWith('.zip')

/** `galley export`: what is approved and sealed, as a site or as single files. */
export async function exportTo(
  newsroom: Newsroom,
  wanted: WantedExport,
  terminal: Pick<Terminal, 'say' | 'now'>,
): Promise<Done> {
  const { outsideLibrary, packZip } = await import('../../../upkeep')
  const library = newsroom.session.library?.path
  for (const path of [wanted.out, ...(wanted.zip === null ? [] : [wanted.zip])]) {
    const outside = library === undefined ? ok(undefined) : orFailed(outsideLibrary(path, library))
    if (!outside.ok) return outside
  }
  const id = wanted.article === null ? ok(null) : await findArticle(newsroom, wanted.article)
  if (!id.ok) return id
  const settings = await newsroom.ask('settings.get', {})
  if (!settings.ok) return settings
  const asOf = await readAsOf(wanted.asOf, settings.value.site.timeZone)
  if (!asOf.ok) return asOf
  const at = { out: wanted.out, asOf: asOf.value }
  if (wanted.dryRun) return dryRunSite(newsroom, at, terminal)
  const isPacked = wanted.form === 'site' && (wanted.changed !== null || isZip(wanted.out))
  const done = isPacked
    ? await packSite(newsroom, { ...at, changed: wanted.changed }, terminal)
    : wanted.form === 'site'
      ? await exportSite(newsroom, at, id.value, terminal)
      : await exportFiles(newsroom, { ...at, form: wanted.form }, id.value, terminal)
  if (!done.ok) return done
  const { report, packed } = done.value
  if (wanted.zip !== null) {
    try {
      await packZip(wanted.zip, packed)
    } catch (failure) {
      const why = failure instanceof Error ? failure.message : String(failure)
      return refused(`${wanted.zip} could not be written: ${why}.`)
    }
  }
  return ok(outcomeOf(report, wanted, id.value, terminal))
}

/** Refusals are told; only an article that was asked for by id makes the command fail. */
function outcomeOf(
  report: Report,
  { out, zip }: WantedExport,
  asked: string | null,
  terminal: Pick<Terminal, 'say'>,
): Outcome {
  const lines = report.refused.map(({ id, reason }) => ({ id, line: `${id}: ${reason}` }))
  for (const { id, line } of lines) if (id !== asked) terminal.say(`Not exported: ${line}`)
  const { written, removed, files, articles, drafts } = report
  return {
    json: report,
    text: [
      `${counted(articles, 'article')} exported to ${out}: ${counted(files, 'file')}, ${written} written, ${removed} removed.`,
      ...(drafts > 0 ? [`${counted(drafts, 'article')} not approved yet.`] : []),
      ...(zip === null ? [] : [`Packed into ${zip}.`]),
    ].join('\n'),
    refused: lines.filter(({ id }) => id === asked).map(({ line }) => line),
  }
}

const counted = (number: number, what: string): string => `${number} ${what}${number === 1 ? '' : 's'}`
