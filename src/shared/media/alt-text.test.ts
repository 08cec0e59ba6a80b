import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { altTextHints, longestAlt } from './alt-text'

const nothing: Parameters<typeof altTextHints>[1] = { caption: '', fileName: '', others: [] }
const hintFor = (alt: string, about: Partial<typeof nothing> = {}): string =>
  altTextHints(alt, { ...nothing, ...about }).join(' ')

describe('hints on alt text', () => {
  it.each([
    '',
    '   ',
    'A blue ferry leaves the old harbour at dawn',
    'Imagery of the coast hangs in a hall',
    '船',
  ])('has nothing to say of “%s”', (alt) => expect(hintFor(alt)).toBe(''))

  it.each(['IMG_2041.JPG', 'harbour-wall.png', 'DSC00012', 'Screenshot 2026-01-05 at 09.12'])(
    'knows %s for a file’s name',
    (alt) => expect(hintFor(alt)).toContain('file’s name'),
  )

  it('knows the picture’s own file name, unless somebody wrote it as words', () => {
    expect(hintFor('ferry_final2', { fileName: 'ferry_final2.jpg' })).toContain('file’s name')
    expect(hintFor('Ferry at the pier', { fileName: 'Ferry at the pier.jpg' })).toBe('')
  })

  it.each(['image', 'Photo', 'A picture', 'picture 3', 'The photograph.', 'Untitled'])(
    'says that “%s” says nothing',
    (alt) => expect(hintFor(alt)).toContain('only that it is a picture'),
  )

  it.each(['Photo of a ferry', 'This is an image of a pier', 'A picture showing gulls'])(
    'would leave out the beginning of “%s”',
    (alt) => expect(hintFor(alt)).toContain('Leave out'),
  )

  it('sees that it repeats the caption, whatever its case and stops', () => {
    expect(hintFor('The new pier', { caption: 'The new pier.' })).toContain('caption')
    expect(hintFor('The new pier', { caption: 'The new pier, built in May' })).toBe('')
  })

  it('counts letters as people see them', () => {
    expect(hintFor('ä'.repeat(longestAlt))).toBe('')
    expect(hintFor('🚢'.repeat(longestAlt))).toBe('')
    expect(hintFor('a'.repeat(longestAlt + 1))).toContain('151 characters')
  })

  it('sees that another picture says the same', () => {
    expect(hintFor('A gull', { others: ['A ferry', 'a gull.'] })).toContain('Another picture')
    expect(hintFor('', { others: [''] })).toBe('')
  })

  it('takes any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (alt, caption) => {
        expect(altTextHints(alt, { caption, fileName: caption, others: [caption] }).length).toBeLessThan(6)
      }),
    )
  })
})
