import type { ArticleView, HistoryRow } from '../../../shared/contract'
import { moves } from '../../../shared/workflow/moves'

/** A kept revision that the present text can be compared with. */
export interface ComparisonBase {
  revision: number
  /** Why a reviewer would want it. */
  name: string
}

/**
 * The revisions worth comparing with, the most telling one first: the approved one, the one changes were last
 * requested for, the one before this.
 */
export function comparisonBases(
  { article }: Pick<ArticleView, 'article'>,
  history: readonly HistoryRow[],
): ComparisonBase[] {
  const { revision, review } = article
  const requested = history.findLast((row) => row.action === moves['request-changes'].done)
  const candidates: ComparisonBase[] = []
  if (review.seal) candidates.push({ revision: review.seal.revision, name: 'what was approved' })
  if (requested) candidates.push({ revision: requested.revision, name: 'when changes were requested' })
  candidates.push({ revision: revision - 1, name: 'the revision before' })
  const seen = new Set<number>([revision])
  return candidates.filter((base) => {
    if (base.revision < 1 || seen.has(base.revision)) return false
    seen.add(base.revision)
    return true
  })
}
