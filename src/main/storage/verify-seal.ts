import type { Article, Seal } from '../../shared/article/article'
import type { Revision } from '../../shared/article/revision'
import { sealedParts } from '../../shared/article/seal'
import { hashOf } from '../../shared/kernel/hash'
import { approvalHash, approvalsOf } from '../../shared/workflow/approval'
import type { LogRow } from '../../shared/workflow/log'
import { hadKey, signatureProblem, type Witnesses } from './verify-signatures'

/** Parts that a revision does not carry: they come from the authors' profiles, from the approval and from corrections. */
const filledIn = new Set(['authors', 'publishedAt', 'corrections'])

/**
 * What is wrong with an article's seal, a sentence each: it must be whole in itself, be of a kept revision, be what
 * its log tells was approved, and be signed by everybody who approved it and had a key.
 */
export function checkSeal(
  article: Article,
  revisions: ReadonlyMap<number, Revision>,
  rows: readonly LogRow[],
  witnesses: Witnesses,
): string[] {
  const { seal, state } = article.review
  if (!seal) return state === 'approved' ? ['it is approved without a seal.'] : []
  if (hashOf(seal.parts) !== seal.hash) return ['its seal was changed.']
  if (seal.revision > article.revision)
    return [`its seal is of revision ${seal.revision}, which is yet to come.`]
  return [
    ...againstRevision(seal, revisions.get(seal.revision)),
    ...againstLog(seal, rows),
    ...signedBy(article, seal, witnesses),
  ]
}

function againstRevision(seal: Seal, sealed: Revision | undefined): string[] {
  if (!sealed) return []
  const parts = sealedParts({ content: sealed.content, publishedAt: null, corrections: [], authorNames: [] })
  const differing = Object.entries(parts).filter(
    ([name, value]) => !filledIn.has(name) && seal.parts[name] !== hashOf(value),
  )
  if (differing.length > 0)
    return differing.map(([name]) => `its seal does not match revision ${seal.revision} in “${name}”.`)
  const isInOrder = Object.keys(parts).join() === Object.keys(seal.parts).join()
  return isInOrder ? [] : ['its seal was changed: its parts are not in their order.']
}

/** A seal is worth what the log says of it: anybody can compute a hash. */
function againstLog(seal: Seal, rows: readonly LogRow[]): string[] {
  const approval = rows.findLast(({ action, content }) => action === 'approve' && content === seal.hash)
  if (!approval) return ['its log knows no approval with this seal.']
  const isTheSame = approval.by === seal.by && approval.at === seal.at && approval.revision === seal.revision
  return isTheSame
    ? []
    : [`its seal was changed: row ${approval.sequence} of its log tells of another approval.`]
}

/** Each approval that the article carries, those included that wait for another one. */
function signedBy(
  { id, review }: Article,
  { by, at }: Pick<Seal, 'by' | 'at'>,
  witnesses: Witnesses,
): string[] {
  const given = approvalsOf(review)
  const problems = given.flatMap((approval) => {
    const { key, signature } = approval
    const problem = signatureProblem(approval, { key, signature }, approvalHash(id, approval), witnesses)
    return problem === null ? [] : [`its approval ${problem}.`]
  })
  const isSigned = given.some((one) => one.by === by && one.at === at)
  const owes = !isSigned && hadKey({ by, at }, witnesses)
  return owes
    ? [...problems, 'its seal is not signed by whoever approved it, though they had a key.']
    : problems
}
