import type { ArticleView } from '../../../../shared/contract'
import { ok, type Result } from '../../../../shared/kernel/result'
import { isChecked, sourceName } from '../../../../shared/review/claims'
import type { Source } from '../../../../shared/review/remarks'
import { findArticle } from '../find-article'
import { anchorWords, findPassage, type Where } from '../find-passage'
import { findRemark } from '../find-remark'
import { isDay } from '../moments'
import type { Newsroom } from '../newsroom'
import { wrongUsage, type Done, type Refusal } from '../outcome'
import { readNamed } from '../read-file'
import { cut, table } from '../table'

export type ClaimAction = 'list' | 'add' | 'check' | 'uncheck' | 'remove'

export interface ClaimOptions extends Where {
  as?: string
  note: string
  link?: string
  title?: string
  file?: string
  said?: string
  date?: string
}

/** `galley claim`: lists what an article states and where it comes from, after adding to it or checking some. */
export async function claim(
  newsroom: Newsroom,
  written: string,
  { action, named }: { action: ClaimAction; named: readonly string[] },
  options: ClaimOptions,
): Promise<Done> {
  const found = await findArticle(newsroom, written)
  if (!found.ok) return found
  const opened = await newsroom.ask('article.open', { id: found.value })
  if (!opened.ok) return opened
  if (action === 'list') return ok(told(opened.value))
  if (action === 'add') {
    const added = await add(newsroom, opened.value, options)
    return added.ok ? ok(told(added.value)) : added
  }
  if (named.length === 0) return wrongUsage(`Name it: galley claim LIB ID ${action} NUMBER.`)
  const { id, review } = opened.value.article
  const ids: string[] = []
  for (const one of named) {
    const claim = findRemark(review.claims, one, 'claim')
    if (!claim.ok) return claim
    ids.push(claim.value.id)
  }
  let view: ArticleView = opened.value
  for (const claim of ids) {
    const changed =
      action === 'remove'
        ? await newsroom.ask('claim.remove', { id, claim })
        : await newsroom.ask('claim.check', { id, claim, checked: action === 'check' })
    if (!changed.ok) return changed
    view = changed.value
  }
  return ok(told(view))
}

async function add(
  newsroom: Newsroom,
  { article: { id, content } }: ArticleView,
  options: ClaimOptions,
): Promise<Result<ArticleView, Refusal>> {
  if (options.on === undefined) return wrongUsage('Quote the words that have a source: --on WORDS.')
  const anchor = findPassage(content, options)
  if (!anchor.ok) return anchor
  const source = await readSource(newsroom, options)
  if (!source.ok) return source
  return newsroom.ask('claim.add', {
    ...{ id, anchor: anchor.value, source: source.value, note: options.note },
  })
}

async function readSource(
  newsroom: Newsroom,
  { link, title = '', file, said, date }: ClaimOptions,
): Promise<Result<Source, Refusal>> {
  if ([link, file, said].filter((one) => one !== undefined).length !== 1)
    return wrongUsage('Name one source: --link ADDRESS, --file FILE, or --said NAME --date DAY.')
  if (link !== undefined) return ok({ kind: 'link', address: link, title })
  if (said !== undefined) {
    if (date === undefined || !/^\d{4}-\d{2}-\d{2}$/.test(date) || !isDay(date))
      return wrongUsage('Say on which day it was said: --date 2026-05-17.')
    return ok({ kind: 'on-record', name: said, date })
  }
  const read = await readNamed(file ?? '')
  if (!read.ok) return read
  const { name, bytes } = read.value
  const kept = await newsroom.ask('source.add', { name, data: bytes.toString('base64') })
  return kept.ok ? ok({ kind: 'file', ...kept.value }) : kept
}

function told({ article: { content, review }, names }: ArticleView): { json: unknown; text: string } {
  const rows = review.claims.map((one) => {
    const { id, by, at, anchor, source, note, checked } = one
    const isStill = isChecked(content, one)
    return {
      ...{ id, by: names[by] ?? by, at, on: anchorWords(anchor), gone: anchor.gone, source, note },
      checked: isStill,
      checkedBy: checked && isStill ? (names[checked.by] ?? checked.by) : null,
    }
  })
  const lines = rows.map(({ on, source, checkedBy, note }, index) => [
    ...[String(index + 1), cut(on, 50), cut(sourceName(source), 50), checkedBy ?? '', cut(note, 40)],
  ])
  const headings = ['number', 'states', 'source', 'checked by', 'note']
  return { json: rows, text: lines.length === 0 ? 'No sources.' : table(headings, lines) }
}
