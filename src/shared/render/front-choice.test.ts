import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { defaultBranding, frontShapes } from '../site/branding'
import { allPins, emptyFront, pin, pinsAt, unpin, type Front, type FrontPlace } from '../site/front'
import type { SiteSettings } from '../site/settings'
import { chooseFront, fallenPins, frontLengths, type FrontChoice } from './front-choice'
import type { PageTeaser } from './page-model'
import { testSite } from './testing/pages'

const idOf = (number: number): string => `01J${String(number).padStart(23, '0')}`
const categories = testSite.categories.filter(({ front }) => !front).map(({ id }) => id)

const teaser = (number: number, category = 'news'): PageTeaser => ({
  id: idOf(number),
  path: `${category}/${number}/index.html`,
  headline: `Headline ${number}`,
  standfirst: '',
  category,
  authors: [],
  authorSlugs: [],
  tags: [],
  printedDate: '',
  readTime: 1,
  lang: 'en',
  dir: 'auto',
  thumbnail: null,
  publishedAt: null,
  published: null,
})
const siteWith = (
  front: Front,
  frontShape: SiteSettings['branding']['frontShape'] = 'lead',
): SiteSettings => ({
  ...testSite,
  front,
  branding: { ...defaultBranding, frontShape },
})
const shownIn = ({ lead, secondary, sections, river }: FrontChoice): string[] =>
  [...(lead ? [lead] : []), ...secondary, ...sections.flatMap(({ teasers }) => teasers), ...river].map(
    ({ id }) => id,
  )
const ids = (teasers: readonly PageTeaser[]): string[] => teasers.map(({ id }) => id)

describe('the front page', () => {
  const newest = Array.from({ length: 12 }, (_, index) => teaser(index, index % 2 ? 'news' : 'sports'))

  it('shows the newest where nothing is pinned', () => {
    const { lead, secondary, sections } = chooseFront(siteWith(emptyFront), newest)
    expect(lead?.id).toBe(idOf(0))
    expect(ids(secondary)).toEqual([1, 2, 3, 4].map(idOf))
    expect(sections.map(({ category, teasers }) => [category.id, ids(teasers)])).toEqual([
      ['sports', [6, 8, 10].map(idOf)],
      ['news', [5, 7, 9].map(idOf)],
    ])
  })

  it('shows what is pinned where it is pinned', () => {
    const front = {
      lead: idOf(7),
      secondary: [idOf(9), idOf(3)],
      sections: { sports: [idOf(1), idOf(10)] },
    }
    const { lead, secondary, sections } = chooseFront(siteWith(front), newest)
    expect(lead?.id).toBe(idOf(7))
    expect(ids(secondary)).toEqual([9, 3, 0, 2].map(idOf))
    expect(ids(sections[0]?.teasers ?? [])).toEqual([1, 10, 4].map(idOf))
  })

  it('lets what is not on the site fall out, and knows it', () => {
    const front = { lead: idOf(99), secondary: [idOf(98), idOf(5)], sections: { news: [idOf(97)] } }
    const { lead, secondary } = chooseFront(siteWith(front), newest)
    expect(lead?.id).toBe(idOf(0))
    expect(secondary[0]?.id).toBe(idOf(5))
    expect(fallenPins(siteWith(front), newest)).toEqual([99, 98, 97].map(idOf))
  })

  it('has a river, which begins with what is pinned', () => {
    const front = { lead: idOf(3), secondary: [idOf(8)], sections: {} }
    const { river } = chooseFront(siteWith(front, 'river'), newest)
    expect(ids(river).slice(0, 3)).toEqual([3, 8, 0].map(idOf))
    expect(river).toHaveLength(newest.length)
  })

  const fronts = fc.record({
    lead: fc.option(fc.nat({ max: 40 }).map(idOf)),
    secondary: fc.uniqueArray(fc.nat({ max: 40 }).map(idOf), { maxLength: 8 }),
    sections: fc.dictionary(
      fc.constantFrom(...categories, 'gone'),
      fc.uniqueArray(fc.nat({ max: 40 }).map(idOf), { maxLength: 5 }),
    ),
  })
  const sites = fc
    .uniqueArray(fc.tuple(fc.nat({ max: 40 }), fc.constantFrom(...categories)), { selector: ([id]) => id })
    .map((all) => all.map(([id, category]) => teaser(id, category)))

  it('shows no article twice, only what is on the site, and a lead whenever there is anything', () => {
    fc.assert(
      fc.property(fronts, sites, fc.constantFrom(...frontShapes), (front, teasers, shape) => {
        const choice = chooseFront(siteWith(front, shape), teasers)
        const shown = shownIn(choice)
        expect(new Set(shown).size).toBe(shown.length)
        expect(ids(teasers)).toEqual(expect.arrayContaining(shown))
        expect(shown.length > 0).toBe(teasers.length > 0)
        if (shape === 'lead') expect(choice.lead === null).toBe(teasers.length === 0)
        if (shape === 'river') expect(shown.length).toBe(Math.min(teasers.length, frontLengths.river))
      }),
    )
  })

  it('shows every pinned lead and secondary article that is on the site', () => {
    fc.assert(
      fc.property(fronts, sites, (front, teasers) => {
        const shown = shownIn(chooseFront(siteWith(front), teasers))
        const live = new Set(ids(teasers))
        const pinned = [front.lead ?? '', ...front.secondary].filter((id) => live.has(id))
        expect(shown).toEqual(expect.arrayContaining(pinned))
      }),
    )
  })

  const places = fc.oneof(
    fc.constant<FrontPlace>({ in: 'lead' }),
    fc.constant<FrontPlace>({ in: 'secondary' }),
    fc.constantFrom(...categories).map((category): FrontPlace => ({ in: 'section', category })),
  )

  it('gives a pinned article one place, and none once it is unpinned', () => {
    const steps = fc.array(fc.tuple(fc.nat({ max: 9 }).map(idOf), places, fc.option(fc.nat({ max: 4 }))), {
      maxLength: 12,
    })
    fc.assert(
      fc.property(steps, (pins) => {
        let front: Front = emptyFront
        for (const [id, place, at] of pins) {
          front = pin(front, id, place, at ?? undefined)
          expect(pinsAt(front, place)).toContain(id)
          const all = allPins(front).map((one) => one.id)
          expect(new Set(all).size).toBe(all.length)
        }
        for (const { id } of allPins(front)) front = unpin(front, id)
        expect(front).toEqual(emptyFront)
      }),
    )
  })
})
