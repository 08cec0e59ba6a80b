import { expect, it } from 'vitest'
import type { Place } from '../../../../shared/checking/places'
import { nextPlace } from './use-next-placeholder'

const inHeadline: Place = { in: 'field', field: 'headline', from: 4, to: 6 }
const inBody: Place = { in: 'body', attribute: null, from: 10, to: 12 }
const laterInBody: Place = { in: 'body', attribute: null, from: 30, to: 32 }
const inSearch: Place = { in: 'field', field: 'search.title', from: 0, to: 2 }
const places = [inHeadline, inBody, laterInBody, inSearch]

it('goes from place to place and round again', () => {
  expect(nextPlace(places, null)).toBe(inHeadline)
  expect(nextPlace(places, inHeadline)).toBe(inBody)
  expect(nextPlace(places, inBody)).toBe(laterInBody)
  expect(nextPlace(places, { in: 'body', attribute: null, from: 31, to: 31 })).toBe(inSearch)
  expect(nextPlace(places, inSearch)).toBe(inHeadline)
  expect(nextPlace(places, { in: 'field', field: 'headline', from: 0, to: 0 })).toBe(inHeadline)
  expect(nextPlace([], inBody)).toBeUndefined()
})
