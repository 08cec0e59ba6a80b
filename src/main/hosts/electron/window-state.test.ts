import { describe, expect, it } from 'vitest'
import { fitToScreens, windowStateSchema } from './window-state'

const screens = [
  { x: 0, y: 0, width: 1920, height: 1080 },
  { x: 1920, y: 0, width: 1280, height: 800 },
]
const state = { width: 1440, height: 900, maximised: false }

describe('where a window opens', () => {
  it('is where it was, on any screen', () => {
    expect(fitToScreens({ ...state, x: 2000, y: 10 }, screens)).toEqual({ ...state, x: 2000, y: 10 })
  })
  it('is left to the system when its screen is gone', () => {
    expect(fitToScreens({ ...state, x: 2000, y: 10 }, screens.slice(0, 1))).toEqual(state)
    expect(fitToScreens({ ...state, x: 100, y: -2000 }, screens)).toEqual(state)
  })
  it('never takes a damaged state for one', () => {
    expect(windowStateSchema.safeParse({ width: -5, height: 900, maximised: false }).success).toBe(false)
  })
})
