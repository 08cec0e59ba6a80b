import { expect, it } from 'vitest'
import { useShortList } from './use-short-list'

it('shows the beginning of a long list, and twice as much when asked', () => {
  const { shown, hidden, more } = useShortList(() => ['a', 'b', 'c', 'd', 'e'], 2)
  expect(shown.value).toEqual(['a', 'b'])
  expect(hidden.value).toBe(3)
  more()
  expect(shown.value).toHaveLength(4)
  more()
  expect(hidden.value).toBe(0)
})
