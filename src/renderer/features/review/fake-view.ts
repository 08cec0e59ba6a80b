import type { Article } from '../../../shared/article/article'
import { emptyContent } from '../../../shared/article/content'
import type { ArticleView, HistoryRow } from '../../../shared/contract'
import { fakeId } from '../../testing/fake-galley'

const at = '2026-01-05T09:00:00.000Z'

/** A submitted article, changed as wanted. */
export const fakeArticle = (changes: Partial<Article> = {}): Article => ({
  id: fakeId(1001),
  revision: 3,
  createdAt: at,
  createdBy: fakeId(1),
  updatedAt: at,
  updatedBy: fakeId(1),
  content: { ...emptyContent('en'), headline: 'The river' },
  derived: { words: 0, characters: 0, minutes: 1, printedDate: '', text: '' },
  publishedAt: null,
  review: {
    state: 'submitted',
    heldFrom: null,
    since: at,
    by: fakeId(1),
    submittedBy: fakeId(1),
    note: '',
    flags: { legal: 'not-needed', factCheck: 'not-needed', pictures: 'not-needed' },
    seal: null,
    changedBy: [],
  },
  public: {
    state: 'never-exported',
    exported: null,
    firstExportedAt: null,
    formerPaths: [],
    corrections: [],
    withdrawal: null,
  },
  ...changes,
})

/** That article as a desk chief sees it, changed as wanted. */
export const fakeView = (changes: Partial<ArticleView> = {}): ArticleView => ({
  article: fakeArticle(),
  state: 'submitted',
  changedSinceApproval: [],
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
  ...changes,
})
