import fc from 'fast-check'
import { test } from 'vitest'
import { arbitraryContent } from './arbitraries'
import { contentSchema } from './content'

test('generated content is content', () => {
  fc.assert(fc.property(arbitraryContent, (content) => contentSchema.safeParse(content).success))
})
