import { mkdir, stat } from 'node:fs/promises'
import { dirname, extname, join } from 'node:path'
import { ok, type Result } from '../../../../shared/kernel/result'
import type { Newsroom } from '../newsroom'
import { reasonInShort, refused, type Refusal } from '../outcome'
import type { Terminal } from '../terminal'

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

/** A file on the disk, and its name in an archive. */
export interface Packed {
  path: string
  name: string
}

/** An export's report, and the files it consists of. */
export interface Exported {
  report: Report
  packed: Packed[]
}

type Form = 'page' | 'fragment' | 'md' | 'ninjs'
const endings: Record<Form, string> = { page: 'html', fragment: 'html', md: 'md', ninjs: 'json' }

/** Exports articles as single files: the one that is asked for, or each that is ready. */
export async function exportFiles(
  newsroom: Newsroom,
  { out, form, asOf }: { out: string; form: Form; asOf: string | null },
  asked: string | null,
  terminal: Pick<Terminal, 'now'>,
): Promise<Result<Exported, Refusal>> {
  const began = terminal.now().getTime()
  const standing = await newsroom.ask('publish.ready', {})
  if (!standing.ok) return standing
  const { ready, live, refused: held, drafts } = standing.value
  const wanted = asked === null ? [...ready, ...live].map(({ id }) => id) : [asked]
  const told: Report['refused'] = asked === null ? held.map(({ id, reason }) => ({ id, reason })) : []
  /** By their names in an archive: articles may show the same picture. */
  const packed = new Map<string, Packed>()
  let articles = 0
  for (const id of wanted) {
    const file = await fileFor(newsroom, out, id, form, asked !== null)
    if (!file.ok) return file
    const moment = asOf === null ? {} : { asOf }
    const written = await newsroom.ask('publish.article', { id, form, file: file.value.path, ...moment })
    if (written.ok) {
      articles += 1
      for (const one of [file.value, ...written.value.beside.map((name) => besideOf(file.value, name))])
        packed.set(one.name, one)
    } else if (isRefusal(written.error)) told.push({ id, reason: reasonInShort(written.error) })
    else return written
  }
  const report = {
    files: packed.size,
    written: packed.size,
    removed: 0,
    articles,
    drafts,
    refused: told,
    ms: terminal.now().getTime() - began,
  }
  return ok({ report, packed: [...packed.values()] })
}

/** A picture that went with a file, by its path as seen from there. */
const besideOf = ({ path }: Packed, name: string): Packed => ({
  path: join(dirname(path), ...name.split('/')),
  name,
})

/** Whether only this article stays behind; anything else would meet every other one too. */
const isRefusal = (refusal: Refusal): boolean =>
  refusal.kind === 'failed' && refusal.error.code === 'move-refused'

/** One article asked for may name its file; any other goes into a folder under its slug. */
async function fileFor(
  newsroom: Newsroom,
  out: string,
  id: string,
  form: Form,
  isOnly: boolean,
): Promise<Result<Packed, Refusal>> {
  const opened = await newsroom.ask('article.open', { id })
  if (!opened.ok) return opened
  const { slug } = opened.value.article.content
  const name = `${slug.text || id.toLowerCase()}.${endings[form]}`
  const isFolder = await stat(out).then(
    (found) => found.isDirectory(),
    () => !isOnly || extname(out) === '',
  )
  const path = isFolder ? join(out, name) : out
  try {
    await mkdir(dirname(path), { recursive: true })
    return ok({ path, name })
  } catch (error) {
    return refused(`${dirname(path)} could not be made: ${whyNot(error)}.`)
  }
}

const whyNot = (error: unknown): string => (error instanceof Error ? error.message : String(error))
