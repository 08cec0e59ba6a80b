import { describe, expect, it } from 'vitest'
import { err, ok } from '../../../shared/kernel/result'
import { createFakeGalley, fakeId } from '../../testing/fake-galley'
import { inWindow } from '../../testing/in-window'
import { fakeArticle, fakeHistoryRow, fakeView } from './fake-view'
import { useReviewedArticle } from './reviewed-article-store'

const id = fakeId(1001)

function openWindow() {
  const galley = createFakeGalley({
    'article.open': () => ok({ ...fakeView(), draft: null }),
    'article.history': () => ok([fakeHistoryRow(1)]),
  })
  return { galley, reviewed: inWindow(galley, useReviewedArticle).value }
}

describe('the reviewed article', () => {
  it('is shown with its history', async () => {
    const { reviewed } = openWindow()
    const opening = reviewed.open(id)
    expect(reviewed.loading).toBe(true)
    await opening
    expect(reviewed.view?.article.content.headline).toBe('The river')
    expect(reviewed.history).toHaveLength(1)
    expect(reviewed.loading).toBe(false)
  })

  it('takes a move back of the article it was made of, not of the one that is open by then', async () => {
    const { galley, reviewed } = openWindow()
    await reviewed.open(id)
    galley.answer('article.move', () => ok(fakeView()))
    await reviewed.open(fakeId(1002))
    await reviewed.takeBack(id, 'resume')
    expect(galley.asked).toContainEqual({
      name: 'article.move',
      input: { id, move: 'resume', note: '' },
    })
  })

  it('makes a move with its note', async () => {
    const { galley, reviewed } = openWindow()
    await reviewed.open(id)
    galley.answer('article.move', () => ok(fakeView({ state: 'on-hold' })))
    galley.answer('article.open', () => ok({ ...fakeView({ state: 'on-hold' }), draft: null }))
    expect(await reviewed.move('hold', { note: 'Wait for the court' })).toBe(true)
    expect(reviewed.view?.state).toBe('on-hold')
    expect(galley.asked).toContainEqual({
      name: 'article.move',
      input: { id, move: 'hold', note: 'Wait for the court', seen: 3 },
    })
  })

  it('keeps a refusal readable, and the article as it was', async () => {
    const { galley, reviewed } = openWindow()
    await reviewed.open(id)
    galley.answer('article.move', () =>
      err({ code: 'move-refused', move: 'approve', reasons: ['Legal is required and not done.'] }),
    )
    expect(await reviewed.move('approve')).toBe(false)
    expect(reviewed.refused).toMatchObject({ action: 'approve', error: { code: 'move-refused' } })
    expect(reviewed.view?.state).toBe('submitted')
  })

  it('never shows an answer about an article that was left meanwhile', async () => {
    const { galley, reviewed } = openWindow()
    const first = reviewed.open(id)
    const other = fakeId(1002)
    galley.answer('article.open', () =>
      ok({ ...fakeView({ article: fakeArticle({ id: other }) }), draft: null }),
    )
    await Promise.all([first, reviewed.open(other)])
    expect(reviewed.view?.article.id).toBe(other)
  })

  it('says why an article cannot be shown', async () => {
    const { galley, reviewed } = openWindow()
    galley.answer('article.open', () => err({ code: 'not-found', what: 'article', id }))
    await reviewed.open(id)
    expect(reviewed.failure?.code).toBe('not-found')
    expect(reviewed.loading).toBe(false)
  })
})
