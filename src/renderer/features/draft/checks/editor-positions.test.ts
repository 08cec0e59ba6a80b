import { getSchema } from '@tiptap/core'
import { Node as DocumentNode } from '@tiptap/pm/model'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { arbitraryBody } from '../../../../shared/article/arbitraries'
import { bodyTexts } from '../../../../shared/checking/body-places'
import { bodyExtensions } from '../body/extensions'

const schema = getSchema(bodyExtensions)

it('places every running text where the editor has it', () => {
  fc.assert(
    fc.property(arbitraryBody, (body) => {
      const doc = DocumentNode.fromJSON(schema, body)
      for (const { text, at, attribute } of bodyTexts(body)) {
        if (attribute !== null) expect(String(doc.nodeAt(at)?.attrs[attribute])).toBe(text)
        else if (!text.includes('\ufffc'))
          expect(doc.textBetween(at, at + text.length, undefined, '\n')).toBe(text)
      }
    }),
    { numRuns: 60 },
  )
})
