import type { ErrorWith } from '../kernel/app-error'
import { err, ok, type Result } from '../kernel/result'
import { hasRole, type Person } from '../workflow/people'
import type { Comment, Thread } from './remarks'

/** What may be done with conversations, and by whom. Anybody signed in may say something; here is what is refused. */

type Refusal = ErrorWith<'not-found' | 'not-allowed' | 'remark-refused'>
type Changed = Result<Thread[], Refusal>
type Replied = Result<Thread[], ErrorWith<'not-found' | 'remark-refused'>>
type Who = Pick<Person, 'id' | 'role'>

/** As many as an article and a conversation take. */
export const mostThreads = 2000
const mostComments = 500

/** A conversation with one more comment. */
export const withReply = (threads: readonly Thread[], id: string, comment: Comment): Replied =>
  changeThread<ErrorWith<'remark-refused'>>(threads, id, (thread) => {
    if (thread.comments.length >= mostComments)
      return err(refused('It holds as many comments as it can; begin another.'))
    return ok({ ...thread, comments: [...thread.comments, comment] })
  })

/** A conversation that is done with, or not any more. What holds the article back is let go by who began it, or a chief. */
export const resolved = (
  threads: readonly Thread[],
  id: string,
  { by, at, isResolved }: { by: Who; at: string; isResolved: boolean },
): Changed =>
  changeThread<Refusal>(threads, id, (thread) => {
    if (isResolved === (thread.resolved !== null))
      return err(refused(isResolved ? 'It is resolved already.' : 'It is open already.'))
    if (isResolved && thread.blocking && !mayLetGo(thread, by)) return err(notAllowed('resolve this comment'))
    return ok({ ...thread, resolved: isResolved ? { by: by.id, at } : null })
  })

/** A conversation that holds the article back, or not any more. */
export const blocking = (
  threads: readonly Thread[],
  id: string,
  { by, isBlocking }: { by: Who; isBlocking: boolean },
): Changed =>
  changeThread<Refusal>(threads, id, (thread) => {
    if (thread.blocking === isBlocking) return ok(thread)
    if (!mayLetGo(thread, by)) return err(notAllowed('change what holds the article back'))
    return ok({ ...thread, blocking: isBlocking })
  })

/** A conversation in which somebody says it in other words. */
export const withComment = (
  threads: readonly Thread[],
  id: string,
  by: Who,
  { id: comment, ...changed }: Pick<Comment, 'id' | 'text' | 'mentions'>,
): Changed =>
  changeThread<Refusal>(threads, id, (thread) => {
    const own = ownComment(thread, comment, by, 'change')
    if (!own.ok) return own
    const comments = thread.comments.map((one) => (one.id === comment ? { ...one, ...changed } : one))
    return ok({ ...thread, comments })
  })

/** A conversation without a comment of somebody’s own; with its last comment it goes as well. */
export const withoutComment = (threads: readonly Thread[], id: string, by: Who, comment: string): Changed =>
  changeThread<Refusal>(threads, id, (thread) => {
    const own = ownComment(thread, comment, by, 'remove')
    if (!own.ok) return own
    const comments = thread.comments.filter((one) => one.id !== comment)
    if (comments.length > 0) return ok({ ...thread, comments })
    return thread.blocking && !mayLetGo(thread, by) ? err(notAllowed('remove this comment')) : ok(null)
  })

const mayLetGo = ({ comments }: Thread, by: Who): boolean =>
  comments[0]?.by === by.id || hasRole(by, ['chief'])

function ownComment({ comments }: Thread, id: string, by: Who, deed: string): Result<Comment, Refusal> {
  const found = comments.find((one) => one.id === id)
  if (!found) return err({ code: 'not-found', what: 'comment', id })
  if (found.by === by.id) return ok(found)
  const reason = 'only who wrote it can.'
  return err({ code: 'not-allowed', action: `${deed} this comment`, reason })
}

function changeThread<E>(
  threads: readonly Thread[],
  id: string,
  change: (thread: Thread) => Result<Thread | null, E>,
): Result<Thread[], E | ErrorWith<'not-found'>> {
  const found = threads.find((one) => one.id === id)
  if (!found) return err({ code: 'not-found', what: 'thread', id })
  const changed = change(found)
  if (!changed.ok) return changed
  return ok(threads.flatMap((one) => (one.id !== id ? [one] : changed.value ? [changed.value] : [])))
}

const refused = (reason: string): ErrorWith<'remark-refused'> => ({ code: 'remark-refused', reason })
const notAllowed = (action: string): ErrorWith<'not-allowed'> => ({
  code: 'not-allowed',
  action,
  reason: 'it holds the article back, so only who began it or a desk chief can.',
})
