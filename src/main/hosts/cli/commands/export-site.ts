import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ok, type Result } from '../../../../shared/kernel/result'
import type { Newsroom } from '../newsroom'
import type { Refusal } from '../outcome'
import type { Packed } from '../zip'
import type { Exported } from './export-files'

/** Exports the whole site into a folder. */
export async function exportSite(
  newsroom: Newsroom,
  folder: string,
  asked: string | null,
): Promise<Result<Exported, Refusal>> {
  const done = await newsroom.ask('publish.export', { folder })
  if (!done.ok) return done
  const { files, written, removed, articles, drafts, refused, ms } = done.value.report
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

/** Every file that the site's manifest names, and the manifest itself. */
async function filesOfSite(folder: string): Promise<Packed[]> {
  const manifest: unknown = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8'))
  const files = typeof manifest === 'object' && manifest !== null && 'files' in manifest ? manifest.files : []
  const names = Array.isArray(files)
    ? files.flatMap((file: unknown) =>
        typeof file === 'object' && file !== null && 'path' in file && typeof file.path === 'string'
          ? [file.path]
          : [],
      )
    : []
  return ['manifest.json', ...names].map((name) => ({ name, path: join(folder, name) }))
}
