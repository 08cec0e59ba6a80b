import { describe, expect, it } from 'vitest'
import { defaultCategories } from '../../../shared/site/settings'
import { addCategory, categoryProblems } from './category-list'
import { moveEntry } from './ordered-list'

const names = (all: readonly { name: string }[]) => all.map((one) => one.name)

describe('the list of categories', () => {
  it('moves an entry by one place', () => {
    const moved = moveEntry(defaultCategories, 'business', -1)
    expect(names(moved).slice(1, 4)).toEqual(['Technology', 'Business', 'Top Stories'])
  })

  it('leaves the ends where they are', () => {
    expect(names(moveEntry(defaultCategories, 'home', -1))).toEqual(names(defaultCategories))
    expect(names(moveEntry(defaultCategories, 'travel-tourism', 1))).toEqual(names(defaultCategories))
  })

  it('gives a new entry a slug of its own, away from the names the site keeps', () => {
    expect(addCategory(defaultCategories, 'News').at(-1)).toMatchObject({ name: 'News', slug: 'news-2' })
    expect(addCategory(defaultCategories, 'Media').at(-1)?.slug).toBe('media-2')
  })

  it('names what cannot be saved', () => {
    expect(categoryProblems(defaultCategories)).toEqual([])
    const broken = defaultCategories.map((one) => (one.id === 'news' ? { ...one, slug: 'sports' } : one))
    expect(categoryProblems(broken)).toEqual(['More than one category has the slug “sports”.'])
    const unnamed = defaultCategories.map((one) =>
      one.id === 'news' ? { ...one, name: ' ', slug: 'A b' } : one,
    )
    expect(categoryProblems(unnamed)).toHaveLength(2)
  })
})
