import { ref } from 'vue'
import { expect, it } from 'vitest'
import { useSelection } from './queue-selection'

it('chooses one by one, a stretch, and all; what is gone is not chosen', () => {
  const order = ref(['a', 'b', 'c', 'd', 'e'])
  const { chosen, toggle, extend, chooseAll, clear } = useSelection(() => order.value)
  toggle('d')
  toggle('b')
  expect(chosen.value).toEqual(['b', 'd'])
  extend('b', 'd')
  expect(chosen.value).toEqual(['b', 'c', 'd'])
  extend('d', 'a')
  expect(chosen.value).toEqual(['a', 'b'])
  toggle('a')
  expect(chosen.value).toEqual(['b'])
  chooseAll()
  order.value = ['b', 'e']
  expect(chosen.value).toEqual(['b', 'e'])
  clear()
  extend('e', 'b')
  expect(chosen.value).toEqual(['b', 'e'])
})
