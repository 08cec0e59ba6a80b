import { expect, it } from 'vitest'
import { ensureBuilt } from '../../bin/build.mjs'
import { killExports } from './export-kills'
import { killAgainAndAgain } from './kill-again-and-again'
import { mostLost, typeAndKill } from './typing-kills'

it('loses and damages nothing by kills while saving', { timeout: 120_000 }, async () => {
  await ensureBuilt()
  const { kills, saves, lost, damaged } = await killAgainAndAgain(5, () => undefined)
  expect({ kills, lost, damaged }).toEqual({ kills: 5, lost: [], damaged: [] })
  expect(saves).toBeGreaterThan(0)
})

it('loses at most the last second of what is typed', { timeout: 120_000 }, async () => {
  await ensureBuilt()
  const { kills, keys, lost, damaged } = await typeAndKill(3, () => undefined)
  expect({ kills, damaged }).toEqual({ kills: 3, damaged: [] })
  expect(keys).toBeGreaterThan(0)
  expect(Math.max(...lost)).toBeLessThanOrEqual(mostLost)
})

it('leaves the old site or the new one by kills while exporting', { timeout: 120_000 }, async () => {
  await ensureBuilt()
  const { kills, broken } = await killExports(3, () => undefined)
  expect({ kills, broken }).toEqual({ kills: 3, broken: [] })
})
