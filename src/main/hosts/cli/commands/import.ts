import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { formatOf, isPictureName, whyNotImported } from '../../../../shared/article/text-formats'
import { ok } from '../../../../shared/kernel/result'
import type { Newsroom } from '../newsroom'
import { reasonOf, type Done } from '../outcome'
import { neighboursOf } from '../neighbours'
import { readNamed } from '../read-file'
import type { Terminal } from '../terminal'

/** One article of a file, or what came of it instead. */
interface ImportRow {
  file: string
  id?: string
  headline?: string
  warnings: string[]
  error?: string
}

/** `galley import`: makes articles of files; one that fails is told and the others go on. */
export async function importFiles(
  newsroom: Newsroom,
  files: readonly string[],
  category: string | null,
  terminal: Pick<Terminal, 'say'>,
): Promise<Done> {
  const rows: ImportRow[] = []
  for (const given of files) {
    const { files: texts, skipped } = await filesAt(given)
    for (const { file, why } of skipped) terminal.say(`${file} is skipped: ${why}.`)
    for (const file of texts) {
      const ofFile = await importOne(newsroom, file, category)
      rows.push(...ofFile)
      for (const { warnings, headline } of ofFile) {
        const of = ofFile.length > 1 && headline !== undefined ? `${file} (${headline})` : file
        for (const warning of warnings) terminal.say(`${of}: ${warning}`)
      }
    }
  }
  const made = rows.filter((row) => row.error === undefined)
  return ok({
    json: rows,
    text: made.map((row) => `${row.id ?? ''}  ${row.headline ?? ''}`).join('\n') || 'Nothing was imported.',
    refused: rows.flatMap((row) => (row.error === undefined ? [] : [`${row.file}: ${row.error}`])),
  })
}

async function importOne(newsroom: Newsroom, file: string, category: string | null): Promise<ImportRow[]> {
  const read = await readNamed(file)
  if (!read.ok) return [{ file, warnings: [], error: reasonOf(read.error) }]
  const neighbour = neighboursOf(file)
  const imported = await newsroom.importFile({ ...read.value, category, neighbour })
  if (!imported.ok) return [{ file, warnings: [], error: reasonOf(imported.error) }]
  const { articles, failed, notes } = imported.value
  return [
    // What concerns the whole file stands with its first article.
    ...articles.map((article, place) => ({
      file,
      ...article,
      warnings: place === 0 ? [...notes, ...article.warnings] : article.warnings,
    })),
    ...failed.map(({ headline, reason }) => ({ file, headline, warnings: [], error: reason })),
  ]
}

interface FilesAt {
  files: string[]
  skipped: { file: string; why: string }[]
}

/**
 * A folder means its files of known kinds, in the order of their names, and names those it leaves out, but for hidden
 * ones and pictures, which stand there for the texts; anything else means itself.
 */
async function filesAt(path: string): Promise<FilesAt> {
  const found = await stat(path).catch(() => null)
  if (!found?.isDirectory()) return { files: [path], skipped: [] }
  const inside = await readdir(path, { withFileTypes: true }).catch(() => [])
  const names = inside
    .filter((one) => !one.isDirectory() && !one.name.startsWith('.'))
    .map(({ name }) => name)
    .sort()
  return {
    files: names.filter((name) => formatOf(name) !== null).map((name) => join(path, name)),
    skipped: names
      .filter((name) => formatOf(name) === null && !isPictureName(name))
      .map((name) => ({ file: join(path, name), why: whyNotImported(name) })),
  }
}
