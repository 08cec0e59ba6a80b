import type { Article } from '../../../shared/article/article'
import { emptyContent } from '../../../shared/article/content'
import { newArticle } from '../../../shared/article/new-article'
import type { ArticleView, HistoryRow } from '../../../shared/contract'
import { fakeId } from '../../testing/fake-galley'

const at = '2026-01-05T09:00:00.000Z'

/** A submitted article, changed as wanted. */
export function fakeArticle(changes: Partial<Article> = {}): Article {
  const content = { ...emptyContent('en'), headline: 'The river' }
  const article = newArticle(fakeId(1001), content, { readingRate: 238, timeZone: 'UTC' }, fakeId(1), at)
  const review = { ...article.review, state: 'submitted' as const, submittedBy: fakeId(1) }
  return { ...article, revision: 3, review, ...changes }
}

/** That article as a desk chief sees it, changed as wanted. */
export const fakeView = (changes: Partial<ArticleView> = {}): ArticleView => ({
  article: fakeArticle(),
  state: 'submitted',
  changedSinceApproval: [],
  approval: { signature: 'valid', given: [], needed: 1 },
  editRefusal: null,
  moves: [
    { move: 'start-review', reasons: [] },
    { move: 'hold', reasons: [] },
    { move: 'spike', reasons: [] },
  ],
  names: { [fakeId(1)]: 'Edith Larsen' },
  ...changes,
})

export const fakeHistoryRow = (sequence: number, changes: Partial<HistoryRow> = {}): HistoryRow => ({
  sequence,
  at,
  by: 'Edith Larsen',
  action: 'submitted',
  from: 'Draft',
  to: 'Submitted',
  revision: sequence,
  note: '',
  signature: 'valid',
  ...changes,
})
