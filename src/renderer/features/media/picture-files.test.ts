import { expect, it } from 'vitest'
import { readFiles } from './picture-files'

it('reads dropped files as base64', async () => {
  const files = await readFiles([new File(['ink'], 'ink.png', { type: 'image/png' })])
  expect(files).toEqual([{ name: 'ink.png', data: btoa('ink') }])
})
