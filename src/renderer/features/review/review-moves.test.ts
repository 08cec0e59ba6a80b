import { describe, expect, it } from 'vitest'
import { fakeView } from './fake-view'
import { moveButtons } from './review-moves'

describe('the buttons of a review', () => {
  it('stand in one order, one of them standing out', () => {
    const buttons = moveButtons(
      fakeView({
        moves: [
          { move: 'request-changes', reasons: [] },
          { move: 'approve', reasons: ['One.', 'Two.'] },
          { move: 'recall', reasons: [] },
          { move: 'hold', reasons: [] },
        ],
      }),
    )
    expect(buttons.map((button) => button.title)).toEqual(['Approve', 'Request changes', 'Hold'])
    expect(buttons.filter((button) => button.main).map((button) => button.title)).toEqual(['Approve'])
    expect(buttons[0]?.refusal).toBe('One. Two.')
  })

  it('ask for a note where the move needs one', () => {
    const [start, hold] = moveButtons(fakeView())
    expect(start?.asks).toBe(false)
    expect(hold?.asks).toBe(true)
  })
})
