import { expect, it } from 'vitest'
import { fakeArticle, fakeHistoryRow } from './fake-view'
import { comparisonBases } from './comparison-base'

const revisions = (...given: Parameters<typeof comparisonBases>) =>
  comparisonBases(...given).map((base) => base.revision)

it('offers the approved revision, the one changes were requested for and the one before', () => {
  const article = fakeArticle({ revision: 9 })
  const seal = {
    hash: '',
    parts: {},
    by: article.createdBy,
    at: article.createdAt,
    revision: 4,
    signatures: [],
  }
  const approved = { ...article, review: { ...article.review, seal } }
  const requested = fakeHistoryRow(6, { action: 'requested changes to' })
  expect(revisions({ article: approved }, [requested])).toEqual([4, 6, 8])
})

it('offers nothing for a first revision, and no revision twice', () => {
  expect(revisions({ article: fakeArticle({ revision: 1 }) }, [])).toEqual([])
  const requested = fakeHistoryRow(2, { action: 'requested changes to' })
  expect(revisions({ article: fakeArticle({ revision: 3 }) }, [requested])).toEqual([2])
})

it('offers what this person read last, and every other revision with who kept it', () => {
  const kept = [5, 4, 3, 2, 1].map((revision) => ({ revision, by: 'Edda' }))
  const bases = comparisonBases({ article: fakeArticle({ revision: 5 }) }, [], 2, kept)
  expect(bases.map(({ revision }) => revision)).toEqual([2, 4, 3, 1])
  expect(bases[0]?.name).toBe('when you last read it')
  expect(bases[2]?.name).toBe('kept by Edda')
})
