import type { Article } from '../article/article'
import { derive } from '../article/derive'
import { hashSealed, sealableOf } from '../article/seal'
import { carriedTo } from '../review/checklist'
import { approvalsNeeded, signedApproval } from './approval'
import type { MoveContext } from './move-context'

/**
 * An approval is given: signed, and put to those that stand for the same content. Where it takes another one the
 * article stays in review; else it is sealed.
 */
export function approve(article: Article, context: MoveContext): Article {
  const { person, now, authorNames, rules, sign } = context
  if (!sign) throw new Error('The workflow lets nobody approve whose key is not open')
  const before = sealedParts(article, authorNames)
  const standing = context.approvals.filter((one) => one.content === before.hash && one.by !== person.id)
  // Whoever approved first saw the date it will carry.
  const dated = standing.length > 0 ? article : withPublishTime(article, context)
  const sealed = sealedParts(dated, authorNames)
  const given = signedApproval(article.id, { by: person.id, at: now, content: sealed.hash }, sign)
  const approvals = [...standing, given]
  const review = { ...dated.review, checks: carriedTo(article.review.checks, before.hash, sealed.hash) }
  if (approvals.length < approvalsNeeded(article, rules))
    return { ...dated, review: { ...review, state: 'in-review', approvals } }

  const { exported, updatedAt } = article.public
  const isUpdate = exported !== null && exported.hash !== sealed.hash
  const signatures = approvals.map(({ content: _same, ...signature }) => signature)
  return {
    ...dated,
    public: { ...dated.public, updatedAt: isUpdate ? now : updatedAt },
    review: {
      ...review,
      seal: { ...sealed, by: person.id, at: now, revision: article.revision, signatures },
      changedBy: [],
      approvals: [],
    },
  }
}

const sealedParts = (article: Article, authorNames: readonly string[]) =>
  hashSealed(sealableOf(article, authorNames))

/** Fills in the publish time: the date the page prints is part of what is approved. */
function withPublishTime(article: Article, { site, now }: MoveContext): Article {
  // A live article keeps the date its readers know; one that had none yet gets it now.
  const isFilledIn = article.public.state === 'never-exported' || article.publishedAt === null
  const publishedAt =
    article.content.publishTime.kind === 'on-approval' && isFilledIn ? now : article.publishedAt
  return { ...article, publishedAt, derived: derive(article.content, site, publishedAt) }
}
