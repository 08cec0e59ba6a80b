import type { ArticleView } from '../../../../shared/contract'
import { ok, type Result } from '../../../../shared/kernel/result'
import { findArticle } from '../find-article'
import { anchorWords, findPassage, type Where } from '../find-passage'
import { findRemark } from '../find-remark'
import type { Newsroom } from '../newsroom'
import { wrongUsage, type Done, type Refusal } from '../outcome'
import { findPerson } from '../sign-in'
import { cut, table } from '../table'

export type CommentAction = 'list' | 'add' | 'answer' | 'resolve' | 'reopen'

export interface CommentOptions extends Where {
  as?: string
  blocking?: boolean
  mention?: string[]
}

/** `galley comment`: lists the conversations about an article, after saying something in one. */
export async function comment(
  newsroom: Newsroom,
  written: string,
  { action, words }: { action: CommentAction; words: readonly string[] },
  options: CommentOptions,
): Promise<Done> {
  const id = await findArticle(newsroom, written)
  if (!id.ok) return id
  const opened = await newsroom.ask('article.open', { id: id.value })
  if (!opened.ok) return opened
  if (action === 'list') return ok(told(opened.value))
  const changed = await change(newsroom, opened.value, { action, words }, options)
  return changed.ok ? ok(told(changed.value)) : changed
}

async function change(
  newsroom: Newsroom,
  { article: { id, content, review } }: ArticleView,
  { action, words }: { action: Exclude<CommentAction, 'list'>; words: readonly string[] },
  { blocking = false, mention = [], ...where }: CommentOptions,
): Promise<Result<ArticleView, Refusal>> {
  const mentions: string[] = []
  for (const name of mention) {
    const found = findPerson(newsroom.session.people, name)
    if (!found.ok) return found
    mentions.push(found.value.id)
  }
  const [first = '', ...rest] = words
  if (first.trim() === '') return wrongUsage(`Say it: galley comment LIB ID ${usage[action]} --as PERSON.`)
  if (action === 'add') {
    const anchor = findPassage(content, where)
    if (!anchor.ok) return anchor
    return newsroom.ask('thread.add', {
      ...{ id, anchor: anchor.value, text: words.join(' '), mentions, blocking },
    })
  }
  const found = findRemark(review.threads, first, 'comment')
  if (!found.ok) return found
  const thread = found.value.id
  if (action !== 'answer')
    return newsroom.ask('thread.resolve', { id, thread, resolved: action === 'resolve' })
  const text = rest.join(' ')
  if (text.trim() === '') return wrongUsage(`Say it: galley comment LIB ID ${usage.answer} --as PERSON.`)
  return newsroom.ask('thread.reply', { id, thread, text, mentions })
}

const usage = {
  add: 'add TEXT',
  answer: 'answer NUMBER TEXT',
  resolve: 'resolve NUMBER',
  reopen: 'reopen NUMBER',
}

function told({ article, names }: ArticleView): { json: unknown; text: string } {
  const { threads } = article.review
  const nameOf = (id: string): string => names[id] ?? id
  const rows = threads.map(({ id, anchor, blocking, resolved, comments }) => ({
    ...{ id, on: anchorWords(anchor), gone: anchor.gone, blocking, resolved: resolved !== null },
    comments: comments.map(({ by, at, text, mentions }) => ({
      ...{ by: nameOf(by), at, text, mentions: mentions.map(nameOf) },
    })),
  }))
  const lines = rows.flatMap(({ on, blocking, resolved, comments }, index) =>
    comments.map(({ by, at, text }, reply) => [
      reply === 0 ? String(index + 1) : '',
      reply > 0 ? '' : resolved ? 'resolved' : blocking ? 'blocking' : 'open',
      reply === 0 ? cut(on, 40) : '',
      ...[by, at, cut(text, 80)],
    ]),
  )
  const text =
    lines.length === 0 ? 'No comments.' : table(['number', 'state', 'on', 'who', 'when', 'what'], lines)
  return { json: rows, text }
}
