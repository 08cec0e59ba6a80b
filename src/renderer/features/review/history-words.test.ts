import { expect, it } from 'vitest'
import { historyWords } from './history-words'

it('reads as a sentence after a name', () => {
  expect(historyWords({ action: 'requested changes to', to: 'Changes requested' })).toBe(
    'requested changes to it',
  )
  expect(historyWords({ action: 'set Legal of', to: 'Done' })).toBe('set Legal to “Done”')
})
