import type { RevisionInfo } from '../../../../shared/contract'
import { ok } from '../../../../shared/kernel/result'
import { findArticle } from '../find-article'
import type { Newsroom } from '../newsroom'
import type { Done } from '../outcome'
import { table } from '../table'

/** So many are asked for at a time. */
const pageSize = 200

/** `galley versions`: every kept revision of an article, newest first, with what was done with each. */
export async function versions(newsroom: Newsroom, written: string): Promise<Done> {
  const id = await findArticle(newsroom, written)
  if (!id.ok) return id
  const rows: RevisionInfo[] = []
  for (;;) {
    const below = rows.at(-1)?.revision ?? null
    const page = await newsroom.ask('article.revisions', { id: id.value, below, limit: pageSize })
    if (!page.ok) return page
    rows.push(...page.value.rows)
    if (page.value.rows.length < pageSize) break
  }
  return ok({ json: rows, text: versionTable(rows) })
}

const versionTable = (rows: readonly RevisionInfo[]): string =>
  table(
    ['revision', 'kept', 'words', 'by', 'done with it'],
    rows.map((row) => [
      String(row.revision),
      row.at,
      String(row.words),
      row.by,
      row.events.map((event) => `${event.by} ${event.action} it`).join('; '),
    ]),
  )
