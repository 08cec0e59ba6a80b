import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { ok } from '../../../../shared/kernel/result'
import { formatOf } from '../../../../shared/article/text-formats'
import type { Newsroom } from '../newsroom'
import { reasonOf, type Done } from '../outcome'
import { neighboursOf } from '../neighbours'
import { readNamed } from '../read-file'
import type { Terminal } from '../terminal'

interface Imported {
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
  const rows: Imported[] = []
  for (const given of files) {
    const { files: texts, skipped } = await filesAt(given)
    for (const file of skipped) terminal.say(`${file} is skipped: Galley imports .md, .html and .txt files.`)
    for (const file of texts) {
      const row = await importOne(newsroom, file, category)
      rows.push(row)
      for (const warning of row.warnings) terminal.say(`${file}: ${warning}`)
    }
  }
  const made = rows.filter((row) => row.error === undefined)
  return ok({
    json: rows,
    text: made.map((row) => `${row.id ?? ''}  ${row.headline ?? ''}`).join('\n') || 'Nothing was imported.',
    refused: rows.flatMap((row) => (row.error === undefined ? [] : [`${row.file}: ${row.error}`])),
  })
}

async function importOne(newsroom: Newsroom, file: string, category: string | null): Promise<Imported> {
  const read = await readNamed(file)
  if (!read.ok) return { file, warnings: [], error: reasonOf(read.error) }
  const neighbour = neighboursOf(file)
  const imported = await newsroom.importFile({ ...read.value, category, neighbour })
  return imported.ok ? { file, ...imported.value } : { file, warnings: [], error: reasonOf(imported.error) }
}

/**
 * A folder means its files of known kinds, in the order of their names, and names those it leaves out, but for hidden
 * ones; anything else means itself.
 */
async function filesAt(path: string): Promise<{ files: string[]; skipped: string[] }> {
  const found = await stat(path).catch(() => null)
  if (!found?.isDirectory()) return { files: [path], skipped: [] }
  const inside = await readdir(path, { withFileTypes: true }).catch(() => [])
  const names = inside
    .filter((one) => !one.isDirectory() && !one.name.startsWith('.'))
    .map(({ name }) => name)
    .sort()
  const at = (wanted: boolean): string[] =>
    names.filter((name) => (formatOf(name) !== null) === wanted).map((name) => join(path, name))
  return { files: at(true), skipped: at(false) }
}
