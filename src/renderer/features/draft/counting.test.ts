import { getSchema } from '@tiptap/core'
import { Node as DocumentNode } from '@tiptap/pm/model'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { arbitraryBody } from '../../../shared/article/arbitraries'
import type { Body } from '../../../shared/article/body'
import { emptyContent } from '../../../shared/article/content'
import { derive } from '../../../shared/article/derive'
import { bodyExtensions } from './body/extensions'
import { countDocument } from './counting'

const schema = getSchema(bodyExtensions)
const site = { readingRate: 238, timeZone: 'UTC' }

it('counts what is kept with the article, before and after a block changes', () => {
  fc.assert(
    fc.property(arbitraryBody, arbitraryBody, (one, other) => {
      const before = DocumentNode.fromJSON(schema, one)
      countDocument(before, site.readingRate)
      const blocks = [...before.content.content, ...DocumentNode.fromJSON(schema, other).content.content]
      const after = schema.node('doc', null, blocks)
      const body = after.toJSON() as Body
      const { words, characters, minutes } = derive({ ...emptyContent('en'), body }, site, null)
      expect(countDocument(after, site.readingRate)).toMatchObject({ words, characters, minutes })
    }),
    { numRuns: 40 },
  )
})
