import { expect, it } from 'vitest'
import { fileSize } from './file-size'

it('prints sizes as people read them', () => {
  expect([999, 1000, 34_400, 2_440_000].map(fileSize)).toEqual(['999 B', '1 kB', '34 kB', '2.4 MB'])
})
