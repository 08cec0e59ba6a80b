import type { Article } from '../../shared/article/article'
import type { ApprovalView, SignatureState } from '../../shared/contract'
import { hashOf } from '../../shared/kernel/hash'
import type { Approval } from '../../shared/review/remarks'
import { approvalHash, approvalsNeeded, approvalsOf, approversOf } from '../../shared/workflow/approval'
import type { MoveContext } from '../../shared/workflow/move-context'
import type { Chained, LogRow } from '../../shared/workflow/log'
import { moves } from '../../shared/workflow/moves'
import { hasRole, type Person } from '../../shared/workflow/people'
import { keyAt, roleAt } from '../../shared/workflow/person-keys'
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
    const { by, at } = approval
    const person = people.find((one) => one.id === by)
    const key = person && keyAt(person, approval.key, at)
    if (!key || !hasRole({ role: roleAt(person, at) }, moves.approve.who)) return false
    return signing.hasSigned(key, approvalHash(id, approval), approval)
  })

/** Whether a row of a log is signed by whoever it says did it. */
export function signatureOf(
  { hash: _hash, signed, ...row }: Chained & Pick<LogRow, 'by' | 'at'>,
  { people, signing }: Verifier,
): SignatureState {
  if (!signed) return 'none'
  const person = people.find(({ id }) => id === row.by)
  const key = person && keyAt(person, signed.key, row.at)
  return key && signing.hasSigned(key, hashOf(row), signed) ? 'valid' : 'invalid'
}

/** What the review shows of an article's approvals: whether its seal is signed, and who approved what it says now. */
export function approvalView(
  room: Pick<Room, 'library' | 'signing'>,
  article: Article,
  content: string,
): ApprovalView {
  const { seal } = article.review
  const holding = trueApprovals(article, verifierOf(room))
  const sealedBy = seal ? approversOf(holding, seal.hash) : []
  const isWhole = seal?.signatures.every(({ by }) => sealedBy.includes(by)) === true
  return {
    signature: !seal || seal.signatures.length === 0 ? 'none' : isWhole ? 'valid' : 'invalid',
    given: article.review.approvals
      .filter((one) => one.content === content && holding.includes(one))
      .map(({ by, at }) => ({ by, at })),
    needed: approvalsNeeded(article, room.library.settings.read().rules),
  }
}

/** By whom and with what a room's signatures are told from forged ones. */
export const verifierOf = ({ library, signing }: Pick<Room, 'library' | 'signing'>): Verifier => ({
  people: library.people.read(),
  signing,
})

/** What deciding about an article needs of its approvals, and of the key of whoever is about to give one. */
export const approvalFacts = (
  room: Pick<Room, 'library' | 'signing' | 'keys'>,
  article: Article,
  person: Pick<Person, 'id'>,
): Pick<MoveContext, 'approvals' | 'sign'> => ({
  approvals: trueApprovals(article, verifierOf(room)),
  sign: room.keys.signerOf(person.id),
})
