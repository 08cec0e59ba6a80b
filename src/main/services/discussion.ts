import type { Article } from '../../shared/article/article'
import type { ArticleView, InputOf } from '../../shared/contract'
import type { ErrorWith } from '../../shared/kernel/app-error'
import { err, ok, type Result } from '../../shared/kernel/result'
import { settleAnchor } from '../../shared/review/anchor-at'
import {
  blocking,
  mostThreads,
  resolved,
  withComment,
  withoutComment,
  withReply,
} from '../../shared/review/discussion'
import type { Comment, Thread } from '../../shared/review/remarks'
import type { Person } from '../../shared/workflow/people'
import { printedNames } from './names'
import type { WriteError } from './ports'
import { remarkRow, type RemarkDone } from './remark-rows'
import { moment, type Room } from './room'
import { signedEntry } from './signing-keys'
import { viewChecked } from './view'

type Refusal = ErrorWith<'not-found' | 'remark-refused'>
type Changed<E> = Promise<Result<ArticleView, WriteError | Refusal | E>>

/** Begins a conversation about a passage, a field, a picture or the whole of an article. */
export async function addThread(
  room: Room,
  person: Person,
  { id, anchor, text, mentions, blocking }: InputOf<'thread.add'>,
): Changed<never> {
  const comment = commentOf(room, person, text, mentions)
  if (!comment.ok) return comment
  const thread = room.newId()
  return changeRemarks(room, person, id, ({ content, review }) => {
    const there = settleAnchor(content, anchor)
    if (!there) return err(wordsChanged)
    if (review.threads.length >= mostThreads) return err(refused('It has as many comments as it can hold.'))
    const added: Thread = { id: thread, anchor: there, blocking, comments: [comment.value], resolved: null }
    return ok({
      review: { ...review, threads: [...review.threads, added] },
      done: { deed: 'comment', remarks: [thread] },
    })
  })
}

/** Answers in a conversation. */
export async function replyInThread(
  room: Room,
  person: Person,
  { id, thread, text, mentions }: InputOf<'thread.reply'>,
): Changed<never> {
  const comment = commentOf(room, person, text, mentions)
  if (!comment.ok) return comment
  return changeThreads(room, person, id, { deed: 'reply', remarks: [thread] }, (threads) =>
    withReply(threads, thread, comment.value),
  )
}

/** Says that a conversation is done with, or is not. */
export function resolveThread(
  room: Room,
  person: Person,
  { id, thread, resolved: isResolved }: InputOf<'thread.resolve'>,
): Changed<ErrorWith<'not-allowed'>> {
  const deed = isResolved ? 'resolve' : 'open again'
  return changeThreads(room, person, id, { deed, remarks: [thread] }, (threads) =>
    resolved(threads, thread, { by: person, at: moment(room), isResolved }),
  )
}

/** Says whether a conversation holds submission and approval back. */
export function blockThread(
  room: Room,
  person: Person,
  { id, thread, blocking: isBlocking }: InputOf<'thread.block'>,
): Changed<ErrorWith<'not-allowed'>> {
  const deed = isBlocking ? 'hold back' : 'let go'
  return changeThreads(room, person, id, { deed, remarks: [thread] }, (threads) =>
    blocking(threads, thread, { by: person, isBlocking }),
  )
}

/** Changes a comment of one’s own. */
export async function changeComment(
  room: Room,
  person: Person,
  { id, thread, comment, text, mentions }: InputOf<'comment.change'>,
): Changed<ErrorWith<'not-allowed'>> {
  const changed = commentOf(room, person, text, mentions)
  if (!changed.ok) return changed
  return changeThreads(room, person, id, { deed: 'change comment', remarks: [comment] }, (threads) =>
    withComment(threads, thread, person, { ...changed.value, id: comment }),
  )
}

/** Removes a comment of one’s own; that it was there stays in the log. */
export function removeComment(
  room: Room,
  person: Person,
  { id, thread, comment }: InputOf<'comment.remove'>,
): Changed<ErrorWith<'not-allowed'>> {
  return changeThreads(room, person, id, { deed: 'remove comment', remarks: [comment] }, (threads) =>
    withoutComment(threads, thread, person, comment),
  )
}

/** A comment that this person makes now. Whom it calls on must be somebody who works here. */
function commentOf(
  room: Room,
  person: Person,
  text: string,
  mentions: readonly string[],
): Result<Comment, ErrorWith<'not-found'>> {
  const here = new Set(
    room.library.people
      .read()
      .filter(({ disabled }) => !disabled)
      .map(({ id }) => id),
  )
  const unknown = mentions.find((id) => !here.has(id))
  if (unknown !== undefined) return err({ code: 'not-found', what: 'person', id: unknown })
  return ok({ id: room.newId(), by: person.id, at: moment(room), text, mentions: [...new Set(mentions)] })
}

const changeThreads = <E>(
  room: Room,
  person: Person,
  id: string,
  done: RemarkDone,
  change: (threads: readonly Thread[]) => Result<Thread[], E>,
): Promise<Result<ArticleView, WriteError | ErrorWith<'not-found'> | E>> =>
  changeRemarks(room, person, id, ({ review }) => {
    const threads = change(review.threads)
    return threads.ok ? ok({ review: { ...review, threads: threads.value }, done }) : threads
  })

/** Changes what is said about an article, with a row in its log, and tells every window. The text stays as it is. */
export async function changeRemarks<E>(
  room: Room,
  person: Person,
  id: string,
  change: (article: Article) => Result<{ review: Article['review']; done: RemarkDone }, E>,
): Promise<Result<ArticleView, WriteError | ErrorWith<'not-found'> | E>> {
  const now = moment(room)
  const changed = await room.library.articles.change(id, (article) => {
    const decided = change(article)
    if (!decided.ok) return decided
    const next = { ...article, review: decided.value.review }
    const authorNames = printedNames(room.library.authors.read(), article.content.authors)
    const entry = remarkRow(decided.value.done, next, person.id, { now, authorNames })
    return ok({ article: next, ...signedEntry(room, entry) })
  })
  if (!changed.ok) return changed
  room.announce('article.changed', { id, revision: changed.value.revision })
  return ok(await viewChecked(room, person, changed.value))
}

export const refused = (reason: string): ErrorWith<'remark-refused'> => ({ code: 'remark-refused', reason })
export const wordsChanged = refused('The words it is about were changed meanwhile. Select them again.')
