import { expect, it } from 'vitest'
import { badgesOf } from './badges'

it('says what asks for a person, and nothing where nothing does', () => {
  const none = { waiting: 0, taken: 0, changesRequested: 0, mentions: 0 }
  expect(badgesOf(none)).toEqual({})
  expect(badgesOf({ ...none, waiting: 40 })).toEqual({ review: { text: '40', words: '40 waiting' } })
  expect(badgesOf({ waiting: 40, taken: 3, changesRequested: 2, mentions: 1 })).toEqual({
    review: { text: '3/40', words: '40 waiting, 3 with you' },
    desk: { text: '3', words: '2 sent back to you, 1 with a comment for you' },
  })
})
