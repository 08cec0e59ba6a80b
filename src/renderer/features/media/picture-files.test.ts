import { expect, it } from 'vitest'
import { ok } from '../../../shared/kernel/result'
import { readFile } from './picture-files'

it('reads a dropped file as base64', async () => {
  const file = new File(['ink'], 'ink.png', { type: 'image/png' })
  expect(await readFile(file)).toEqual(ok({ name: 'ink.png', data: btoa('ink') }))
})
