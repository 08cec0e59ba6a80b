import type { Summary } from '../../../shared/article/article'
import { idSchema } from '../../../shared/kernel/ids'
import { ok, type Result } from '../../../shared/kernel/result'
import type { InputOf } from '../../../shared/contract'
import type { Newsroom } from './newsroom'
import { failed, refused, type Refusal } from './outcome'

const everything: InputOf<'article.list'> = {
  search: '',
  states: [],
  categories: [],
  authors: [],
  sort: 'updated',
  descending: true,
  offset: 0,
  limit: 1000,
}

/**
 * Articles that match, newest first.
 * @param most no more than these; all of them when it is left out
 */
export async function listArticles(
  newsroom: Newsroom,
  wanted: Partial<Pick<InputOf<'article.list'>, 'search' | 'states'>>,
  most = Infinity,
): Promise<Result<Summary[], Refusal>> {
  const rows: Summary[] = []
  for (;;) {
    const limit = Math.min(1000, most - rows.length)
    if (limit <= 0) return ok(rows)
    const page = await newsroom.ask('article.list', { ...everything, ...wanted, offset: rows.length, limit })
    if (!page.ok) return page
    rows.push(...page.value.rows)
    if (page.value.rows.length < limit) return ok(rows)
  }
}

/** An article's id from what a person wrote: the id, its beginning, or the slug. */
export async function findArticle(newsroom: Newsroom, written: string): Promise<Result<string, Refusal>> {
  const id = written.toUpperCase()
  if (idSchema.safeParse(id).success) return ok(id)
  const all = await listArticles(newsroom, {})
  if (!all.ok) return all
  const bySlug = all.value.filter((row) => row.slug === written.toLowerCase())
  // Four characters of an id are still the same for years; fewer are a typing mistake.
  const byStart = written.length < 4 ? [] : all.value.filter((row) => row.id.startsWith(id))
  const found = bySlug.length > 0 ? bySlug : byStart
  const [first, ...others] = found
  if (!first) return failed({ code: 'not-found', what: 'article', id: written })
  if (others.length === 0) return ok(first.id)
  const named = found.slice(0, 5).map((row) => `${row.id} (${row.headline || 'without a headline'})`)
  return refused(
    `“${written}” may mean ${found.length} articles: ${named.join(', ')}${found.length > 5 ? ', …' : ''}.`,
  )
}
