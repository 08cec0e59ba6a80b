import type { ArticleView, HistoryRow, RevisionInfo } from '../../../shared/contract'
import { moves } from '../../../shared/workflow/moves'

/** A kept revision that the present text can be compared with. */
export interface ComparisonBase {
  revision: number
  /** Why a reviewer would want it, or who kept it. */
  name: string
}

/**
 * The revisions to compare with, the most telling ones first: the approved one, the one this person read last, the one
 * changes were last requested for, the one before this; then every other.
 * @param read the revision this person read last, or null
 * @param kept revisions with who kept them, newest first
 */
export function comparisonBases(
  { article }: Pick<ArticleView, 'article'>,
  history: readonly HistoryRow[],
  read: number | null = null,
  kept: readonly Pick<RevisionInfo, 'revision' | 'by'>[] = [],
): ComparisonBase[] {
  const { revision, review } = article
  const requested = history.findLast((row) => row.action === moves['request-changes'].done)
  const candidates: ComparisonBase[] = []
  if (review.seal) candidates.push({ revision: review.seal.revision, name: 'what was approved' })
  if (read !== null) candidates.push({ revision: read, name: 'when you last read it' })
  if (requested) candidates.push({ revision: requested.revision, name: 'when changes were requested' })
  candidates.push({ revision: revision - 1, name: 'the revision before' })
  candidates.push(...kept.map((one) => ({ revision: one.revision, name: `kept by ${one.by}` })))
  const seen = new Set<number>([revision])
  return candidates.filter((base) => {
    if (base.revision < 1 || base.revision > revision || seen.has(base.revision)) return false
    seen.add(base.revision)
    return true
  })
}
