import { mkdir, stat, writeFile } from 'node:fs/promises'
import { dirname, extname, join } from 'node:path'
import type { Summary } from '../../../../shared/article/article'
import { ok, type Result } from '../../../../shared/kernel/result'
import { renderMarkdown } from '../../../../shared/render/markdown'
import type { Newsroom } from '../newsroom'
import { reasonOf, refused, type Refusal } from '../outcome'
import type { Terminal } from '../terminal'
import type { Packed } from '../zip'
import { pageOf } from './show'

/** What an export did, as `--json` prints it. */
export interface Report {
  files: number
  written: number
  removed: number
  articles: number
  /** Articles that were never approved. */
  drafts: number
  refused: { id: string; reason: string }[]
  ms: number
}

/** An export's report, and the files it consists of. */
export interface Exported {
  report: Report
  packed: Packed[]
}

type Form = 'page' | 'fragment' | 'md'

/** Exports articles as single files: the one that is asked for, or each that is ready. */
export async function exportFiles(
  newsroom: Newsroom,
  { out, form }: { out: string; form: Form },
  asked: string | null,
  terminal: Pick<Terminal, 'now'>,
): Promise<Result<Exported, Refusal>> {
  const began = terminal.now().getTime()
  const ready = await newsroom.ask('publish.ready', {})
  if (!ready.ok) return ready
  const wanted = ready.value.ready.filter(({ id }) => asked === null || id === asked)
  const refusals = ready.value.refused.filter(({ id }) => asked === null || id === asked)
  if (asked !== null && wanted.length === 0 && refusals.length === 0)
    refusals.push({ id: asked, headline: '', reason: 'It is not approved.' })

  const packed: Packed[] = []
  const told = refusals.map(({ id, reason }) => ({ id, reason }))
  for (const row of wanted) {
    const file = await fileFor(out, row, form, asked !== null)
    if (!file.ok) return file
    const written = await exportOne(newsroom, row.id, form, file.value.path, terminal)
    if (written.ok) packed.push(file.value)
    else told.push({ id: row.id, reason: reasonOf(written.error) })
  }
  const report: Report = {
    files: packed.length,
    written: packed.length,
    removed: 0,
    articles: packed.length,
    drafts: ready.value.drafts,
    refused: told,
    ms: terminal.now().getTime() - began,
  }
  return ok({ report, packed })
}

/** One article asked for may name its file; any other goes into a folder under its slug. */
async function fileFor(
  out: string,
  { id, slug }: Pick<Summary, 'id' | 'slug'>,
  form: Form,
  isOnly: boolean,
): Promise<Result<Packed, Refusal>> {
  const ending = form === 'md' ? '.md' : '.html'
  const name = `${slug || id.toLowerCase()}${ending}`
  const isFolder = await stat(out).then(
    (found) => found.isDirectory(),
    () => !isOnly || extname(out) === '',
  )
  const path = isFolder ? join(out, name) : out
  try {
    await mkdir(dirname(path), { recursive: true })
    return ok({ path, name })
  } catch (error) {
    return refused(
      `${dirname(path)} could not be made: ${error instanceof Error ? error.message : String(error)}.`,
    )
  }
}

async function exportOne(
  newsroom: Newsroom,
  id: string,
  form: Form,
  file: string,
  terminal: Pick<Terminal, 'now'>,
): Promise<Result<unknown, Refusal>> {
  if (form !== 'md') return newsroom.ask('publish.article', { id, form, file })
  const opened = await newsroom.ask('article.open', { id })
  if (!opened.ok) return opened
  const model = await pageOf(newsroom, opened.value, terminal.now())
  if (!model.ok) return model
  try {
    return ok(await writeFile(file, renderMarkdown(model.value), { mode: 0o644 }))
  } catch (error) {
    return refused(`${file} could not be written: ${error instanceof Error ? error.message : String(error)}.`)
  }
}
