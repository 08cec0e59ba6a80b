import { expect, it } from 'vitest'
import { goalStanding } from './word-goal'

it('says how far a text is from the length that was asked for', () => {
  expect(goalStanding(0, 600)).toEqual({ state: 'under', text: '600 to go' })
  expect(goalStanding(539, 600)).toEqual({ state: 'under', text: '61 to go' })
  expect(goalStanding(540, 600)).toEqual({ state: 'at', text: 'on length' })
  expect(goalStanding(660, 600)).toEqual({ state: 'at', text: 'on length' })
  expect(goalStanding(1700, 600)).toEqual({ state: 'over', text: '1,100 over' })
})
