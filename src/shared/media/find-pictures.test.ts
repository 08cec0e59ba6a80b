import { expect, it } from 'vitest'
import { passes, pictureSearch, type Findable, type PictureFilter } from './find-pictures'
import { licenceStanding, licenceWords } from './licence'
import { nameRemark } from './name-remark'
import { noDetails, type PictureDescription } from './picture-details'

const today = '2026-03-01'

const picture = (
  said: Partial<PictureDescription>,
  more: Partial<Findable> & { name?: string } = {},
): Findable => {
  const details = noDetails()
  const { name = '', ...rest } = more
  const description = { ...details.description, ...said }
  return { hash: 'ab'.repeat(32), usedIn: [], details: { ...details, name, description }, ...rest }
}

it('finds pictures by any words, in any order, without case and accents', () => {
  const ferry = picture(
    { caption: 'Été au port', credit: 'Ann Ody', keywords: ['ferry'] },
    { name: 'IMG_1.jpg' },
  )
  for (const sought of ['', 'ete', 'ody ferry', 'IMG_1', 'FERRY été', 'abababab'])
    expect(pictureSearch(sought)(ferry), sought).toBe(true)
  for (const sought of ['ferry train', 'ab ab', 'xx'])
    expect(pictureSearch(sought)(ferry), sought).toBe(false)
})

it('filters by use, licence and alt text', () => {
  const passing = (one: Findable, filter: PictureFilter, isUsedElsewhere = false): boolean =>
    passes(one, filter, { today, isUsedElsewhere: () => isUsedElsewhere })
  expect(passing(picture({}), 'unused')).toBe(true)
  expect(passing(picture({}, { usedIn: [1] }), 'unused')).toBe(false)
  expect(passing(picture({}), 'unused', true)).toBe(false)
  expect(passing(picture({ expires: '2026-02-28' }), 'licence-ended')).toBe(true)
  expect(passing(picture({ expires: today }), 'licence-ended')).toBe(false)
  expect(passing(picture({ expires: today }), 'licence-ends-soon')).toBe(true)
  expect(passing(picture({ alt: ' ' }), 'no-alt')).toBe(true)
  expect(passing(picture({ alt: 'A pier' }), 'no-alt')).toBe(false)
})

it('compares letters as the search for articles does', () => {
  const found = (caption: string, sought: string) => pictureSearch(sought)(picture({ caption }))
  expect(found('Øresund, große Brücke', 'oresund GROSSE brucke')).toBe(true)
  expect(found('Nell’s boat', "nell's")).toBe(true)
  expect(found('हिन्दी', 'हनद')).toBe(false)
})

it('tells how a licence stands', () => {
  expect(
    [null, '2026-02-28', '2026-03-01', '2026-03-31', '2026-04-01'].map((day) => licenceStanding(day, today)),
  ).toEqual(['none', 'ended', 'ends-soon', 'ends-soon', 'fine'])
  expect(licenceWords('2026-02-28', today)).toBe('Licence ended on 2026-02-28')
})

it('remarks on a name that promises another kind', () => {
  expect(nameRemark('pier.jpg', 'image/png')).toMatch(/ends in \.jpg, but it is a PNG/)
  for (const name of ['pier.PNG', 'pier', 'pier.final version'])
    expect(nameRemark(name, 'image/png')).toBe('')
})
