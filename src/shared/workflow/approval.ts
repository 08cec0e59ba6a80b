import type { Article } from '../article/article'
import { hashOf } from '../kernel/hash'
import type { Approval } from '../review/remarks'
import type { Rules } from '../site/settings'
import type { Sign } from './signature'

type Given = Pick<Approval, 'by' | 'at' | 'content'>

/** What an approver signs: that they approved this very content of this article at this moment. */
export const approvalHash = (article: string, { by, at, content }: Given): string =>
  hashOf({ article, by, at, content })

/** An approval as it is kept, signed by who gives it. */
export const signedApproval = (article: string, given: Given, sign: Sign): Approval => ({
  ...given,
  ...sign(approvalHash(article, given)),
})

/** How many people have to approve an article: two where its category or what is to be checked asks for it. */
export function approvalsNeeded(
  { content, review }: Pick<Article, 'content' | 'review'>,
  { twoApprovals: { categories, flags } }: Pick<Rules, 'twoApprovals'>,
): 1 | 2 {
  const byCategory = content.category !== null && categories.includes(content.category)
  return byCategory || flags.some((flag) => review.flags[flag] !== 'not-needed') ? 2 : 1
}

/** Every approval an article carries: those of its seal, and those that wait for another one. */
export function approvalsOf({ seal, approvals }: Pick<Article['review'], 'seal' | 'approvals'>): Approval[] {
  const sealed = seal ? seal.signatures.map((one) => ({ ...one, content: seal.hash })) : []
  return [...sealed, ...approvals]
}

/** Who approved some content, each once. */
export const approversOf = (approvals: readonly Approval[], content: string): string[] => [
  ...new Set(approvals.filter((one) => one.content === content).map(({ by }) => by)),
]
