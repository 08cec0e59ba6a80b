import fc from 'fast-check'
import { expect, it } from 'vitest'
import { changedRun } from './changed-run'

const letters = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 8 })

it('is null for lists that are alike', () => {
  fc.assert(fc.property(letters, (list) => changedRun(list, [...list]) === null))
})

it('turns any list into any other', () => {
  fc.assert(
    fc.property(letters, letters, (before, after) => {
      const run = changedRun(before, after)
      const result = [...before]
      if (run) result.splice(run.start, run.removed, ...after.slice(run.start, run.start + run.added))
      expect(result).toEqual(after)
    }),
  )
})

it('finds the one item that changed', () => {
  expect(changedRun(['a', 'b', 'c'], ['a', 'x', 'c'])).toEqual({ start: 1, removed: 1, added: 1 })
  expect(changedRun(['a', 'a'], ['a', 'a', 'a'])).toEqual({ start: 2, removed: 0, added: 1 })
})
