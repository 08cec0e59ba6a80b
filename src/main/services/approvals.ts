import type { Article } from '../../shared/article/article'
import type { Approval } from '../../shared/review/remarks'
import { approvalHash, approvalsOf } from '../../shared/workflow/approval'
import type { MoveContext } from '../../shared/workflow/decide'
import { moves } from '../../shared/workflow/moves'
import { hasRole, type Person } from '../../shared/workflow/people'
import { roleAt } from '../../shared/workflow/person-keys'
import type { Keys } from './ports'
import type { Room } from './room'

/** What telling a true approval from a forged one takes. */
export interface Verifier {
  people: readonly Person[]
  signing: Pick<Keys, 'hasSigned'>
}

/**
 * The approvals of an article that hold: each signed with a key that its person had at that moment, when they were
 * somebody who may approve. Whether they are of what the article says now is the workflow's question.
 */
export const trueApprovals = (
  { id, review }: Pick<Article, 'id' | 'review'>,
  { people, signing }: Verifier,
): Approval[] =>
  approvalsOf(review).filter((approval) => {
    const { by, at, key: keyId } = approval
    const person = people.find((one) => one.id === by)
    const key = person?.keys.find((one) => one.id === keyId)
    if (!person || !key || at < key.from || (key.until !== null && at > key.until)) return false
    if (!hasRole({ role: roleAt(person, at) }, moves.approve.who)) return false
    return signing.hasSigned(key, approvalHash(id, approval), approval)
  })

/** What deciding about an article needs of its approvals, and of the key of whoever is about to give one. */
export const approvalFacts = (
  { library, signing, keys }: Pick<Room, 'library' | 'signing' | 'keys'>,
  article: Article,
  person: Pick<Person, 'id'>,
): Pick<MoveContext, 'approvals' | 'sign'> => ({
  approvals: trueApprovals(article, { people: library.people.read(), signing }),
  sign: keys.signerOf(person.id),
})
