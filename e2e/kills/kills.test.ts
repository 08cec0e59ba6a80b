import { expect, it } from 'vitest'
import { ensureBuilt } from '../../bin/build.mjs'
import { killAgainAndAgain } from './kill-again-and-again'

it('loses and damages nothing by kills while saving', { timeout: 120_000 }, async () => {
  await ensureBuilt()
  const { kills, saves, lost, damaged } = await killAgainAndAgain(5, () => undefined)
  expect({ kills, lost, damaged }).toEqual({ kills: 5, lost: [], damaged: [] })
  expect(saves).toBeGreaterThan(0)
})
