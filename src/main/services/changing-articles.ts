import type { Article } from '../../shared/article/article'
import { contentSchema, fieldNames, type Content, type ContentField } from '../../shared/article/content'
import type { ChangedIn } from '../../shared/contract'
import { explainError } from '../../shared/kernel/explain-error'
import type { Result } from '../../shared/kernel/result'
import type { Person } from '../../shared/workflow/people'
import type { Holder } from './edit-locks'
import { keepArticle, type KeepError } from './keeping'
import { refusalOfLock } from './locking'
import type { Room } from './room'

/** How often somebody else may keep the article in between before it is left to them. */
const tries = 3

/**
 * Keeps an article with changed content, on top of whatever is kept by then.
 * @param change gives the new content, or in words why the article is left as it is
 */
export async function keepChanged(
  room: Room,
  person: Person,
  window: Holder,
  { id, headline }: { id: string; headline: string },
  change: (article: Article) => Promise<Result<Content | string, KeepError>>,
): Promise<ChangedIn> {
  const locked = refusalOfLock(room, id, window)
  if (locked) return left(id, headline, sentence(locked.reason))
  let refusal: KeepError | null = null
  for (let turn = 0; turn < tries; turn += 1) {
    const found = await room.library.articles.find(id)
    if (!found.ok) return left(id, headline, explainError(found.error).what)
    const { revision, content } = found.value
    const changed = await change(found.value)
    if (!changed.ok) return left(id, content.headline, explainError(changed.error).what)
    if (typeof changed.value === 'string') return left(id, content.headline, changed.value)
    const fault = faultOf(changed.value)
    if (fault !== null) return left(id, content.headline, fault)
    const kept = await keepArticle(room, person, { id, basedOn: revision, content: changed.value })
    if (kept.ok) {
      const reopened = kept.value.state === 'reopened' && found.value.review.state === 'approved'
      const remark = reopened ? 'It was approved; it is reopened now and needs a new approval.' : ''
      return { id, headline: content.headline, revision: kept.value.article.revision, remark }
    }
    refusal = kept.error
    if (refusal.code !== 'revision-conflict') break
  }
  return left(id, headline, refusal ? wordsFor(refusal) : '')
}

/** An article that is left as it is, and why. */
export const left = (id: string, headline: string, remark: string): ChangedIn => ({
  id,
  headline,
  revision: null,
  remark,
})

/** Why content that nobody typed cannot be kept; null when it can. */
function faultOf(content: Content): string | null {
  const issue = contentSchema.safeParse(content).error?.issues[0]
  if (!issue) return null
  return `Its ${fieldNames[issue.path[0] as ContentField].toLowerCase()} would become longer than Galley takes.`
}

const wordsFor = (error: KeepError): string =>
  error.code === 'edit-refused' ? sentence(error.reason) : explainError(error).what

const sentence = (reason: string): string => `${reason.charAt(0).toUpperCase()}${reason.slice(1)}`
