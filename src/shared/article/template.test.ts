import fc from 'fast-check'
import { expect, it } from 'vitest'
import { arbitraryContent } from './arbitraries'
import { contentSchema, deskNotes, emptyContent } from './content'
import { contentFromTemplate, templateContentFrom, templateParts, templateSchema } from './template'

const blank = emptyContent('en')
const anyParts = fc.subarray([...templateParts])

it('gives a new article what was chosen, and nothing else', () => {
  fc.assert(
    fc.property(arbitraryContent, anyParts, (content, parts) => {
      const made = contentFromTemplate(blank, templateContentFrom(content, parts))
      expect(contentSchema.safeParse(made).success).toBe(true)
      for (const part of ['headline', 'standfirst', 'body', 'tags', 'category'] as const)
        expect(made[part]).toEqual(parts.includes(part) ? content[part] : blank[part])
      expect(deskNotes(made).type).toBe(parts.includes('type') ? deskNotes(content).type : '')
      expect(deskNotes(made).words).toBe(parts.includes('words') ? deskNotes(content).words : null)
      expect(made.thumbnail).toBeNull()
      expect(made.authors).toEqual([])
    }),
  )
})

it('can be stored and read again', () => {
  fc.assert(
    fc.property(arbitraryContent, anyParts, (content, parts) => {
      const template = {
        id: '01ARZ3NDEKTSV4RRFFQ69G5FB1',
        name: 'Match report',
        content: templateContentFrom(content, parts),
        by: '01ARZ3NDEKTSV4RRFFQ69G5FA1',
        at: '2026-01-05T10:00:00.000Z',
      }
      expect(templateSchema.parse(JSON.parse(JSON.stringify(template)))).toEqual(template)
    }),
  )
})
