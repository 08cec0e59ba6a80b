import { describe, expect, it } from 'vitest'
import { authorValues, categoryValues, stateValues } from './desk-filters'
import { updatedWords } from './updated-words'

describe('filter values', () => {
  it('lists states in the workflow’s order, chosen ones even at zero', () => {
    expect(stateValues({ approved: 2, draft: 1 }, ['spiked']).map((one) => [one.label, one.count])).toEqual([
      ['Draft', 1],
      ['Approved', 2],
      ['Spiked', 0],
    ])
  })

  it('lists categories in the site’s order, unknown ones and none last', () => {
    const values = categoryValues({ News: 1, Old: 2, '': 3, Sports: 4 }, [], ['Sports', 'Crypto', 'News'])
    expect(values.map((one) => one.label)).toEqual(['Sports', 'News', 'Old', 'No category'])
  })

  it('lists authors of most articles first', () => {
    expect(authorValues({ Bo: 1, Al: 1, Cy: 9 }, ['Di']).map((one) => one.label)).toEqual([
      'Cy',
      'Al',
      'Bo',
      'Di',
    ])
  })
})

describe('updated', () => {
  const now = new Date(2026, 5, 15, 18, 0)
  it.each([
    [new Date(2026, 5, 15, 17, 59, 30), 'just now'],
    [new Date(2026, 5, 15, 17, 43), '17 min ago'],
    [new Date(2026, 5, 15, 15, 0), '3 h ago'],
    [new Date(2026, 5, 14, 4, 0), 'yesterday'],
    [new Date(2026, 5, 11, 4, 0), '4 days ago'],
    [new Date(2026, 0, 6, 4, 0), '6 Jan'],
    [new Date(2024, 0, 6, 4, 0), '6 Jan 2024'],
  ])('says %s as %s', (at, words) => expect(updatedWords(at, now)).toBe(words))
})
