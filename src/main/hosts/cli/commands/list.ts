import type { Summary } from '../../../../shared/article/article'
import { workingStateSchema, type ShownState } from '../../../../shared/workflow/states'
import { ok, type Result } from '../../../../shared/kernel/result'
import { listArticles } from '../find-article'
import type { Newsroom } from '../newsroom'
import { wrongUsage, type Done, type Refusal } from '../outcome'
import { listOf } from '../pairs'
import { cut, table } from '../table'

const allStates: readonly ShownState[] = [...workingStateSchema.options, 'reopened']

export interface ListOptions {
  states: ShownState[]
  search?: string
  /** No more than these; all when it is left out. */
  limit?: number
}

/** `galley list`: articles, newest first. */
export async function list(newsroom: Newsroom, { states, search = '', limit }: ListOptions): Promise<Done> {
  const rows = await listArticles(newsroom, { search, states }, limit)
  if (!rows.ok) return rows
  return ok({ json: rows.value, text: rows.value.length === 0 ? 'No articles.' : articleTable(rows.value) })
}

const articleTable = (rows: readonly Summary[]): string =>
  table(
    ['id', 'state', 'public', 'words', 'category', 'author', 'headline'],
    rows.map((row) => [
      row.id,
      row.wholeAgain ? `${row.state}, whole again` : row.state,
      row.publicState,
      String(row.words),
      cut(row.category, 20),
      cut(row.authors.join(', '), 28),
      cut(row.headline, 72),
    ]),
  )

/** The states that a comma-separated list names. */
export function readStates(written: string): Result<ShownState[], Refusal> {
  const found: ShownState[] = []
  for (const name of listOf(written)) {
    const state = allStates.find((one) => one === name.toLowerCase().replace(/ /g, '-'))
    if (!state) return wrongUsage(`There is no state “${name}”. Known: ${allStates.join(', ')}.`)
    found.push(state)
  }
  return ok(found)
}
