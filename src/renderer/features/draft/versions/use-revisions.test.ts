import { expect, it } from 'vitest'
import { err, ok } from '../../../../shared/kernel/result'
import { createFakeGalley, fakeId } from '../../../testing/fake-galley'
import { byDay } from './revision-days'
import { useRevisions } from './use-revisions'

/** A desk with an article of so many revisions, two a day. */
function deskWith(count: { kept: number }) {
  return createFakeGalley({
    'article.revisions': ({ below, limit }) => {
      const newest = Math.min(count.kept, (below ?? Infinity) - 1)
      const rows = Array.from({ length: Math.min(limit, newest) }, (_, index) => {
        const revision = newest - index
        const at = new Date(Date.UTC(2026, 0, 1 + Math.floor(revision / 2))).toISOString()
        return { revision, by: 'Edith Larsen', at, words: revision, events: [] }
      })
      return ok({ rows, total: count.kept })
    },
  })
}

it('loads 2,000 revisions a page at a time, each once', async () => {
  const galley = deskWith({ kept: 2000 })
  const revisions = useRevisions(galley, fakeId(9))
  await revisions.loadNewest()
  expect(revisions.rows.value).toHaveLength(40)
  await Promise.all([revisions.loadOlder(), revisions.loadOlder()])
  expect(revisions.rows.value).toHaveLength(80)
  while (revisions.hasOlder.value) await revisions.loadOlder()
  expect(revisions.rows.value.map(({ revision }) => revision)).toEqual(
    Array.from({ length: 2000 }, (_, index) => 2000 - index),
  )
  expect(galley.asked).toHaveLength(50)
})

it('puts what was kept since on top, and keeps what was loaded', async () => {
  const count = { kept: 100 }
  const revisions = useRevisions(deskWith(count), fakeId(9))
  await revisions.loadNewest()
  await revisions.loadOlder()
  count.kept = 103
  await revisions.loadNewest()
  expect(revisions.rows.value.map(({ revision }) => revision)).toEqual(
    Array.from({ length: 83 }, (_, index) => 103 - index),
  )
})

it('leaves no gap where more was kept since than one page holds', async () => {
  const count = { kept: 60 }
  const revisions = useRevisions(deskWith(count), fakeId(9))
  await revisions.loadNewest()
  count.kept = 200
  await revisions.loadNewest()
  await revisions.loadOlder()
  expect(revisions.rows.value.map(({ revision }) => revision)).toEqual(
    Array.from({ length: 80 }, (_, index) => 200 - index),
  )
})

it('says why nothing came', async () => {
  const failure = { code: 'damaged-file' as const, path: 'a', reason: 'it is empty', movedTo: null }
  const galley = createFakeGalley({ 'article.revisions': () => err(failure) })
  const revisions = useRevisions(galley, fakeId(9))
  await revisions.loadNewest()
  expect(revisions.failure.value).toEqual(failure)
})

it('puts revisions under their days', async () => {
  const revisions = useRevisions(deskWith({ kept: 4 }), fakeId(9))
  await revisions.loadNewest()
  const days = byDay(revisions.rows.value, (at) => at.slice(0, 10))
  expect(days.map(({ day, rows }) => [day, rows.length])).toEqual([
    ['2026-01-03', 1],
    ['2026-01-02', 2],
    ['2026-01-01', 1],
  ])
})
