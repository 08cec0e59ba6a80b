import type { ArticleView } from '../../../../shared/contract'
import { ok } from '../../../../shared/kernel/result'
import { findArticle } from '../find-article'
import { anchorWords, findPassage, type Where } from '../find-passage'
import { findRemark } from '../find-remark'
import type { Newsroom } from '../newsroom'
import { wrongUsage, type Done } from '../outcome'
import { cut, table } from '../table'

export type SuggestAction = 'list' | 'add' | 'accept' | 'refuse' | 'reopen' | 'withdraw'

export interface SuggestOptions extends Where {
  as?: string
  note: string
}

/** `galley suggest`: lists the changes suggested for an article, after suggesting one or answering some. */
export async function suggest(
  newsroom: Newsroom,
  written: string,
  { action, words }: { action: SuggestAction; words: readonly string[] },
  { note, ...where }: SuggestOptions,
): Promise<Done> {
  const found = await findArticle(newsroom, written)
  if (!found.ok) return found
  const opened = await newsroom.ask('article.open', { id: found.value })
  if (!opened.ok) return opened
  if (action === 'list') return ok(told(opened.value))
  const { id, content, review } = opened.value.article
  if (words.length === 0)
    return wrongUsage(`Name it: galley suggest LIB ID ${action} ${action === 'add' ? 'TEXT' : 'NUMBER'}.`)
  if (action === 'add') {
    if (where.on === undefined) return wrongUsage('Quote the words that are to be changed: --on WORDS.')
    const anchor = findPassage(content, where)
    if (!anchor.ok) return anchor
    const added = await newsroom.ask('suggestion.add', {
      ...{ id, anchor: anchor.value, text: words.join(' '), note },
    })
    return added.ok ? ok(told(added.value)) : added
  }
  const ids: string[] = []
  for (const word of words) {
    const one = findRemark(review.suggestions, word, 'suggestion')
    if (!one.ok) return one
    ids.push(one.value.id)
  }
  if (action === 'accept' || action === 'refuse') {
    const kind = action === 'accept' ? 'accepted' : 'refused'
    const answered = await newsroom.ask('suggestion.answer', { id, suggestions: ids, kind })
    if (!answered.ok) return answered
    return ok({ ...told(answered.value.view), refused: answered.value.left.map(({ reason }) => reason) })
  }
  let view: ArticleView = opened.value
  for (const suggestion of ids) {
    const changed = await newsroom.ask(`suggestion.${action}`, { id, suggestion })
    if (!changed.ok) return changed
    view = changed.value
  }
  return ok(told(view))
}

function told({ article, names }: ArticleView): { json: unknown; text: string } {
  const rows = article.review.suggestions.map(({ id, by, at, anchor, text, note, answer }) => ({
    ...{ id, by: names[by] ?? by, at, on: anchorWords(anchor), gone: anchor.gone, text, note },
    answer: answer?.kind ?? 'open',
  }))
  const lines = rows.map(({ by, on, text, note, answer }, index) => [
    ...[String(index + 1), answer, by, cut(on, 50), text === '' ? '(nothing)' : cut(text, 50), cut(note, 40)],
  ])
  const headings = ['number', 'state', 'who', 'instead of', 'write', 'why']
  return { json: rows, text: lines.length === 0 ? 'No suggestions.' : table(headings, lines) }
}
