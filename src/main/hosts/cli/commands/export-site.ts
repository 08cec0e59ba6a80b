import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { ok, type Result } from '../../../../shared/kernel/result'
import type { Newsroom } from '../newsroom'
import type { Refusal } from '../outcome'
import type { Terminal } from '../terminal'
import type { Packed } from '../zip'
import type { Exported } from './export-files'

/** Exports the whole site into a folder. */
export async function exportSite(
  newsroom: Newsroom,
  { out: folder, asOf }: { out: string; asOf: string | null },
  asked: string | null,
  terminal: Pick<Terminal, 'say'>,
): Promise<Result<Exported, Refusal>> {
  const done = await newsroom.ask('publish.export', { folder, ...(asOf !== null && { asOf }) })
  if (!done.ok) return done
  const { files, written, removed, articles, drafts, refused, warnings, ms } = done.value.report
  for (const warning of warnings) terminal.say(warning)
  const told = refused.map(({ id, reason }) => ({ id, reason }))
  if (asked !== null && !told.some(({ id }) => id === asked)) {
    const known = await newsroom.ask('article.open', { id: asked })
    if (!known.ok) return known
    if (known.value.article.public.state === 'never-exported')
      told.push({ id: asked, reason: 'It is not approved.' })
  }
  return ok({
    report: { files, written, removed, articles, drafts, refused: told, ms },
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
