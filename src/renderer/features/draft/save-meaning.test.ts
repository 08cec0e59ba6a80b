import { describe, expect, it } from 'vitest'
import { saveMeaning } from './save-meaning'
import type { SavingState } from './saving'

const onItsWay: SavingState = { status: 'Saving', problem: null, conflict: null, revision: 3 }

describe('what the state of saving means', () => {
  it('promises to keep the words only when nothing is in the way', () => {
    const promise = 'kept when typing stops'
    expect(saveMeaning(onItsWay)).toContain(promise)
    expect(saveMeaning({ ...onItsWay, conflict: { yours: 3, latest: 4 } })).not.toContain(promise)
    expect(
      saveMeaning({ ...onItsWay, problem: { code: 'edit-refused', reason: 'it is spiked.' } }),
    ).not.toContain(promise)
    expect(saveMeaning({ ...onItsWay, problem: { code: 'no-answer' } })).not.toContain(promise)
  })

  it('says so when the words are nowhere', () =>
    expect(saveMeaning({ ...onItsWay, status: 'Not saved' })).toContain('neither kept nor in your draft'))
})
