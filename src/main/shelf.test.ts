import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openAppHome } from './platform/app-home'
import { createNewId } from './platform/new-id'
import { createShelf } from './shelf'

let home = ''
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'galley-shelf-'))
})
afterEach(() => rm(home, { recursive: true, force: true }))

describe('the sample library', () => {
  it('is told of before it is made, and only then', async () => {
    let told = 0
    const shelf = createShelf(openAppHome(home), {
      who: 'a test',
      now: () => new Date(),
      newId: createNewId(),
      onMakingSample: () => (told += 1),
    })
    const sample = { ok: true, value: join(home, 'Sample') }
    expect(await shelf.sample()).toEqual(sample)
    expect(told).toBe(1)
    expect(await shelf.sample()).toEqual(sample)
    expect(told).toBe(1)
  }, 60_000)
})
