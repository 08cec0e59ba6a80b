import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openWrongTries } from './wrong-tries'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'galley-tries-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const tries = { wrong: 6, openFrom: 1_000 }

it('outlives the program, and leaves nothing once there is nothing to know', async () => {
  const home = join(folder, 'home')
  await openWrongTries(home).keep('ada', tries)
  const again = openWrongTries(home)
  expect([await again.find('ada'), await again.find('ed')]).toEqual([tries, null])
  await again.keep('ada', null)
  expect(await readdir(home)).toEqual([])
})

it('is known as long as the program runs where nothing can be written', async () => {
  await writeFile(join(folder, 'home'), 'a file, not a folder')
  const known = openWrongTries(join(folder, 'home'))
  await known.keep('ada', tries)
  expect(await known.find('ada')).toEqual(tries)
})

it('begins anew where its file says nothing', async () => {
  await writeFile(join(folder, 'wrong-tries.json'), '{"ada":')
  expect(await openWrongTries(folder).find('ada')).toBeNull()
})
